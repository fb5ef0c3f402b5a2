// <choice-tray>: what is chosen for comparison, at the foot of every page; <saved-count>: how much is saved.
import { say } from '../core/words.ts';
import { announce, chosen, saved } from './choose-state.ts';
import { FEWEST, MOST, renderCompareQuery } from './compare-choice.ts';

class ChoiceTray extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#clear());
    chosen.watch(() => {
      this.removeAttribute('data-is-full');
      this.#show();
    });
    new MutationObserver(() => this.#show()).observe(this, { attributeFilter: ['data-is-full'] });
    this.#show();
  }

  #show(): void {
    const slugs = chosen.get();
    const text = this.querySelector('p');
    const link = this.querySelector('a');
    if (!text || !link) return;
    this.hidden = slugs.length === 0;
    text.textContent = describeChosen(slugs.length, this.hasAttribute('data-is-full'));
    link.hidden = slugs.length < FEWEST;
    link.href = (this.dataset['compare'] ?? '') + renderCompareQuery(slugs);
  }

  #clear(): void {
    chosen.set([]);
    announce(say`No paper is chosen for comparison.`);
    // The button is gone; the keyboard goes on from the content.
    document.querySelector('main')?.focus({ preventScroll: true });
  }
}

function describeChosen(number: number, isFull: boolean): string {
  if (isFull) return say`${MOST} papers chosen, which is all that fits.`;
  return number < FEWEST
    ? say`1 paper chosen. Choose another one to compare.`
    : say`${number} papers chosen.`;
}

class SavedCount extends HTMLElement {
  connectedCallback(): void {
    saved.watch(() => this.#show());
    this.#show();
  }

  #show(): void {
    const number = saved.get().length;
    this.textContent = number > 0 ? String(number) : '';
  }
}

customElements.define('choice-tray', ChoiceTray);
customElements.define('saved-count', SavedCount);
