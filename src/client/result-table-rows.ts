// How the table of results is sorted and filtered: plain values, so that it is tested without a browser.
import { say } from '../core/words.ts';
import {
  compareWords,
  describePart,
  describeShown,
  type SortDirection,
  type SortOrder,
  sortByColumn,
} from './table-order.ts';

/** A column that the table can be sorted by. */
export type ResultKey = 'value' | 'metric' | 'measure' | 'model' | 'versus' | 'paper';
export type ResultOrder = SortOrder<ResultKey>;

/**
 * What a row says; empty where the abstract does not say. Only values of one `kind` can be put in an order. `themes` are
 * ids between spaces.
 */
export type ResultValues = Readonly<
  Record<ResultKey | 'kind' | 'themes' | 'measureId' | 'benchmark', string>
>;

/** What the reader asks for; empty where all is wanted. */
export type ResultFilter = {
  readonly theme: string;
  readonly measure: string;
  readonly benchmark: string;
};

/** The direction that a column is first sorted in. */
export const FIRST_DIRECTIONS: Readonly<Record<ResultKey, SortDirection>> = {
  value: 'descending',
  metric: 'ascending',
  measure: 'ascending',
  model: 'ascending',
  versus: 'ascending',
  paper: 'ascending',
};

/** Sorts the rows of one benchmark. Values are put in an order within their kind only; the kinds keep theirs. */
export function sortResults<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => ResultValues,
  order: ResultOrder,
): Row[] {
  if (order.key !== 'value') return sortByColumn(rows, valuesOf, order, compareWords);
  const kinds = [...new Set(rows.map((row) => valuesOf(row).kind))];
  const sign = order.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [first, second] = [valuesOf(a), valuesOf(b)];
    return (
      kinds.indexOf(first.kind) - kinds.indexOf(second.kind) ||
      sign * (Number(first.value) - Number(second.value))
    );
  });
}

/** Whether a row is what the reader asks for. */
export function isWanted(
  { themes, measureId, benchmark }: ResultValues,
  { theme, measure, benchmark: on }: ResultFilter,
): boolean {
  return (
    (theme === '' || themes.split(' ').includes(theme)) &&
    (measure === '' || measureId === measure) &&
    (on === '' || benchmark === on)
  );
}

/** What the table now shows, in words that are read out. */
export function describeResults(
  wanted: number,
  all: number,
  order: ResultOrder | undefined,
  shown = wanted,
): string {
  const words = order ? `, ${ORDER_WORDS[order.key][order.direction]}` : '';
  return say`${describePart(wanted, all, 'result')}, by benchmark${words}${describeShown(wanted, shown)}`;
}

const words = (column: string): Readonly<Record<SortDirection, string>> => ({
  ascending: say`then by ${column}, A to Z`,
  descending: say`then by ${column}, Z to A`,
});

const ORDER_WORDS: Readonly<Record<ResultKey, Readonly<Record<SortDirection, string>>>> = {
  value: {
    ascending: say`lowest first among values of one metric`,
    descending: say`highest first among values of one metric`,
  },
  metric: words(say`metric`),
  measure: words(say`measure`),
  model: words(say`model`),
  versus: words(say`what it is compared with`),
  paper: words(say`paper`),
};
