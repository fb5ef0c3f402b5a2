// Search on every page: a dialog that a key opens. It is made when it opens for the first time, and what searches is loaded.
import { say } from '../core/words.ts';
import { makeElement as make } from './make-element.ts';
import { onSearchKey } from './search-key.ts';

class SearchDialog extends HTMLElement {
  #isReady = false;

  connectedCallback(): void {
    onSearchKey(() => this.#open());
  }

  #open(): void {
    const dialog = this.querySelector('dialog') ?? makeDialog(this.dataset['search'] ?? '');
    if (!dialog.isConnected) this.append(dialog);
    const field = dialog.querySelector('input') as HTMLInputElement;
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

/** Makes the dialog with its form, which leads to the search page at `action`. Results are added by who shows them. */
function makeDialog(action: string): HTMLDialogElement {
  const title = say`Search the papers`;
  return make(
    'dialog',
    { 'aria-label': title, closedby: 'any' },
    make(
      'form',
      { role: 'search', action },
      make('label', { class: 'visually-hidden', for: 'dialog-search' }, title),
      make('input', {
        id: 'dialog-search',
        name: 'q',
        type: 'search',
        placeholder: title,
        autocomplete: 'off',
        enterkeyhint: 'search',
      }),
      make('button', { class: 'label' }, say`Search`),
    ),
  );
}

customElements.define('search-dialog', SearchDialog);
