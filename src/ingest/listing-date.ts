// Dates of a listing, which leaves out the year of the day on which it was made.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as a listing shows it: "Oct 4, 2024" or "Aug 13"; months count from 1. */
export type ListedDay = { readonly month: number; readonly day: number; readonly year?: number };

/** Reads "Oct 4, 2024 2" into a day and the number of comments behind it. */
export function parseListedDay(text: string): { day: ListedDay; comments?: number } | undefined {
  const match = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?(?: (\d+))?$/.exec(text.trim()); // "Sep 2 2"
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  const day = Number(match?.[2]);
  if (!match || month === 0 || day < 1 || day > 31) return undefined;
  return {
    day: { month, day, ...(match[3] && { year: Number(match[3]) }) },
    ...(match[4] && Number(match[4]) > 0 && { comments: Number(match[4]) }),
  };
}

/** A day in ISO 8601, or what is wrong with it. */
export type Resolved = { readonly date: string } | { readonly problem: string };

/** Gives a day its year: the one written, else that of the listing. */
export function resolveDay(day: ListedDay, listed: string | undefined): Resolved {
  const year = day.year ?? (listed ? Number(listed.slice(0, 4)) : undefined);
  if (year === undefined)
    return { problem: 'The date has no year, and the day of the listing is not known.' };
  const date = `${String(year).padStart(4, '0')}-${pad(day.month)}-${pad(day.day)}`;
  const real = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(date))
    return { problem: `${date} is not a day of the calendar.` };
  if (listed && date > listed) return { problem: `${date} is after the day of the listing, ${listed}.` };
  return { date };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
