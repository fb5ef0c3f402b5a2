// The words of the interface, which stand in English where they are used. A survey in another language translates
// them: src/languages/ has the translations that come with the engine, content/words.yaml those of a survey.

/** The forms of a text by the number in it: one, two, few ... as the language has them (CLDR plural rules). */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
/** Translations by the English text, in which `{1}`, `{2}` ... stand for what is filled in. */
export type Words = Readonly<Record<string, string | Forms>>;
/** A language (ISO 639-1) and its words; English needs none. */
export type Interface = { readonly language: string; readonly words: Words };

declare global {
  /** What astro.config.mjs puts in place: a constant in all that Vite makes, a global for the rest of a build. */
  var CONSPECTUS_INTERFACE: Interface;
  /** The fingerprint of the software that builds: scripts/astro.ts puts it in place, or else astro.config.mjs. */
  var CONSPECTUS_ENGINE: string;
  /** The fingerprint of all that a site is built from: scripts/astro.ts puts it in place, where it builds one. */
  var CONSPECTUS_SITE: string | undefined;
}

const ENGLISH: Interface = { language: 'en', words: {} };
const current = (): Interface =>
  typeof CONSPECTUS_INTERFACE === 'undefined' ? ENGLISH : CONSPECTUS_INTERFACE;

/** The locale as of now: what runs before the language of the survey is known asks when it writes a text. */
export const localeNow = (): string => (current().language === 'en' ? 'en-GB' : current().language);

/** The locale of numbers, dates and lists: "8 January 2025", where the survey is in English. */
export const LOCALE = localeNow();

/** A text of the interface in the language of the survey: say`Page ${2} of ${1200}` is "Page 2 of 1,200". */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return fill(
    texts.reduce((text, next, index) => `${text}{${index}}${next}`),
    values,
  );
}

/** `1 entry`, `2 entries`: a number with its noun, in the language of the survey. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  const text = `{1} ${plural}`;
  return number !== 1 || Object.hasOwn(current().words, text) ? fill(text, [number]) : `1 ${singular}`;
}

/** Fills values into the translation of a text; which of its forms is wanted, the first number among them says. */
function fill(english: string, values: readonly (string | number)[]): string {
  const { language, words } = current();
  const found = Object.hasOwn(words, english) ? words[english] : english;
  const form = typeof found === 'object' ? (found[pluralOf(language, values)] ?? found.other) : found;
  return (form || english).replace(/\{(\d+)\}/g, (place, position) => {
    const value = values[position - 1];
    return typeof value === 'number' ? value.toLocaleString(LOCALE) : (value ?? place);
  });
}

function pluralOf(language: string, values: readonly (string | number)[]): Intl.LDMLPluralRule {
  return new Intl.PluralRules(language).select(values.find((value) => typeof value === 'number') ?? 0);
}
