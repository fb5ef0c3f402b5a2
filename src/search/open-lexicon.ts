// A lexicon made ready for many searches.
import type { Lexicon } from './lexicon.ts';
import { makeTermMatcher, piecesOf, type TermMatcher } from './term-matches.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A lexicon with a matcher for its terms, and all words that a slip can have meant. */
export type OpenLexicon = Lexicon & { readonly match: TermMatcher; readonly meant: Vocabulary };

/** Readies a lexicon. */
export function openLexicon({ words, terms }: Lexicon): OpenLexicon {
  const ofTerms = terms.flatMap(({ name, aliases = [], everyday = [] }) =>
    [name, ...aliases, ...everyday].flatMap(piecesOf),
  );
  return { words, terms, match: makeTermMatcher(terms), meant: [...words, ...ofTerms] };
}
