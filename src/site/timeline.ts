// Papers over time by theme, as geometry: one row a theme, a dot a paper, stacked within its month. Where there are too many
// papers for that, or only the year of one is known, a dot a year, as large as their number.
// Across, places are shares of the width, so that the plot fills whatever room it has; down, they are pixels.

import { groups } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import { appearedOn, isYear } from '../core/appeared.ts';
import { type Catalog, compareText } from '../core/catalog.ts';
import { renderDate } from '../core/date-words.ts';
import type { Entry } from '../core/schema/entry.ts';
import { count } from '../core/words.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { shortDateLabel, yearOf } from './labels.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { isPrimary, type ThemeLabel, themeLabel } from './paper-summary.ts';

/** A dot: `x` in per cent of the width, `shift` in pixels beside that, `y` and `radius` in pixels. */
export type Dot = {
  readonly label: string;
  readonly x: number;
  readonly shift: number;
  readonly y: number;
  readonly radius: number;
  /** The paper that it is. */
  readonly slug?: string;
  /** The year whose papers it is; `undated` for those without a date. */
  readonly year?: string;
};

/** A theme in the plot: where its strip ends (in pixels), its dots, and its papers by column of the table. */
export type TimelineRow = ThemeLabel & {
  readonly bottom: number;
  readonly dots: readonly Dot[];
  readonly counts: readonly number[];
};

/**
 * A month of the axis, in per cent; `year` stands where a new one begins, and `sameYear` half a year later: where the plot is
 * wider than the screen, one of them is in view.
 */
export type MonthTick = {
  readonly start: number;
  readonly middle: number;
  /** None where there is no room for it. */
  readonly letter: string;
  readonly year?: string;
  readonly sameYear?: string;
};

export type Timeline = {
  /** Whether a dot is a paper, or all papers of a year. */
  readonly isByPaper: boolean;
  /** The least width (in pixels) at which dots do not touch. */
  readonly minWidth: number;
  readonly height: number;
  /** Where the rows end and the axis begins (in pixels). */
  readonly axis: number;
  readonly rows: readonly TimelineRow[];
  readonly months: readonly MonthTick[];
  /** Where the column of papers without a date begins, in per cent; undefined where every paper has one. */
  readonly undated?: { readonly start: number };
  /** Headings of the table that says the same: the years, and `undated` where there are such papers. */
  readonly columns: readonly string[];
};

/** Room for a dot: WCAG 2.2 asks for 24 pixels from target to target. */
const PITCH = 24;
const MIN_MONTH_WIDTH = PITCH + 2;
/** The column of undated papers is as wide as so many months, and holds as many dots side by side. */
const UNDATED_MONTHS = 3;
/** Where a dot is a year: the least room for it, and the radius of the largest. */
const MIN_YEAR_WIDTH = 44;
const LARGEST = 17;
const SMALLEST = 4;
/** The radius of a dot that is a paper. */
const RADIUS = 7;
const ROW_PADDING = 9;
const AXIS_HEIGHT = 46;
const UNDATED = 'undated';

/** Lays out the plot; `most` is how many papers it shows one by one. */
export function makeTimeline({ themes, entries }: Catalog, most: number = PAGE_SIZES.timeline): Timeline {
  const dates = entries.flatMap(({ fields }) => appearedOn(fields) ?? []);
  const isByPaper = entries.length <= most && !dates.some(isYear);
  const months = monthsOf(dates);
  const undatedUnits = dates.length === entries.length ? 0 : isByPaper ? UNDATED_MONTHS : 12;
  const units = months.length + undatedUnits;
  const share = scaleLinear([0, units], [0, 100]);
  const columns = [...new Set(entries.map(({ fields }) => yearOf(fields)))].toSorted(compareText);
  const own = new Map(themes.map(({ id }) => [id, entries.filter((entry) => isPrimary(entry, id))]));
  const layOut = isByPaper
    ? makePaperRow(placePapers(months, units, share))
    : makeYearRow(placeYears(months, units, share), [...own.values()]);

  const rows: TimelineRow[] = [];
  for (const theme of themes) {
    const papers = own.get(theme.id) ?? [];
    const byYear = Map.groupBy(papers, ({ fields }) => yearOf(fields));
    rows.push({
      ...themeLabel(theme),
      ...layOut(papers, rows.at(-1)?.bottom ?? 0, theme.fields.short),
      counts: columns.map((column) => byYear.get(column)?.length ?? 0),
    });
  }
  const axis = rows.at(-1)?.bottom ?? 0;
  return {
    isByPaper,
    minWidth: Math.ceil(units * (isByPaper ? MIN_MONTH_WIDTH : MIN_YEAR_WIDTH / 12)),
    height: axis + AXIS_HEIGHT,
    axis,
    rows,
    months: months.map((month, index) => ({
      start: round(share(index)),
      middle: round(share(index + 0.5)),
      letter: isByPaper ? renderDate(month).slice(0, 1) : '',
      ...((index === 0 || isNewYear(month)) && { year: month.slice(0, 4) }),
      // Not soon after the first year is said.
      ...(isByPaper && index > 5 && month.endsWith('-07') && { sameYear: month.slice(0, 4) }),
    })),
    ...(undatedUnits > 0 && { undated: { start: round(share(months.length)) } }),
    columns,
  };
}

