// Shows beside a term what it means, and beside a citation what is cited, while one points at it or has the focus on
// it. The words come from the lists of the page; without script both are links. Behaves as WCAG 2.2, 1.4.13 asks: a tip
// can be dismissed (Escape), pointed at itself, and stays until the reader turns away.
import { placeTip } from './tips-place.ts';

const TIP_ID = 'tip';
const WITH_TIP = 'a.term, a.citation';
/** Long enough that a pointer on its way elsewhere opens nothing. */
const OPEN_DELAY = 180;
/** Long enough to reach the tip. */
const CLOSE_DELAY = 250;

/** One tip at a time, for all links of the page that have one. */
class Tips {
  readonly #tip = makeTip();
  #link: HTMLAnchorElement | undefined;
  /** What describes the link where no tip does. */
  #description: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  listen(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(WITH_TIP)) {
      link.addEventListener('pointerenter', (event) => {
        // A finger follows the link.
        if (event.pointerType !== 'touch') this.#soon(() => this.#open(link), OPEN_DELAY);
      });
      link.addEventListener('pointerleave', () => this.#closeSoon());
      link.addEventListener('focus', () => {
        if (link.matches(':focus-visible')) this.#open(link);
      });
      link.addEventListener('blur', () => this.#close());
    }
    this.#tip.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#tip.addEventListener('pointerleave', () => this.#closeSoon());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
    document.body.append(this.#tip);
  }

  #open(link: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    if (link === this.#link) return;
    this.#close();
    const note = link.matches('.term') ? findDefinition(link) : findReference(link);
    if (!note) return;
    this.#tip.replaceChildren(...note);
    this.#tip.showPopover();
    this.#place(link);
    this.#description = link.getAttribute('aria-describedby');
    link.setAttribute('aria-describedby', TIP_ID);
    this.#link = link;
  }

  #close(): void {
    clearTimeout(this.#timer);
    if (this.#description === null) this.#link?.removeAttribute('aria-describedby');
    else this.#link?.setAttribute('aria-describedby', this.#description);
    this.#link = undefined;
    if (this.#tip.matches(':popover-open')) this.#tip.hidePopover();
  }

  /** A link that has the focus keeps its tip when the pointer leaves. */
  #closeSoon(): void {
    if (this.#link?.matches(':focus-visible')) clearTimeout(this.#timer);
    else this.#soon(() => this.#close(), CLOSE_DELAY);
  }

  #soon(action: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, delay);
  }

  #place(link: HTMLAnchorElement): void {
    // A link that is broken over two lines has two boxes.
    const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
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

/** The name of a term and its definition, from the list of terms. */
function findDefinition(term: HTMLAnchorElement): Node[] | undefined {
  const note = document.querySelector(`[data-term-note="${CSS.escape(term.dataset['term'] ?? '')}"]`);
  return note ? renderNote(note.querySelector('dt'), note.querySelector('dd')) : undefined;
}

/** The title of a cited paper with its facts and its summary, from the list of references. */
function findReference(citation: HTMLAnchorElement): Node[] | undefined {
  const reference = document.getElementById(citation.getAttribute('aria-describedby') ?? '');
  if (!reference) return undefined;
  const parts = ['a', '.facts', '.summary'].map((selector) => reference.querySelector(selector));
  return renderNote(...parts);
}

/** The first text is the heading; what is missing, or empty, has no line. */
function renderNote(...parts: readonly (Element | null)[]): Node[] {
  return parts.flatMap((part, index) => {
    const text = part?.textContent?.replace(/\s+/g, ' ').trim();
    if (!text) return [];
    const element = document.createElement(index === 0 ? 'strong' : 'span');
    element.className = part?.className ?? '';
    element.textContent = text;
    return [element];
  });
}

if ('popover' in HTMLElement.prototype && document.querySelector(WITH_TIP)) new Tips().listen();
