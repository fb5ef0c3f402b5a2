// The query language: words, "phrases", -exclusions, fields such as theme:search or year:>=2025, and ids of papers.
// The same for the browser and the terminal; the help page is made from FIELDS.

import { say } from '../core/words.ts';
import { isCompound } from './compounds.ts';
import { findIds } from './paper-ids.ts';

/** The fields that a query can name, with what each does and an example of its value. */
export const FIELDS = {
  theme: { meaning: say`Papers of a theme, by its id or the beginning of it.`, example: 'nest-choice' },
  term: {
    meaning: say`Papers that use a term of the glossary, by its id or the beginning of it.`,
    example: 'waggle-dance',
  },
  author: { meaning: say`Papers with an author of that name.`, example: 'yao' },
  year: { meaning: say`Papers of a year, or before or after it.`, example: '>=2025' },
  has: {
    meaning: say`Papers with code, a project page, results, or names of authors: code, project, results, names.`,
    example: 'code',
  },
} as const satisfies Record<string, { meaning: string; example: string }>;

/** A field that a query can name. */
export type FieldName = keyof typeof FIELDS;

/** What must be there: a word, or the words of a phrase in their order. */
export type Wanted = { readonly kind: 'word' | 'phrase'; readonly text: string };
/** A field with its value. */
export type FieldWanted = { readonly kind: 'field'; readonly name: FieldName; readonly value: string };
/** A paper, told by an identifier: as it was written, and the word by which the index has it. */
export type PaperWanted = { readonly kind: 'paper'; readonly text: string; readonly word: string };
/** A part of a query and whether it is excluded; `start` and `end` are its place in the text (UTF-16 units). */
export type QueryPart = (Wanted | FieldWanted | PaperWanted) & {
  readonly isExcluded: boolean;
  /** Whether it stands where the name of a field would: "venue" in "venue:iclr". */
  readonly isBeforeColon?: boolean;
  readonly start: number;
  readonly end: number;
};

/** A part that stands in the texts of papers. */
export type TextPart = Extract<QueryPart, Wanted>;

/** Whether a part is a word or phrase. */
export function isText(part: QueryPart): part is TextPart {
  return part.kind === 'word' || part.kind === 'phrase';
}

/** Something in a query that cannot be understood, and what to write instead. */
export type QueryProblem = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
};

/** A query, read: its parts, and what is wrong with it. The rest of a wrong query still searches. */
export type Query = { readonly parts: readonly QueryPart[]; readonly problems: readonly QueryProblem[] };

/** `-field:"a value"`, `-"a phrase"`, `-word`; a quotation mark that is not closed yet goes to the end. */
const PART = /(-?)(?:(\p{L}+):(?:"([^"]*)"?|(\S+))|"([^"]*)"?|([^\s"]+))/gu;

/** Reads a query. Total: any text gives a result. */
export function parseQuery(written: string): Query {
  const text = written.replace(/[“”„]/g, '"');
  const papers = findIds(text);
  const parts: QueryPart[] = papers.map((id) => ({
    kind: 'paper',
    text: text.slice(id.start, id.end),
    ...id,
  }));
  const problems: QueryProblem[] = [];
  for (const match of withoutPlaces(text, papers).matchAll(PART)) {
    const [whole, minus = '', field, quotedValue, plainValue, phrase, word] = match;
    const place = { start: match.index, end: match.index + whole.length, isExcluded: minus === '-' };
    if (field !== undefined) {
      const value = quotedValue ?? plainValue ?? '';
      const name = field.toLowerCase();
      if (isField(name)) {
        const problem = problemOf(name, value);
        if (problem) problems.push({ start: place.start, end: place.end, message: problem });
        else parts.push({ kind: 'field', name, value, ...place });
      } else {
        // "Title:subtitle" is no field: both sides are words.
        parts.push(
          ...wordsOf(field, place).map((part) => ({ ...part, isBeforeColon: true })),
          ...wordsOf(value, place),
        );
      }
    } else if (phrase !== undefined) {
      const words = cleanWords(phrase);
      if (words.length > 1 || words.some(isCompound))
        parts.push({ kind: 'phrase', text: words.join(' '), ...place });
      else parts.push(...wordsOf(phrase, place));
    } else parts.push(...wordsOf(word ?? '', place));
  }
  return { parts, problems };
}

/** A text with spaces where something stood that has been read; the rest keeps its place. */
function withoutPlaces(
  text: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  return places.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

function problemOf(name: FieldName, value: string): string | undefined {
  if (name === 'year' && !parseYears(value))
    return say`“year:${value}” is no year: write year:2025, year:>=2025 or year:2024..2025.`;
  if (name === 'has' && !HAS.includes(value))
    return say`“has:${value}” is not known: write has: with ${HAS.join(', ')}.`;
  return undefined;
}

/** What `has:` can ask for. */
export const HAS: readonly string[] = ['code', 'project', 'results', 'names'];

/** A span of years; open ends are infinite. */
export type Years = { readonly from: number; readonly to: number };

/** Reads "2025", ">=2025", "<2025" or "2024..2025". */
export function parseYears(text: string): Years | undefined {
  const range = /^(\d{4})\.\.(\d{4})$/.exec(text);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const [, sign = '', digits] = /^(>=|<=|>|<|=)?(\d{4})$/.exec(text) ?? [];
  if (!digits) return undefined;
  const year = Number(digits);
  switch (sign) {
    case '>=':
      return { from: year, to: Number.POSITIVE_INFINITY };
    case '>':
      return { from: year + 1, to: Number.POSITIVE_INFINITY };
    case '<=':
      return { from: Number.NEGATIVE_INFINITY, to: year };
    case '<':
      return { from: Number.NEGATIVE_INFINITY, to: year - 1 };
    default:
      return { from: year, to: year };
  }
}

/** The words of a text as the index has them: letters, digits and the signs that names contain. */
function cleanWords(text: string): string[] {
  return text
    .replace(/[^\p{L}\p{M}\p{N}*+@.'’-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[.'’-]+|[.'’-]+$/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function wordsOf(text: string, place: Omit<QueryPart, 'kind' | 'text'>): QueryPart[] {
  return cleanWords(text).map((word) => ({ kind: 'word', text: word, ...place }) as QueryPart);
}
