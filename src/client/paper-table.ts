// Makes the table of papers sortable by its headers and filterable by theme, all pages of it together. Without it the
// table is complete, page by page.
import { say } from '../core/words.ts';
import type { PaperRow, PaperRows } from '../export/paper-rows.ts';
import { provideList, type ShownItem } from './export-list-items.ts';
import {
  describeTable,
  FIRST_DIRECTIONS,
  isOfTheme,
  NEWEST_FIRST,
  nextOrder,
  type RowValues,
  type SortKey,
  sortRows,
} from './paper-table-order.ts';
import { fillPaperRow } from './paper-table-row.ts';
import { readAddress, writeAddress } from './table-address.ts';
import { loadRowFiles } from './table-files.ts';
import { makeHeadersButtons, showOrder } from './table-headers.ts';
import { renderOrder } from './table-order.ts';
import { once, showMore, themesOf, withValues } from './table-rows.ts';

/** A paper; its row is made when it is shown. */
type Row = { readonly slug: string; readonly values: RowValues; readonly element: () => HTMLTableRowElement };

class PaperTable extends HTMLElement {
  #order = NEWEST_FIRST;
  /** Rows of the page, which are all there are, or an example of what is loaded. */
  #own: readonly HTMLTableRowElement[] = [];
  #loading: Promise<readonly Row[]> | undefined;
  /** How many rows are shown at once. */
  #limit = Number.POSITIVE_INFINITY;

  connectedCallback(): void {
    this.#own = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    if (this.dataset['limit']) this.#limit = Number(this.dataset['limit']);
    makeHeadersButtons(this, (key) => this.#sortBy(key as SortKey));
    for (const select of this.#selects()) {
      select.addEventListener('change', () => this.#change());
      select.closest('label')?.removeAttribute('hidden');
    }
    this.querySelector('[data-part="more"] button')?.addEventListener(
      'click',
      () => void this.#show(this.querySelectorAll('tbody tr').length),
    );
    provideList(this, () => this.#listWanted());
    this.#readAddress();
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #theme(): string {
    return this.#selects()[0]?.value ?? '';
  }

  #readAddress(): void {
    const order = readAddress(this.#selects(), FIRST_DIRECTIONS);
    this.#order = order ?? NEWEST_FIRST;
    showOrder(this, this.#order);
    if (order || this.#theme()) void this.#show();
  }

  #sortBy(key: SortKey): void {
    this.#order = nextOrder(this.#order, key);
    showOrder(this, this.#order);
    this.#change();
  }

  /** Shows what is asked for anew, and says it in the address. */
  #change(): void {
    const isAsItComes = renderOrder(this.#order) === renderOrder(NEWEST_FIRST);
    writeAddress(this.#selects(), isAsItComes ? undefined : this.#order);
    void this.#show();
  }

  #rows(): Promise<readonly Row[]> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<readonly Row[]> {
    const { source, files } = this.dataset;
    const example = this.#own[0];
    if (!source || !example)
      return this.#own.map((row) => ({
        slug: row.dataset['listed'] ?? '',
        values: valuesOf(row),
        element: () => row,
      }));
    const loaded = await loadRowFiles<PaperRows>(source, Number(files));
    const base = new URL(source, location.href);
    const themes = themesOf(loaded[0]?.themes ?? [], base);
    return loaded
      .flatMap(({ rows }) => rows)
      .map((paper) => {
        const values = valuesOfPaper(paper);
        const make = () => withValues(fillPaperRow(example, paper, base, themes), values);
        return { slug: paper.slug, values, element: once(make) };
      });
  }

  /** What the reader asks for, in order. */
  #wanted(rows: readonly Row[]): Row[] {
    const theme = this.#theme();
    return sortRows(
      rows.filter(({ values }) => isOfTheme(values, theme)),
      ({ values }) => values,
      this.#order,
    );
  }

  async #listWanted(): Promise<readonly ShownItem[]> {
    return this.#wanted(await this.#rows()).map(({ slug }) => ({ id: slug }));
  }

  /** Shows the first rows, or those that stand there and as many more. */
  async #show(before = 0): Promise<void> {
    this.setAttribute('aria-busy', 'true');
    try {
      const rows = await this.#rows();
      const wanted = this.#wanted(rows);
      const shown = wanted.slice(0, before + this.#limit).map(({ element }) => element());
      this.querySelector('tbody')?.replaceChildren(...shown);
      showMore(this, shown.length < wanted.length);
      // The first of the new rows, for whoever goes on by keyboard.
      if (before > 0) shown[before]?.querySelector<HTMLElement>('a')?.focus();
      this.#say(describeTable(wanted.length, rows.length, this.#order, shown.length));
    } catch {
      this.#loading = undefined;
      this.#say(say`The other papers could not be loaded. Check your connection, then try again.`);
    } finally {
      this.removeAttribute('aria-busy');
    }
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

function valuesOf(row: HTMLTableRowElement): RowValues {
  const { title = '', themes = '', date = '', authors = '' } = row.dataset;
  return { title, themes, date, authors };
}

function valuesOfPaper({ title, themes, day = '', authors }: PaperRow): RowValues {
  return {
    title,
    themes: themes.join(' '),
    date: day,
    authors: authors === undefined ? '' : String(authors),
  };
}

customElements.define('paper-table', PaperTable);
