// Field types that several schemas share. Every message is a sentence that ends with an example value.
import { z } from 'zod';
import { SLUG } from '../slug.ts';

/** A non-empty line of text: no line break, no surrounding white space. */
export const line = z
  .string('Must be text, in quotes if it looks like a number or a date, such as "A short sentence".')
  .min(1, 'Must not be empty: write some text, or remove the field.')
  .refine((text) => !/[\r\n]/.test(text), {
    error: 'Must be one line: put it on a single line.',
    // One slip is told once: a block of lines ends with a line break.
    abort: true,
  })
  .refine((text) => text === text.trim(), 'Must not begin or end with a space: remove it.');

/** Words that are looked for in texts. */
export const phrase = line
  .max(120, 'Must be at most 120 characters: it is looked for in texts.')
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'Must have a letter or a digit, such as waggle dance.');

/** A name used in addresses and file names: lower-case ASCII letters and digits, words joined by hyphens. */
export const slug = z
  .string('Must be a slug, such as nest-choice.')
  .regex(SLUG, 'Must be lower-case letters, digits and single hyphens, such as nest-choice.')
  .max(80, 'Must be at most 80 characters.');

/** A calendar day that exists, in ISO 8601. */
export const isoDate = z
  .string('Must be a date, such as 2025-01-08.')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Must be a date written year-month-day, such as 2025-01-08.')
  .refine((text) => isRealDay(text), 'Must be a day that exists, such as 2025-01-08.');

function isRealDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** An absolute https address. */
export const httpsUrl = z
  .string('Must be an address, such as https://example.org/data.')
  .refine(
    (text) => URL.canParse(text) && new URL(text).protocol === 'https:',
    'Must be a full https address, such as https://example.org/data.',
  );

/** The name of a file in `content/sources/`: no folder, so that no path leads out of it. */
export const sourceFile = z
  .string('Must be a file name in content/sources/, such as 2025-12-08-listing.txt.')
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]*$/, // "2025-12-08-listing.txt", never "../x"
    'Must be the name of a file in content/sources/, without a folder, such as 2025-12-08-listing.txt.',
  );

const NO_HUE = 'Must be a hue in degrees from 0 to 360, such as 40.';
/** A hue in degrees. */
export const hue = z.number(NO_HUE).min(0, NO_HUE).max(360, NO_HUE);
