// Makes the table of papers sortable by its headers and filterable by theme. Without it the table is complete.
import {
  describeTable,
  isOfTheme,
  nextOrder,
  type RowValues,
  type SortKey,
  type SortOrder,
  sortRows,
} from './paper-table-order.ts';

class PaperTable extends HTMLElement {
  #order: SortOrder = { key: 'date', direction: 'descending' };
  #rows: readonly HTMLTableRowElement[] = [];

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    for (const header of this.#headers()) makeButton(header, () => this.#sortBy(keyOf(header)));
    const select = this.#select();
    select?.addEventListener('change', () => this.#show());
    select?.closest('label')?.removeAttribute('hidden');
    // A browser that comes back to the page restores the choice in the list.
    if (select?.value) this.#show();
  }

  #headers(): HTMLTableCellElement[] {
    return [...this.querySelectorAll<HTMLTableCellElement>('thead th')];
  }

  #select(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  #sortBy(key: SortKey): void {
    this.#order = nextOrder(this.#order, key);
    for (const header of this.#headers()) {
      if (keyOf(header) === key) header.setAttribute('aria-sort', this.#order.direction);
      else header.removeAttribute('aria-sort');
    }
    this.#show();
  }

  #show(): void {
    const theme = this.#select()?.value ?? '';
    for (const row of this.#rows) row.hidden = !isOfTheme(valuesOf(row), theme);
    this.querySelector('tbody')?.append(...sortRows(this.#rows, valuesOf, this.#order));
    const shown = this.#rows.filter((row) => !row.hidden).length;
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = describeTable(shown, this.#rows.length, this.#order);
  }
}

function keyOf(header: HTMLTableCellElement): SortKey {
  return header.dataset['key'] as SortKey;
}

function valuesOf(row: HTMLTableRowElement): RowValues {
  const { title = '', themes = '', date = '', authors = '' } = row.dataset;
  return { title, themes, date, authors };
}

/** Wraps the words of a header in a button, so that it can be reached and pressed by keyboard. */
function makeButton(header: HTMLTableCellElement, onPress: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...header.childNodes);
  button.addEventListener('click', onPress);
  header.append(button);
}

customElements.define('paper-table', PaperTable);
