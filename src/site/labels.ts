// The words that pages say about a paper, the same on every page; what a source does not give is said, not hidden.
import { appearedOn } from '../core/appeared.ts';
import { renderDate } from '../core/date-words.ts';
import type { EntryFields } from '../core/schema/entry.ts';
import { count, LOCALE, say } from '../core/words.ts';
import { isOrdinary } from '../search/plain-words.ts';

/** A date for people and for machines, a day, month or year; without `iso` where the source gives none. */
export type DateLabel = { readonly iso?: string; readonly text: string };

/** When a paper appeared, in full. */
export function dateLabel(fields: EntryFields): DateLabel {
  const iso = appearedOn(fields);
  return iso ? { iso, text: renderDate(iso) } : { text: say`date not in the listing` };
}

/** When a paper appeared, for a list. */
export function shortDateLabel(fields: EntryFields): DateLabel {
  const iso = appearedOn(fields);
  return iso ? { iso, text: renderDate(iso, 'short') } : { text: say`undated` };
}

/** The names of the authors, or how many they are, or that the source does not say. */
export function authorsLabel({ authors, authorCount }: EntryFields): string {
  if (authors) return new Intl.ListFormat(LOCALE).format(authors);
  if (authorCount) return count(authorCount, 'author');
  return say`authors not in the listing`;
}

/** Whom a reference names: `Ada Byron`, `Ada Byron and Max Born`, `Ada Byron and 5 others`, or `6 authors`. */
export function shortAuthorsLabel({ authors, authorCount }: EntryFields): string | undefined {
  const [first, ...others] = authors ?? [];
  if (first === undefined) return authorCount ? count(authorCount, 'author') : undefined;
  if (others.length === 0) return first;
  const [second] = others;
  return others.length === 1 && second
    ? say`${first} and ${second}`
    : say`${first} and ${others.length} others`;
}

/** How many authors there are, for a list; undefined where the source does not say. */
export function authorCountOf({ authors, authorCount }: EntryFields): number | undefined {
  return authors?.length ?? authorCount;
}

/** The year of a paper as a facet: four digits, or `undated`. */
export function yearOf(fields: EntryFields): string {
  return appearedOn(fields)?.slice(0, 4) ?? 'undated';
}

/** How many papers there are and from when to when, as far as that is known: months, or years where no month is. */
export type Span = {
  readonly papers: number;
  readonly undated: number;
  readonly from?: string;
  readonly to?: string;
};

/** The span of papers that appeared on these days, undefined where a source gives none. */
export function spanOf(days: readonly (string | undefined)[]): Span {
  const known = days.filter((day) => day !== undefined).toSorted();
  const [first, last] = [known[0], known.at(-1)];
  return {
    papers: days.length,
    undated: days.length - known.length,
    ...(first && last && { from: renderDate(first.slice(0, 7)), to: renderDate(last.slice(0, 7)) }),
  };
}

/** The line of papers that appeared on these days. */
export function papersLine(days: readonly (string | undefined)[]): string {
  return extentLine(spanOf(days));
}

/** How large a survey is, in one line: `62 papers, May 2024 to November 2025`. */
export function extentLine(extent: Pick<Span, 'papers' | 'from' | 'to'>): string {
  const papers = count(extent.papers, 'paper');
  if (!extent.from || !extent.to) return papers;
  // One year is no span.
  return extent.from === extent.to
    ? `${papers}, ${extent.from}`
    : say`${papers}, ${extent.from} to ${extent.to}`;
}

const SHORT_TITLE = 48;

/**
 * The name before the colon of a title, where it has a short one; else its first words. A link that says “Start” and no
 * more tells nobody that a paper is called so.
 */
export function shortTitle(title: string): string {
  const before = title.split(':', 1)[0] ?? title;
  const name = isOrdinary(before.toLowerCase()) ? title : before;
  if (name.length <= SHORT_TITLE) return name;
  const cut = name.slice(0, SHORT_TITLE);
  // No line begins with the dots.
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;–—-]+$/, '')}\u00A0…`;
}
