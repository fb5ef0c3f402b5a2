// The words of a query against those that the survey knows: what is a slip, what nobody uses, what a term is meant by.
import { FUNCTION_WORDS } from '../core/function-words.ts';
import type { OpenLexicon } from './open-lexicon.ts';
import { meaningsOf } from './plain-words.ts';
import type { QueryPart } from './query.ts';
import { TERM_COUNTS } from './ranking.ts';
import type { TermMatcher, TermsOfWord } from './term-matches.ts';
import { correctWord, isKnown } from './vocabulary.ts';

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
export function checkWords(
  parts: readonly QueryPart[],
  isExact: boolean,
  lexicon: OpenLexicon,
): CheckedWords {
  const corrections: { from: string; to: string }[] = [];
  const written = matchWords(parts, lexicon.match);
  const corrected = parts.map((part): QueryPart => {
    if (isExact || !isText(part)) return part;
    const words = part.text.split(' ').map((word) => {
      if (isUsed(word, part, written, lexicon) || meaningsOf(word).length > 0) return word;
      const to = correctWord(word, lexicon.meant);
      if (to !== undefined) corrections.push({ from: word, to });
      return to ?? word;
    });
    return { ...part, text: words.join(' ') };
  });
  const terms = matchWords(corrected, lexicon.match);
  const words = corrected.filter(isText).map((part): CheckedWord => {
    const isKnown = part.text.split(' ').every((word) => isInTexts(word, lexicon));
    const alike = isExact || part.kind === 'phrase' ? [] : meaningsOf(part.text);
    const meanings = alike.filter((meaning) => isInTexts(meaning, lexicon));
    const isReplaced = !isUsed(part.text, part, terms, lexicon) && meanings.length > 0;
    if (isReplaced) corrections.push({ from: part.text, to: meanings.join(' or ') });
    return {
      part,
      text: part.text,
      inTexts: isKnown ? [part.text] : isReplaced ? meanings : [],
      alike: isReplaced ? [] : meanings,
      terms: terms.get(part) ?? NO_TERMS,
    };
  });
  const unknown = words
    .filter(({ inTexts }) => inTexts.length === 0)
    .flatMap(({ part, text }) => text.split(' ').filter((word) => !isUsed(word, part, terms, lexicon)));
  return { parts: corrected, words, corrections, unknownWords: [...new Set(unknown)] };
}

type TextPart = Exclude<QueryPart, { readonly kind: 'field' }>;

function isText(part: QueryPart): part is TextPart {
  return part.kind !== 'field' && !part.isExcluded;
}

/** The terms of each word; a phrase in quotes means what it says. */
function matchWords(parts: readonly QueryPart[], match: TermMatcher): Map<QueryPart, TermsOfWord> {
  const words = parts.filter((part): part is TextPart => isText(part) && part.kind === 'word');
  const terms = match(words.map(({ text }) => text));
  return new Map(words.map((part, index) => [part, terms[index] ?? NO_TERMS]));
}

function isUsed(
  word: string,
  part: QueryPart,
  terms: ReadonlyMap<QueryPart, TermsOfWord>,
  lexicon: OpenLexicon,
): boolean {
  return (
    isInTexts(word, lexicon) ||
    FUNCTION_WORDS.has(word.toLowerCase()) ||
    [...(terms.get(part)?.values() ?? [])].some((strength) => strength >= TERM_COUNTS)
  );
}

function isInTexts(word: string, { words }: OpenLexicon): boolean {
  return words.length === 0 || isKnown(word, words);
}
