// Names of people, from the many ways in which formats write them to one: given name, particles, family name, suffix.

import { parseName as guessName, splitName } from '../core/author-names.ts';

/** A name in parts, as CSL-JSON and others give it. */
export type NameParts = {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  /** "van der", "de la": between given and family name. */
  readonly particle?: string | undefined;
  /** "Jr.", "III". */
  readonly suffix?: string | undefined;
  /** A name that is not to be taken apart: an institution, a mononym. */
  readonly literal?: string | undefined;
};

const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|Esq\.?)$/i; // "Jr.", "III"
/** Scripts that write the family name first and no space between the two. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;
/** What stands for names that are left out. */
const OTHERS = /^(?:others|et\.?\s*al\.?|…|\.\.\.|and others)$/i;

/** Writes a name out: "Martin Luther King Jr.", "Jan van der Berg", 王伟. Empty where there is none. */
export function renderName({ family, given, particle, suffix, literal }: NameParts): string {
  if (literal) return clean(literal);
  const [first, last] = [clean(given ?? ''), clean(family ?? '')];
  if (first && last && FAMILY_FIRST.test(first + last)) return last + first;
  return clean([first, particle, last, suffix].filter((part) => part).join(' '));
}

/** A name written out, with its family name where a source gives that apart; of a group it is the whole name. */
export type Author = { readonly name: string; readonly family?: string | undefined };

/** Writes a name out. */
export function readAuthor(parts: NameParts): Author {
  const family = parts.literal ?? [parts.particle, parts.family].filter((part) => part).join(' ');
  return { name: renderName(parts), family: clean(family) };
}

/** Authors as a record has them. */
export function toFields(authors: readonly Author[]) {
  return { authors: authors.map(({ name }) => name), familyNames: familiesOf(authors) };
}

/** The family names that programs would not find by themselves, by name. */
export function familiesOf(authors: readonly Author[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    authors.flatMap(({ name, family }) => (family && isNews(name, family) ? [[name, family]] : [])),
  );
}

/** Whether a family name is another one than a program would take, `Byron King` for `King`: less than that is no news. */
function isNews(name: string, family: string): boolean {
  if (!name.includes(' ') || !splitName(name, family)) return false;
  const guess = guessName(name);
  return 'literal' in guess ? family !== name : !` ${guess.family}`.endsWith(` ${family}`);
}

/** Reads "Last, First", "von Last, Jr, First", "Last, First, Jr." or "First Last", and writes the name out. */
export function parseName(text: string): string {
  return parseAuthor(text).name;
}

/** Reads a name as `parseName` does; the family name is known where a comma follows it. */
export function parseAuthor(text: string): Author {
  const parts = clean(text)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [family = '', second, third] = parts;
  if (second === undefined) return { name: family };
  if (third === undefined)
    return SUFFIX.test(second)
      ? { name: renderName({ family, suffix: second }) }
      : readAuthor({ family, given: second });
  if (parts.length > 3) return { name: parts.join(' ') };
  return SUFFIX.test(second)
    ? readAuthor({ family, suffix: second, given: third })
    : readAuthor({ family, given: second, suffix: third });
}

/** Names in order, without "others" and "et al."; `isCut` says that the source left some out. */
export type NameList = { readonly names: readonly string[]; readonly isCut: boolean };

/** Drops empty names and what stands for those left out. */
export function listNames(names: readonly string[]): NameList {
  const cleaned = names.map(clean).filter((name) => name !== '');
  const kept = cleaned
    .filter((name) => !OTHERS.test(name))
    .map((name) => name.replace(/,?\s+et\.?\s+al\.?$/i, ''))
    .filter((name) => name !== '');
  return { names: kept, isCut: kept.length < cleaned.length || kept.some((name) => !cleaned.includes(name)) };
}

/** Splits names in one text: by semicolon, by "and", or by commas where no name is written "Last, First". */
export function splitNames(text: string): string[] {
  const whole = clean(text);
  if (whole.includes(';')) return whole.split(/\s*;\s*/).map(parseName);
  const parts = whole.split(/\s+and\s+|\s+&\s+/i);
  if (parts.length > 1 && !/,.*,/.test(parts[0] ?? '')) {
    // "Byron, Ada and Hopper, Grace", or "Ada Byron, Grace Hopper and Mary Shelley"
    const isReversed = parts.every((part) => /^[^\s,]+,\s*\S/.test(part));
    if (isReversed) return parts.map(parseName);
  }
  const items = parts.flatMap((part) => part.split(/\s*,\s*/)).filter((part) => part !== '');
  const isOneReversed = parts.length === 1 && items.length === 2 && !items.some((item) => item.includes(' '));
  return isOneReversed ? [parseName(whole)] : joinSuffixes(items);
}

/** "King", "Jr." -> "King Jr.": a suffix belongs to the name before it. */
function joinSuffixes(items: readonly string[]): string[] {
  const names: string[] = [];
  for (const item of items) {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(item)) names[names.length - 1] = `${last} ${item}`;
    else names.push(item);
  }
  return names;
}

function clean(text: string): string {
  return text.replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, ' ').trim();
}
