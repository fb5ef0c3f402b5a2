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
import { makeHeadersButtons, showOrder } from './table-headers.ts';

class PaperTable extends HTMLElement {
  #order: SortOrder = { key: 'date', direction: 'descending' };
  #rows: readonly HTMLTableRowElement[] = [];

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    makeHeadersButtons(this, (key) => this.#sortBy(key as SortKey));
    const select = this.#select();
    select?.addEventListener('change', () => this.#show());
    select?.closest('label')?.removeAttribute('hidden');
    // A browser that comes back to the page restores the choice in the list.
    if (select?.value) this.#show();
  }

  #select(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  #sortBy(key: SortKey): void {
    this.#order = nextOrder(this.#order, key);
    showOrder(this, this.#order);
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

function valuesOf(row: HTMLTableRowElement): RowValues {
  const { title = '', themes = '', date = '', authors = '' } = row.dataset;
  return { title, themes, date, authors };
}

customElements.define('paper-table', PaperTable);