type Share = (unit: number) => number;
/** Lays out the papers of a row below `top`. */
type LayOutRow = (
  entries: readonly Entry[],
  top: number,
  short: string,
) => Pick<TimelineRow, 'bottom' | 'dots'>;

/** The middle of each month, and of the column of undated papers. */
function placePapers(months: readonly string[], units: number, share: Share): ReadonlyMap<string, number> {
  return new Map([
    ...months.map((month, index) => [month, round(share(index + 0.5))] as const),
    [UNDATED, round(share((months.length + units) / 2))],
  ]);
}

/** The middle of the months of each year, and of the column of undated papers. */
function placeYears(months: readonly string[], units: number, share: Share): ReadonlyMap<string, number> {
  const years = groups(
    months.map((month, index) => ({ year: month.slice(0, 4), index })),
    ({ year }) => year,
  );
  return new Map([
    ...years.map(([year, own]) => {
      const [first, last] = [own[0]?.index ?? 0, own.at(-1)?.index ?? 0];
      return [year, round(share((first + last + 1) / 2))] as const;
    }),
    [UNDATED, round(share((months.length + units) / 2))],
  ]);
}

/** A dot for each year of a row, whose area is the number of its papers. */
function makeYearRow(places: ReadonlyMap<string, number>, rows: readonly (readonly Entry[])[]): LayOutRow {
  const years = (entries: readonly Entry[]) => groups(entries, ({ fields }) => yearOf(fields));
  const most = Math.max(1, ...rows.flatMap((row) => years(row).map(([, papers]) => papers.length)));
  return (entries, top, short) => {
    const bottom = top + 2 * LARGEST + 2 * ROW_PADDING;
    const dots = years(entries).map(([year, papers]) => ({
      year,
      label: `${short}, ${year}: ${count(papers.length, 'paper')}`,
      x: places.get(year) ?? 0,
      shift: 0,
      y: bottom - ROW_PADDING - LARGEST,
      radius: round(Math.max(SMALLEST, LARGEST * Math.sqrt(papers.length / most))),
    }));
    return { bottom, dots };
  };
}

/** Every month from the first date to the last, as `2025-01`, with no gap; a year reaches from its first to its last. */
function monthsOf(dates: readonly string[]): string[] {
  const first = dates.toSorted()[0];
  const last = dates
    .map((date) => (isYear(date) ? `${date}-12` : date))
    .toSorted()
    .at(-1);
  if (!first || !last) return [];
  const end = utcMonth.offset(utcMonth.floor(new Date(last)), 1);
  return utcMonth.range(utcMonth.floor(new Date(first)), end).map((month) => month.toISOString().slice(0, 7));
}

function isNewYear(month: string): boolean {
  const day = new Date(month);
  return utcYear.floor(day).getTime() === day.getTime();
}

/** Stacks the dots of a row upwards from its base line; a row is as high as its highest stack. */
function makePaperRow(places: ReadonlyMap<string, number>): LayOutRow {
  return (entries, top) => {
    // The oldest of a month lies at the bottom.
    const stacks = groups(entries.toReversed(), ({ fields }) => appearedOn(fields)?.slice(0, 7) ?? UNDATED);
    const height = ([column, stack]: (typeof stacks)[number]) =>
      Math.ceil(stack.length / dotsAbreast(column));
    const bottom = top + Math.max(1, ...stacks.map(height)) * PITCH + 2 * ROW_PADDING;
    const dots = stacks.flatMap(([column, stack]) => {
      const abreast = Math.min(dotsAbreast(column), stack.length);
      return stack.map(({ slug, fields }, index) => ({
        slug,
        label: `${plainFormulas(fields.title)}, ${shortDateLabel(fields).text}`,
        x: places.get(column) ?? 0,
        shift: ((index % abreast) - (abreast - 1) / 2) * PITCH,
        y: bottom - ROW_PADDING - PITCH / 2 - Math.floor(index / abreast) * PITCH,
        radius: RADIUS,
      }));
    });
    return { bottom, dots };
  };
}

function dotsAbreast(column: string): number {
  return column === UNDATED ? UNDATED_MONTHS : 1;
}

/** Two decimals are a tenth of a pixel on a wide page. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
