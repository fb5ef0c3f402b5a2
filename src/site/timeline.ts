// Papers over time by theme, as geometry: one row a theme, a dot a paper, stacked within its month.
import { groups } from 'd3-array';
import { scaleBand } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import type { Catalog } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';
import { renderMonth, shortDateLabel } from './labels.ts';
import { isPrimary, type ThemeLabel, themeLabel } from './paper-summary.ts';

/** A paper in the plot. */
export type Dot = { readonly slug: string; readonly label: string; readonly x: number; readonly y: number };

/** A theme in the plot: its strip between `top` and `bottom`, its dots, and its papers by year. */
export type TimelineRow = ThemeLabel & {
  readonly top: number;
  readonly bottom: number;
  readonly dots: readonly Dot[];
  /** One number for each of the columns of the table. */
  readonly counts: readonly number[];
};

/** A month of the axis; `year` stands where a new one begins. */
export type MonthTick = {
  readonly x: number;
  readonly label: string;
  readonly name: string;
  readonly year?: string;
};

export type Timeline = {
  readonly width: number;
  readonly height: number;
  /** Where the rows end and the axis begins. */
  readonly axis: number;
  readonly rows: readonly TimelineRow[];
  readonly months: readonly MonthTick[];
  /** The middle of the column of papers without a date; undefined where every paper has one. */
  readonly undated?: number;
  /** Headings of the table that says the same: the years, and `undated` where there are such papers. */
  readonly columns: readonly string[];
};

/** Room for a dot: WCAG 2.2 asks for 24 pixels from target to target. */
const PITCH = 24;
const MONTH_WIDTH = 44;
const UNDATED_WIDTH = 84;
const ROW_PADDING = 9;
const AXIS_HEIGHT = 46;
const UNDATED = 'undated';

type Placed = { readonly entry: Entry; readonly column: string };

/** Lays out the plot. Sizes are in CSS pixels, so that text in it is as large as elsewhere. */
export function makeTimeline({ themes, entries }: Catalog): Timeline {
  const months = monthsOf(entries);
  const hasUndated = entries.some(({ fields }) => !fields.published);
  const width = months.length * MONTH_WIDTH + (hasUndated ? UNDATED_WIDTH : 0);
  const scale = scaleBand(months, [0, months.length * MONTH_WIDTH]);
  const undated = hasUndated ? width - UNDATED_WIDTH / 2 : undefined;
  const centre = (column: string) =>
    column === UNDATED ? (undated ?? 0) : (scale(column) ?? 0) + scale.bandwidth() / 2;
  const columns = [...new Set(months.map((month) => month.slice(0, 4))), ...(hasUndated ? [UNDATED] : [])];

  const rows: TimelineRow[] = [];
  let top = 0;
  for (const theme of themes) {
    const own = entries.filter((entry) => isPrimary(entry, theme.id));
    const row = layOutRow(own, top, centre);
    rows.push({ ...themeLabel(theme), top, ...row, counts: columns.map((column) => countIn(own, column)) });
    top = row.bottom;
  }
  return {
    width,
    height: top + AXIS_HEIGHT,
    axis: top,
    rows,
    months: months.map((month, index) => makeTick(month, index, centre(month))),
    ...(undated !== undefined && { undated }),
    columns,
  };
}

/** Every month from the first paper to the last, as `2025-01`, with no gap. */
function monthsOf(entries: readonly Entry[]): string[] {
  const days = entries.flatMap(({ fields }) => fields.published ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const from = utcMonth.floor(new Date(first));
  const to = utcMonth.offset(utcMonth.floor(new Date(last)), 1);
  return utcMonth.range(from, to).map((month) => month.toISOString().slice(0, 7));
}

/** Stacks the dots of a row upwards from its base line; a row is as high as its highest stack. */
function layOutRow(
  entries: readonly Entry[],
  top: number,
  centre: (column: string) => number,
): { readonly bottom: number; readonly dots: readonly Dot[] } {
  const placed: Placed[] = entries.map((entry) => ({
    entry,
    column: entry.fields.published?.slice(0, 7) ?? UNDATED,
  }));
  const stacks = groups(placed, ({ column }) => column).map(([column, stack]) => ({
    column,
    // The oldest of a month lies at the bottom.
    stack: stack.toReversed(),
    width: stackWidth(column),
  }));
  const highest = Math.max(1, ...stacks.map(({ stack, width }) => Math.ceil(stack.length / width)));
  const bottom = top + highest * PITCH + 2 * ROW_PADDING;
  const dots = stacks.flatMap(({ column, stack, width }) =>
    stack.map(({ entry }, index) => ({
      slug: entry.slug,
      label: `${entry.fields.title}, ${shortDateLabel(entry.fields).text}`,
      x: centre(column) + ((index % width) - (Math.min(width, stack.length) - 1) / 2) * PITCH,
      y: bottom - ROW_PADDING - PITCH / 2 - Math.floor(index / width) * PITCH,
    })),
  );
  return { bottom, dots };
}

/** How many dots stand side by side: the undated column is wide enough for three. */
function stackWidth(column: string): number {
  return column === UNDATED ? Math.floor(UNDATED_WIDTH / PITCH) : 1;
}

function makeTick(month: string, index: number, x: number): MonthTick {
  const day = new Date(`${month}-01T00:00:00Z`);
  const isFirst = index === 0 || utcYear.floor(day).getTime() === day.getTime();
  const name = renderMonth(`${month}-01`);
  return { x, label: name.slice(0, 1), name, ...(isFirst && { year: month.slice(0, 4) }) };
}

function countIn(entries: readonly Entry[], column: string): number {
  return entries.filter(({ fields }) => (fields.published?.slice(0, 4) ?? UNDATED) === column).length;
}
