// Papers over time by theme, as geometry: one row a theme, a dot a paper, stacked within its month.
// Across, places are shares of the width, so that the plot fills whatever room it has; down, they are pixels.
import { groups } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import { type Catalog, compareText } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';
import { renderMonth, shortDateLabel, yearOf } from './labels.ts';
import { isPrimary, type ThemeLabel, themeLabel } from './paper-summary.ts';

/** A paper in the plot: `x` in per cent of the width, `shift` in pixels beside that, `y` in pixels. */
export type Dot = {
  readonly slug: string;
  readonly label: string;
  readonly x: number;
  readonly shift: number;
  readonly y: number;
};

/** A theme in the plot: where its strip ends (in pixels), its dots, and its papers by column of the table. */
export type TimelineRow = ThemeLabel & {
  readonly bottom: number;
  readonly dots: readonly Dot[];
  readonly counts: readonly number[];
};

/** A month of the axis, in per cent; `year` stands where a new one begins. */
export type MonthTick = {
  readonly start: number;
  readonly middle: number;
  readonly letter: string;
  readonly year?: string;
};

export type Timeline = {
  /** The least width (in pixels) at which dots do not touch. */
  readonly minWidth: number;
  readonly height: number;
  /** Where the rows end and the axis begins (in pixels). */
  readonly axis: number;
  readonly rows: readonly TimelineRow[];
  readonly months: readonly MonthTick[];
  /** The column of papers without a date, in per cent; undefined where every paper has one. */
  readonly undated?: { readonly start: number; readonly middle: number };
  /** Headings of the table that says the same: the years, and `undated` where there are such papers. */
  readonly columns: readonly string[];
};

/** Room for a dot: WCAG 2.2 asks for 24 pixels from target to target. */
const PITCH = 24;
const MIN_MONTH_WIDTH = PITCH + 2;
/** The column of undated papers is as wide as so many months, and holds as many dots side by side. */
const UNDATED_MONTHS = 3;
const ROW_PADDING = 9;
const AXIS_HEIGHT = 46;
const UNDATED = 'undated';

/** Lays out the plot. */
export function makeTimeline({ themes, entries }: Catalog): Timeline {
  const months = monthsOf(entries);
  const hasUndated = entries.some(({ fields }) => !fields.published);
  const units = months.length + (hasUndated ? UNDATED_MONTHS : 0);
  const share = scaleLinear([0, units], [0, 100]);
  const places = new Map(months.map((month, index) => [month, round(share(index + 0.5))]));
  if (hasUndated) places.set(UNDATED, round(share(units - UNDATED_MONTHS / 2)));
  const columns = [...new Set(entries.map(({ fields }) => yearOf(fields)))].toSorted(compareText);

  const rows: TimelineRow[] = [];
  for (const theme of themes) {
    const own = entries.filter((entry) => isPrimary(entry, theme.id));
    rows.push({
      ...themeLabel(theme),
      ...layOutRow(own, rows.at(-1)?.bottom ?? 0, places),
      counts: columns.map((column) => own.filter(({ fields }) => yearOf(fields) === column).length),
    });
  }
  const axis = rows.at(-1)?.bottom ?? 0;
  return {
    minWidth: units * MIN_MONTH_WIDTH,
    height: axis + AXIS_HEIGHT,
    axis,
    rows,
    months: months.map((month, index) => ({
      start: round(share(index)),
      middle: round(share(index + 0.5)),
      letter: renderMonth(month).slice(0, 1),
      ...((index === 0 || isNewYear(month)) && { year: month.slice(0, 4) }),
    })),
    ...(hasUndated && {
      undated: { start: round(share(months.length)), middle: round(share(units - UNDATED_MONTHS / 2)) },
    }),
    columns,
  };
}

/** Every month from the first paper to the last, as `2025-01`, with no gap. */
function monthsOf(entries: readonly Entry[]): string[] {
  const days = entries.flatMap(({ fields }) => fields.published ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const end = utcMonth.offset(utcMonth.floor(new Date(last)), 1);
  return utcMonth.range(utcMonth.floor(new Date(first)), end).map((month) => month.toISOString().slice(0, 7));
}

function isNewYear(month: string): boolean {
  const day = new Date(month);
  return utcYear.floor(day).getTime() === day.getTime();
}

/** Stacks the dots of a row upwards from its base line; a row is as high as its highest stack. */
function layOutRow(
  entries: readonly Entry[],
  top: number,
  places: ReadonlyMap<string, number>,
): Pick<TimelineRow, 'bottom' | 'dots'> {
  // The oldest of a month lies at the bottom.
  const stacks = groups(entries.toReversed(), ({ fields }) => fields.published?.slice(0, 7) ?? UNDATED);
  const height = ([column, stack]: (typeof stacks)[number]) => Math.ceil(stack.length / dotsAbreast(column));
  const bottom = top + Math.max(1, ...stacks.map(height)) * PITCH + 2 * ROW_PADDING;
  const dots = stacks.flatMap(([column, stack]) => {
    const abreast = Math.min(dotsAbreast(column), stack.length);
    return stack.map(({ slug, fields }, index) => ({
      slug,
      label: `${fields.title}, ${shortDateLabel(fields).text}`,
      x: places.get(column) ?? 0,
      shift: ((index % abreast) - (abreast - 1) / 2) * PITCH,
      y: bottom - ROW_PADDING - PITCH / 2 - Math.floor(index / abreast) * PITCH,
    }));
  });
  return { bottom, dots };
}

function dotsAbreast(column: string): number {
  return column === UNDATED ? UNDATED_MONTHS : 1;
}

/** Two decimals are a tenth of a pixel on a wide page. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
