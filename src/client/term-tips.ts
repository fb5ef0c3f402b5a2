// Shows the definition of a term beside it while it is pointed at or has the focus. The words come from the list of
// terms of the page; without script a term is a link to its page. Behaves as WCAG 2.2, 1.4.13 asks: the definition
// can be dismissed (Escape), pointed at itself, and stays until the reader turns away.
import { placeTip } from './term-tips-place.ts';

const TIP_ID = 'term-tip';
/** Long enough that a pointer on its way elsewhere opens nothing. */
const OPEN_DELAY = 180;
/** Long enough to reach the definition. */
const CLOSE_DELAY = 250;

/** One definition at a time, for all terms of the page. */
class TermTips {
  readonly #tip = makeTip();
  #term: HTMLAnchorElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  listen(): void {
    for (const term of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
      term.addEventListener('pointerenter', (event) => {
        // A finger follows the link.
        if (event.pointerType !== 'touch') this.#soon(() => this.#open(term), OPEN_DELAY);
      });
      term.addEventListener('pointerleave', () => this.#closeSoon());
      term.addEventListener('focus', () => {
        if (term.matches(':focus-visible')) this.#open(term);
      });
      term.addEventListener('blur', () => this.#close());
    }
    this.#tip.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#tip.addEventListener('pointerleave', () => this.#closeSoon());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
    document.body.append(this.#tip);
  }

  #open(term: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    if (term === this.#term) return;
    this.#close();
    const note = findNote(term.dataset['term'] ?? '');
    if (!note) return;
    this.#tip.replaceChildren(...note);
    this.#tip.showPopover();
    this.#place(term);
    term.setAttribute('aria-describedby', TIP_ID);
    this.#term = term;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#term?.removeAttribute('aria-describedby');
    this.#term = undefined;
    if (this.#tip.matches(':popover-open')) this.#tip.hidePopover();
  }

  /** A term that has the focus keeps its definition when the pointer leaves. */
  #closeSoon(): void {
    if (this.#term?.matches(':focus-visible')) clearTimeout(this.#timer);
    else this.#soon(() => this.#close(), CLOSE_DELAY);
  }

  #soon(action: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, delay);
  }

  #place(term: HTMLAnchorElement): void {
    // A term that is broken over two lines has two boxes.
    const box = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const onPage = { left: box.left + scrollX, top: box.top + scrollY, width: box.width, height: box.height };
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { left, top } = placeTip(
      onPage,
      { width: this.#tip.offsetWidth, height: this.#tip.offsetHeight },
      { left: scrollX, top: scrollY, width, height },
    );
    this.#tip.style.left = `${left}px`;
    this.#tip.style.top = `${top}px`;
  }
}

function makeTip(): HTMLElement {
  const tip = document.createElement('div');
  tip.id = TIP_ID;
  tip.className = 'label';
  tip.role = 'tooltip';
  tip.popover = 'manual';
  return tip;
}

/** The name of a term and its definition, from the list of the page. */
function findNote(id: string): Node[] | undefined {
  const note = document.querySelector(`[data-term-note="${CSS.escape(id)}"]`);
  if (!note) return undefined;
  const name = document.createElement('strong');
  name.textContent = note.querySelector('dt')?.textContent?.trim() ?? '';
  return [name, document.createTextNode(note.querySelector('dd')?.textContent?.trim() ?? '')];
}

if ('popover' in HTMLElement.prototype && document.querySelector('a.term')) new TermTips().listen();
