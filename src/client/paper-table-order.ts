// How the table of papers is sorted and filtered: plain values, so that it is tested without a browser.
import { say } from '../core/words.ts';
import {
  compareNumbers,
  compareWords,
  describePart,
  describeShown,
  type SortOrder as Order,
  type SortDirection,
  sortByColumn,
  turnOrder,
} from './table-order.ts';

/** A column that the table can be sorted by. */
export type SortKey = 'title' | 'themes' | 'date' | 'authors';
export type SortOrder = Order<SortKey>;

/** What a row says in each column; empty where the source does not say. `themes` are ids between spaces. */
export type RowValues = Readonly<Record<SortKey, string>>;

/** The direction that a column is first sorted in: dates and numbers from the top, words from A. */
export const FIRST_DIRECTIONS: Readonly<Record<SortKey, SortDirection>> = {
  title: 'ascending',
  themes: 'ascending',
  date: 'descending',
  authors: 'descending',
};

/** The order that the table comes in. */
export const NEWEST_FIRST: SortOrder = { key: 'date', direction: 'descending' };

/** The order after a header was pressed. */
export function nextOrder(current: SortOrder, key: SortKey): SortOrder {
  return turnOrder(current, key, FIRST_DIRECTIONS);
}

/** Sorts rows; rows without a value come last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => RowValues,
  order: SortOrder,
): Row[] {
  return sortByColumn(rows, valuesOf, order, order.key === 'authors' ? compareNumbers : compareWords);
}

/** Whether a row is of a theme, as primary or second one; every row is where none is chosen. */
export function isOfTheme({ themes }: RowValues, theme: string): boolean {
  return theme === '' || themes.split(' ').includes(theme);
}

/** What the table now shows, in words that are read out: `9 of 62 papers, by title, A to Z; the first 5 are shown`. */
export function describeTable(
  wanted: number,
  all: number,
  { key, direction }: SortOrder,
  shown = wanted,
): string {
  const words = ORDER_WORDS[key][direction];
  return `${describePart(wanted, all, 'paper')}, ${words}${describeShown(wanted, shown)}`;
}

const ORDER_WORDS: Readonly<Record<SortKey, Readonly<Record<SortDirection, string>>>> = {
  title: { ascending: say`by title, A to Z`, descending: say`by title, Z to A` },
  themes: { ascending: say`by theme, A to Z`, descending: say`by theme, Z to A` },
  date: { ascending: say`oldest first`, descending: say`newest first` },
  authors: { ascending: say`fewest authors first`, descending: say`most authors first` },
};
