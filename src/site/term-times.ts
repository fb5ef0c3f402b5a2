// When papers use a term: a column a quarter over the whole span of the survey; or a year, in a survey of many quarters or
// where only the year of a paper is known.

import { extent, max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import { appearedOn, isYear } from '../core/appeared.ts';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import { say } from '../core/words.ts';

/** One column; places are shares of the width and of the height. */
export type TimeColumn = {
  readonly label: string;
  readonly papers: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where a year begins, if there is room for its number. */
  readonly year?: string;
};

export type TermTimes = { readonly columns: readonly TimeColumn[]; readonly undated: number };

/** More quarters than this are years. */
const MAX_QUARTERS = 24;
/** The least share of the width from where one year is written to the next: four digits and a gap in a narrow margin. */
const YEAR_WIDTH = 22;
const QUARTER = utcMonth.every(3) ?? utcMonth;

const daysOf = (entries: readonly Entry[]) => entries.flatMap(({ fields }) => appearedOn(fields) ?? []);
const spanOf = oncePer((entries: readonly Entry[]) => {
  const days = daysOf(entries);
  return { span: extent(days), hasYears: days.some(isYear) };
});

/** Lays out the columns; undefined where fewer than two papers have a date, for then there is nothing to compare. */
export function makeTermTimes(users: readonly Entry[], all: readonly Entry[]): TermTimes | undefined {
  const own = daysOf(users).map((day) => new Date(day));
  const {
    span: [first, last],
    hasYears,
  } = spanOf(all);
  if (own.length < 2 || !first || !last) return undefined;
  const isQuarterly =
    !hasYears && QUARTER.range(QUARTER.floor(new Date(first)), new Date(last)).length <= MAX_QUARTERS;
  const interval = isQuarterly ? QUARTER : utcYear;
  const starts = interval.range(interval.floor(new Date(first)), new Date(Date.parse(last) + 1));
  const begun = Map.groupBy(own, (day) => interval.floor(day).getTime());
  const counts = starts.map((start) => begun.get(start.getTime())?.length ?? 0);
  const across = scaleBand(starts, [0, 100]).paddingInner(0.2);
  const up = scaleLinear([0, max(counts) ?? 1], [0, 100]);
  let room = 0;
  return {
    undated: users.length - own.length,
    columns: starts.map((start, index) => {
      const papers = counts[index] ?? 0;
      const x = across(start) ?? 0;
      const isNamed = (index === 0 || start.getUTCMonth() === 0) && x >= room;
      if (isNamed) room = x + YEAR_WIDTH;
      return {
        label: isQuarterly ? `${quarterOf(start)} ${start.getUTCFullYear()}` : `${start.getUTCFullYear()}`,
        papers,
        x: round(x),
        y: round(100 - up(papers)),
        width: round(across.bandwidth()),
        height: round(up(papers)),
        ...(isNamed && { year: String(start.getUTCFullYear()) }),
      };
    }),
  };
}

function quarterOf(start: Date): string {
  return (
    [say`January to March`, say`April to June`, say`July to September`, say`October to December`][
      start.getUTCMonth() / 3
    ] ?? ''
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
