// Makes the table of results sortable by its headers and filterable, all pages of it together. Without it the table is
// complete, page by page.
import { say } from '../core/words.ts';
import type { ResultBenchmark, ResultRowData, ResultRowsFile } from '../export/result-rows.ts';
import { provideList, type ShownItem } from './export-list-items.ts';
import { fillResultHead, fillResultRow } from './result-table-row.ts';
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
import { readAddress, writeAddress } from './table-address.ts';
import { loadRowFiles } from './table-files.ts';
import { makeHeadersButtons, showOrder } from './table-headers.ts';
import { turnOrder } from './table-order.ts';
import { once, showMore, themesOf, withValues } from './table-rows.ts';

/** A result; its row is made when it is shown. */
type Row = {
  readonly id: string;
  readonly values: ResultValues;
  readonly element: () => HTMLTableRowElement;
};
/** What a reader asks for of the results on one benchmark, in order. */
type WantedGroup = { readonly group: Group; readonly rows: readonly Row[] };
/** The results on one benchmark. */
type Group = {
  readonly body: HTMLElement;
  readonly head: HTMLTableRowElement | null;
  readonly rows: readonly Row[];
};

class ResultTable extends HTMLElement {
  #order: ResultOrder | undefined;
  /** What the page has, which is all there is, or an example of what is loaded. */
  #own: readonly Group[] = [];
  #loading: Promise<readonly Group[]> | undefined;
  /** How many rows are shown at once. */
  #limit = Number.POSITIVE_INFINITY;

  connectedCallback(): void {
    this.#own = [...this.querySelectorAll('tbody')].map(readGroup);
    if (this.dataset['limit']) this.#limit = Number(this.dataset['limit']);
    makeHeadersButtons(this, (key) => this.#sortBy(key as ResultKey));
    for (const select of this.#selects()) {
      select.addEventListener('change', () => this.#change());
      select.closest('label')?.removeAttribute('hidden');
    }
    this.querySelector('[data-part="more"] button')?.addEventListener(
      'click',
      () => void this.#show(this.querySelectorAll('tr[data-value]').length),
    );
    provideList(this, () => this.#listWanted());
    this.#readAddress();
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #filter(): ResultFilter {
    const chosen = (name: string) => this.#selects().find((select) => select.name === name)?.value ?? '';
    return { theme: chosen('theme'), measure: chosen('measure'), benchmark: chosen('benchmark') };
  }

  #readAddress(): void {
    this.#order = readAddress(this.#selects(), FIRST_DIRECTIONS);
    if (this.#order) showOrder(this, this.#order);
    if (this.#order || this.#selects().some(({ value }) => value)) void this.#show();
  }

  #sortBy(key: ResultKey): void {
    this.#order = turnOrder(this.#order, key, FIRST_DIRECTIONS);
    showOrder(this, this.#order);
    this.#change();
  }

  /** Shows what is asked for anew, and says it in the address. */
  #change(): void {
    writeAddress(this.#selects(), this.#order);
    void this.#show();
  }

  #groups(): Promise<readonly Group[]> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<readonly Group[]> {
    const { source, files } = this.dataset;
    const example = this.#own[0];
    if (!source || !example) return this.#own;
    const loaded = await loadRowFiles<ResultRowsFile>(source, Number(files));
    const base = new URL(source, location.href);
    const themes = themesOf(loaded[0]?.themes ?? [], base);
    const first = example.rows[0]?.element();
    if (!first) return this.#own;
    const byBenchmark = Map.groupBy(
      loaded.flatMap(({ rows }) => rows),
      ({ benchmark }) => benchmark,
    );
    return (loaded[0]?.benchmarks ?? []).map((benchmark) => {
      const rows = byBenchmark.get(benchmark.id) ?? [];
      return makeGroup(example, benchmark, base, rows, (row) => fillResultRow(first, row, base, themes));
    });
  }

  /** What the reader asks for, in order. */
  #wanted(groups: readonly Group[]): WantedGroup[] {
    const filter = this.#filter();
    return groups.map((group) => {
      const rows = group.rows.filter(({ values }) => isWanted(values, filter));
      return { group, rows: this.#order ? sortResults(rows, ({ values }) => values, this.#order) : rows };
    });
  }

  async #listWanted(): Promise<readonly ShownItem[]> {
    return this.#wanted(await this.#groups()).flatMap(({ rows }) => rows.map(({ id }) => ({ id })));
  }

  /** Shows the first rows, or those that stand there and as many more. */
  async #show(before = 0): Promise<void> {
    this.setAttribute('aria-busy', 'true');
    try {
      const groups = await this.#groups();
      const wanted = this.#wanted(groups);
      const shown = this.#showGroups(wanted, before + this.#limit);
      const all = wanted.flatMap(({ rows }) => rows);
      showMore(this, shown.length < all.length);
      // The first of the new rows, for whoever goes on by keyboard.
      if (before > 0) shown[before]?.querySelector<HTMLElement>('summary')?.focus();
      const total = groups.flatMap(({ rows }) => rows).length;
      this.#say(describeResults(all.length, total, this.#order, shown.length));
    } catch {
      this.#loading = undefined;
      this.#say(say`The other results could not be loaded. Check your connection, then try again.`);
    } finally {
      this.removeAttribute('aria-busy');
    }
  }

  /** Puts at most `limit` rows into the table; returns them. */
  #showGroups(wanted: readonly WantedGroup[], limit: number): HTMLTableRowElement[] {
    const shown: HTMLTableRowElement[] = [];
    const bodies = wanted.map(({ group: { body, head }, rows }) => {
      const elements = rows.slice(0, limit - shown.length).map(({ element }) => element());
      body.replaceChildren(...(head ? [head] : []), ...elements);
      body.hidden = elements.length === 0;
      shown.push(...elements);
      return body;
    });
    for (const body of this.querySelectorAll('tbody')) body.remove();
    this.querySelector('table')?.append(...bodies);
    return shown;
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

function readGroup(body: HTMLElement): Group {
  const rows = [...body.querySelectorAll<HTMLTableRowElement>('tr[data-value]')];
  return {
    body,
    head: body.querySelector<HTMLTableRowElement>('tr.head'),
    rows: rows.map((row) => ({ id: row.id, values: valuesOf(row), element: () => row })),
  };
}

function makeGroup(
  { body, head }: Group,
  benchmark: ResultBenchmark,
  base: URL,
  rows: readonly ResultRowData[],
  fill: (row: ResultRowData) => HTMLTableRowElement,
): Group {
  return {
    body: body.cloneNode() as HTMLElement,
    head: head && fillResultHead(head, benchmark, base, rows.length),
    rows: rows.map((row) => {
      const values = valuesOfResult(row);
      return { id: row.id, values, element: once(() => withValues(fill(row), values)) };
    }),
  };
}

function valuesOf({ dataset }: HTMLTableRowElement): ResultValues {
  const { value = '', metric = '', measure = '', model = '', versus = '', paper = '' } = dataset;
  const { kind = '', themes = '', measureId = '', benchmark = '' } = dataset;
  return { value, metric, measure, model, versus, paper, kind, themes, measureId, benchmark };
}

function valuesOfResult(row: ResultRowData): ResultValues {
  const { setting = '', metric, measure, measureId, model = '', versus = '', paper, kind, benchmark } = row;
  return {
    value: String(row.number),
    metric: `${metric} ${setting}`.trim(),
    themes: row.themes.join(' '),
    ...{ measure, measureId, model, versus, paper, kind, benchmark },
  };
}

customElements.define('result-table', ResultTable);
