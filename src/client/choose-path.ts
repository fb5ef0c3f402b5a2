// <path-save slugs="one two">: saves all papers of a reading path at once.
import { say } from '../core/words.ts';
import { announce, NOT_KEPT, saved } from './choose-state.ts';
import { addPapers, isSaved } from './reading-list-items.ts';

class PathSave extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => this.#save());
    saved.watch(() => this.#show());
    this.hidden = false;
    this.#show();
  }

  get #slugs(): string[] {
    return (this.getAttribute('slugs') ?? '').split(' ').filter(Boolean);
  }

  #show(): void {
    const missing = this.#slugs.filter((slug) => !isSaved(saved.get(), slug)).length;
    const button = this.querySelector('button');
    if (!button) return;
    button.setAttribute('aria-disabled', String(missing === 0));
    button.textContent =
      missing === 0
        ? say`All are on your reading list`
        : missing === this.#slugs.length
          ? say`Save all ${missing} papers to your reading list`
          : say`Save the other ${missing} to your reading list`;
  }

  #save(): void {
    const before = saved.get().length;
    const next = addPapers(saved.get(), this.#slugs);
    if (next.length === before) return;
    const isKept = saved.set(next);
    announce(say`${next.length - before} papers saved to your reading list.${isKept ? '' : ` ${NOT_KEPT}`}`);
  }
}

customElements.define('path-save', PathSave);
