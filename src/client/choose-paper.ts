// <paper-choice slug="..." name="title">: two toggle buttons, to save a paper and to choose it for comparison.
import { say } from '../core/words.ts';
import { announce, chosen, NOT_KEPT, saved } from './choose-state.ts';
import { MOST, toggleChosen } from './compare-choice.ts';
import { addPapers, isSaved, removePaper } from './reading-list-items.ts';

class PaperChoice extends HTMLElement {
  #ends: (() => void)[] = [];
  #save: HTMLButtonElement | undefined;
  #compare: HTMLButtonElement | undefined;

  connectedCallback(): void {
    if (!this.#save) {
      this.#save = this.#makeButton(say`Save`, () => this.#toggleSaved());
      this.#compare = this.#makeButton(say`Compare`, () => this.#toggleChosen());
      this.replaceChildren(this.#save, this.#compare);
    }
    this.#ends = [saved.watch(() => this.#show()), chosen.watch(() => this.#show())];
    this.#show();
  }

  disconnectedCallback(): void {
    for (const end of this.#ends) end();
  }

  get #slug(): string {
    return this.getAttribute('slug') ?? '';
  }

  get #name(): string {
    return this.getAttribute('name') ?? this.#slug;
  }

  #makeButton(action: string, onPress: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    const name = document.createElement('span');
    button.type = 'button';
    name.className = 'visually-hidden';
    name.textContent = ` ${this.#name}`;
    button.append(action, name);
    button.addEventListener('click', onPress);
    return button;
  }

  #show(): void {
    this.#save?.setAttribute('aria-pressed', String(isSaved(saved.get(), this.#slug)));
    this.#compare?.setAttribute('aria-pressed', String(chosen.get().includes(this.#slug)));
  }

  #toggleSaved(): void {
    const list = saved.get();
    const isThere = isSaved(list, this.#slug);
    const isKept = saved.set(isThere ? removePaper(list, this.#slug) : addPapers(list, [this.#slug]));
    const done = isThere ? say`Taken off your reading list` : say`Saved to your reading list`;
    announce(`${done}: ${this.#name}.${isKept ? '' : ` ${NOT_KEPT}`}`);
  }

  #toggleChosen(): void {
    const next = toggleChosen(chosen.get(), this.#slug);
    if (!next) {
      announce(say`${MOST} papers are chosen already, and no more fit side by side.`);
      document.querySelector('choice-tray')?.setAttribute('data-is-full', '');
      return;
    }
    chosen.set(next);
    announce(say`${next.length} of at most ${MOST} papers chosen for comparison.`);
  }
}

customElements.define('paper-choice', PaperChoice);
