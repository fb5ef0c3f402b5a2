// How a table is sorted by its headers: plain values, the same for every table of the site.
import { count, LOCALE, say } from '../core/words.ts';

export type SortDirection = 'ascending' | 'descending';
export type SortOrder<Key extends string> = { readonly key: Key; readonly direction: SortDirection };
export type Compare = (a: string, b: string) => number;

/** Compares words as a reader would, whatever their accents, and numbers within them by their size. */
export const compareWords: Compare = (a, b) => a.localeCompare(b, LOCALE, { numeric: true });
/** Compares numbers by their size. */
export const compareNumbers: Compare = (a, b) => Number(a) - Number(b);

/** The order after a header was pressed: another column begins in its first direction, the same one turns round. */
export function turnOrder<Key extends string>(
  current: SortOrder<Key> | undefined,
  key: Key,
  first: Readonly<Record<Key, SortDirection>>,
): SortOrder<Key> {
  if (current?.key !== key) return { key, direction: first[key] };
  return { key, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** An order as an address says it: `title`, and `-title` for the descending one. */
export function renderOrder({ key, direction }: SortOrder<string>): string {
  return direction === 'descending' ? `-${key}` : key;
}

/** The order that an address says; undefined where it says none by one of the columns. */
export function parseOrder<Key extends string>(
  text: string,
  keys: Readonly<Record<Key, unknown>>,
): SortOrder<Key> | undefined {
  const key = text.replace(/^-/, '');
  if (!Object.hasOwn(keys, key)) return undefined;
  return { key: key as Key, direction: key === text ? 'ascending' : 'descending' };
}

/** Sorts rows; equal ones keep their place, and rows without a value come last in both directions. */
export function sortByColumn<Row, Key extends string>(
  rows: readonly Row[],
  valuesOf: (row: Row) => Readonly<Record<Key, string>>,
  { key, direction }: SortOrder<Key>,
  compare: Compare,
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [first, second] = [valuesOf(a)[key], valuesOf(b)[key]];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return sign * compare(first, second);
  });
}

/** How much of a table is asked for: `62 papers`, `9 of 62 papers`. */
export function describePart(wanted: number, all: number, word: string): string {
  return wanted === all ? count(all, word) : say`${wanted} of ${count(all, word)}`;
}

/** What of it is shown, where that is not all: `; the first 100 are shown`. */
export function describeShown(wanted: number, shown: number): string {
  return shown < wanted ? say`; the first ${shown} are shown` : '';
}
