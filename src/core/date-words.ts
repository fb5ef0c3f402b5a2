// Dates in the words of the survey's language.
import { isYear } from './appeared.ts';
import { LOCALE } from './words.ts';

type MonthStyle = 'long' | 'short';

const formatsOf = (month: MonthStyle) => {
  const utc = { timeZone: 'UTC' } as const;
  return {
    year: new Intl.DateTimeFormat(LOCALE, { ...utc, year: 'numeric' }),
    month: new Intl.DateTimeFormat(LOCALE, { ...utc, year: 'numeric', month }),
    day: new Intl.DateTimeFormat(LOCALE, { ...utc, year: 'numeric', month, day: 'numeric' }),
  };
};
const FORMATS = { long: formatsOf('long'), short: formatsOf('short') };

/** `8 January 2025`, `January 2025` or `2025`, by how much is known; `8 Jan 2025` where it is short. */
export function renderDate(iso: string, style: MonthStyle = 'long'): string {
  const { year, month, day } = FORMATS[style];
  const format = isYear(iso) ? year : iso.length === '2025-01'.length ? month : day;
  return format.format(new Date(iso));
}
