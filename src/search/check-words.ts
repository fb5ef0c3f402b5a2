// The words of a query against those that the survey knows: what is a slip, what nobody uses, what a term is meant by.
import { isFunctionWord } from '../core/function-words.ts';
import type { OpenLexicon } from './open-lexicon.ts';
import { isOrdinary, meaningsOf } from './plain-words.ts';
import { isText, type QueryPart, type TextPart } from './query.ts';
import { TERM_COUNTS } from './ranking.ts';
import type { TermMatcher, TermsOfWord } from './term-matches.ts';

/** A word or phrase to be found, and what it may mean. */
export type CheckedWord = {
  readonly part: QueryPart;
  readonly text: string;
  /** What is looked for in the texts: the word itself, or what papers say instead of it; nothing if none has any. */
  readonly inTexts: readonly string[];
  /** What papers say besides: those that have it rank higher. */
  readonly alike: readonly string[];
  readonly terms: TermsOfWord;
};

/** A query whose words are checked. */
export type CheckedWords = {
  /** All parts, with slips corrected. */
  readonly parts: readonly QueryPart[];
  /** The words and phrases among them that are wanted. */
  readonly words: readonly CheckedWord[];
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words that no paper has, and for which there is nothing to search instead. */
  readonly unknownWords: readonly string[];
};

const NO_TERMS: TermsOfWord = new Map();

/** Checks the words of a query; without a lexicon every word is taken as it is. */
export async function checkWords(
  written: readonly QueryPart[],
  isExact: boolean,
  lexicon: OpenLexicon,
): Promise<CheckedWords> {
  const { parts, corrections } = isExact
    ? { parts: written, corrections: [] }
    : await correctParts(written, lexicon);
  const terms = matchWords(parts, lexicon.match);
  const checked = await Promise.all(
    parts.filter(isLookedFor).map((part) => checkWord(part, isExact, terms, lexicon)),
  );
  const unknown = checked.filter(({ word }) => word.inTexts.length === 0).flatMap(({ unused }) => unused);
  return {
    parts,
    words: checked.map(({ word }) => word),
    corrections: [...corrections, ...checked.flatMap(({ replaced }) => replaced)],
    unknownWords: [...new Set(unknown)],
  };
}

type Correction = CheckedWords['corrections'][number];

/** Replaces the slips in a query by what was meant. */
async function correctParts(
  written: readonly QueryPart[],
  lexicon: OpenLexicon,
): Promise<Pick<CheckedWords, 'parts' | 'corrections'>> {
  const terms = matchWords(written, lexicon.match);
  const corrections: Correction[] = [];
  const correctPart = async (part: TextPart) => {
    const words = part.text.split(' ').map(async (word) => {
      // Plain English is no slip.
      if (isOrdinary(word) || (await isUsed(word, terms.get(part), lexicon))) return word;
      const to = await lexicon.correct(word);
      if (to !== undefined) corrections.push({ from: word, to });
      return to ?? word;
    });
    return { ...part, text: (await Promise.all(words)).join(' ') };
  };
  const parts = await Promise.all(written.map((part) => (isLookedFor(part) ? correctPart(part) : part)));
  return { parts, corrections };
}

/** Finds out what to look for instead of a word, or besides it; `unused` are the words of it that nobody uses. */
async function checkWord(
  part: TextPart,
  isExact: boolean,
  terms: ReadonlyMap<QueryPart, TermsOfWord>,
  lexicon: OpenLexicon,
): Promise<{ word: CheckedWord; replaced: readonly Correction[]; unused: readonly string[] }> {
  const { text } = part;
  const words = text.split(' ');
  const telling = words.filter((word) => !isFunctionWord(word));
  const isKnown = (await filter(telling, lexicon.isInTexts)).length === telling.length;
  const alike = isExact || part.kind === 'phrase' ? [] : meaningsOf(text);
  const meanings = await filter(alike, lexicon.isWord);
  const isReplaced = meanings.length > 0 && !(await isUsed(text, terms.get(part), lexicon));
  return {
    word: {
      part,
      text,
      inTexts: isKnown ? [text] : isReplaced ? meanings : [],
      alike: isReplaced ? [] : meanings,
      terms: terms.get(part) ?? NO_TERMS,
    },
    replaced: isReplaced ? [{ from: text, to: meanings.join(' or ') }] : [],
    unused: await filter(words, async (word) => !(await isUsed(word, terms.get(part), lexicon))),
  };
}

function isLookedFor(part: QueryPart): part is TextPart {
  return isText(part) && !part.isExcluded;
}

/** The terms of each word; a phrase in quotes means what it says. */
function matchWords(parts: readonly QueryPart[], match: TermMatcher): Map<QueryPart, TermsOfWord> {
  const words = parts.filter((part): part is TextPart => isLookedFor(part) && part.kind === 'word');
  const terms = match(words.map(({ text }) => text));
  return new Map(words.map((part, index) => [part, terms[index] ?? NO_TERMS]));
}

async function isUsed(
  word: string,
  terms: TermsOfWord = NO_TERMS,
  { isInTexts }: OpenLexicon,
): Promise<boolean> {
  const isMeant = [...terms.values()].some((strength) => strength >= TERM_COUNTS);
  return isMeant || isFunctionWord(word) || isInTexts(word);
}

async function filter<Item>(
  items: readonly Item[],
  keeps: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const kept = await Promise.all(items.map(keeps));
  return items.filter((_, index) => kept[index]);
}
