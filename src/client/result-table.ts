// Makes the table of results sortable by its headers and filterable. Without it the table is complete.
import {
  describeResults,
  FIRST_DIRECTIONS,
  isWanted,
  type ResultFilter,
  type ResultKey,
  type ResultOrder,
  type ResultValues,
  sortResults,
} from './result-table-rows.ts';
import { makeHeadersButtons, showOrder } from './table-headers.ts';
import { turnOrder } from './table-order.ts';

type Group = { readonly body: HTMLElement; readonly rows: readonly HTMLTableRowElement[] };

class ResultTable extends HTMLElement {
  #order: ResultOrder | undefined;
  #groups: readonly Group[] = [];

  connectedCallback(): void {
    this.#groups = [...this.querySelectorAll('tbody')].map((body) => ({
      body,
      rows: [...body.querySelectorAll<HTMLTableRowElement>('tr[data-value]')],
    }));
    makeHeadersButtons(this, (key) => this.#sortBy(key as ResultKey));
    for (const select of this.#selects()) {
      select.addEventListener('change', () => this.#show());
      select.closest('label')?.removeAttribute('hidden');
    }
    // A browser that comes back to the page restores the choices in the lists.
    if (this.#selects().some(({ value }) => value)) this.#show();
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #filter(): ResultFilter {
    const chosen = (name: string) => this.#selects().find((select) => select.name === name)?.value ?? '';
    return { theme: chosen('theme'), measure: chosen('measure'), benchmark: chosen('benchmark') };
  }

  #sortBy(key: ResultKey): void {
    this.#order = turnOrder(this.#order, key, FIRST_DIRECTIONS);
    showOrder(this, this.#order);
    this.#show();
  }

  #show(): void {
    const filter = this.#filter();
    for (const { body, rows } of this.#groups) {
      for (const row of rows) row.hidden = !isWanted(valuesOf(row), filter);
      body.hidden = rows.every((row) => row.hidden);
      if (this.#order) body.append(...sortResults(rows, valuesOf, this.#order));
    }
    const rows = this.#groups.flatMap((group) => group.rows);
    const status = this.querySelector('[role="status"]');
    const shown = rows.filter((row) => !row.hidden).length;
    if (status) status.textContent = describeResults(shown, rows.length, this.#order);
  }
}

function valuesOf({ dataset }: HTMLTableRowElement): ResultValues {
  const { value = '', metric = '', measure = '', model = '', versus = '', paper = '' } = dataset;
  const { kind = '', themes = '', measureId = '', benchmark = '' } = dataset;
  return { value, metric, measure, model, versus, paper, kind, themes, measureId, benchmark };
}

customElements.define('result-table', ResultTable);
