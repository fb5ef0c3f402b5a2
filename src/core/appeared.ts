// When a paper appeared, as far as its sources say: a day, a month or only a year.
import type { EntryFields } from './schema/entry.ts';

/** A date in ISO 8601, of which a part of the end may be missing; undefined where no source gives any. */
export function appearedOn({
  published,
  issued,
}: Pick<EntryFields, 'published' | 'issued'>): string | undefined {
  return published ?? issued;
}

/** Whether no more than the year is known: a plot of months has no place for such a paper. */
export function isYear(iso: string): boolean {
  return /^\d{4}$/.test(iso);
}
