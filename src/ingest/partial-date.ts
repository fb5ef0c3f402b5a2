// Dates as bibliographies write them: a day, a month or only a year.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day in `published`, or a year or month in `issued`; both in ISO 8601. */
export type PartialDate =
  | { readonly published: string; readonly issued?: never }
  | { readonly issued: string; readonly published?: never };

/** Makes a date of its parts; undefined where they are none. A part that cannot be is left out with those after it. */
export function makeDate(year: number, month?: number, day?: number): PartialDate | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined;
  if (!month || !Number.isInteger(month) || month < 1 || month > 12) return { issued: String(year) };
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (!day || !Number.isInteger(day) || day < 1 || day > 31) return { issued: yearMonth };
  const published = `${yearMonth}-${String(day).padStart(2, '0')}`;
  const real = new Date(`${published}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(published)
    ? { published }
    : { issued: yearMonth };
}

/** The number of a month, from "1", "01", "jan", "January" or "Jan."; undefined where it is none. */
export function parseMonth(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : undefined;
  const index = MONTHS.indexOf(word.slice(0, 3));
  return index >= 0 && /^\p{L}{3,9}\.?$/u.test(word) ? index + 1 : undefined;
}

/** Reads a date in one of the usual forms; undefined where it is none of them. The first day of a range counts. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const date = text.trim();
  // "2025", "2025-01", "2025/01/08/summer", "2025-01-08T12:00:00Z", "2025-01-08/2025-01-10"
  const iso = /^(\d{4})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?=$|[T/\s?~%])/.exec(date);
  if (iso) return makeDate(Number(iso[1]), Number(iso[2] ?? 0), Number(iso[3] ?? 0));
  const dayFirst = /^(\d{1,2})\.?\s+(\p{L}{3,9}\.?),?\s+(\d{4})$/u.exec(date); // "8 January 2025"
  if (dayFirst) return makeDate(Number(dayFirst[3]), parseMonth(dayFirst[2] ?? ''), Number(dayFirst[1]));
  // "January 8, 2025", "Jan. 2025"
  const monthFirst = /^(\p{L}{3,9}\.?)(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/u.exec(date);
  const month = parseMonth(monthFirst?.[1] ?? '');
  if (monthFirst && month) return makeDate(Number(monthFirst[3]), month, Number(monthFirst[2] ?? 0));
  return undefined;
}
