// A day as lists and tables show it, at build and in the reader's browser alike.
import { LOCALE } from './words.ts';

const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "2025-01-08" -> "8 Jan 2025", in the language of the survey. */
export function renderShortDay(iso: string): string {
  return SHORT_DAY.format(new Date(iso));
}
