// Search on every page: a dialog that a key opens. What searches is loaded when it opens for the first time.
import { onSearchKey } from './search-key.ts';

class SearchDialog extends HTMLElement {
  #isReady = false;

  connectedCallback(): void {
    onSearchKey(() => this.#open());
  }

  #open(): void {
    const dialog = this.querySelector('dialog') as HTMLDialogElement;
    const field = this.querySelector('input') as HTMLInputElement;
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
    if (this.#isReady) return;
    this.#isReady = true;
    void import('./search-dialog-results.ts').then(
      ({ showResults }) => showResults(this, field),
      (error: unknown) => {
        console.error(error);
        // The form still leads to the search page. The next time, it is tried again.
        this.#isReady = false;
      },
    );
  }
}

customElements.define('search-dialog', SearchDialog);
