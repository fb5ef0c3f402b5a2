// Where nothing is found: the terms of the glossary that come nearest, or else those that many papers use.
import { isFunctionWord } from '../core/function-words.ts';
import type { LexiconTerm } from './lexicon.ts';
import type { OpenLexicon } from './open-lexicon.ts';
import { isText, type QueryPart } from './query.ts';
import { piecesOf } from './term-matches.ts';

/** A term that may lead on. */
export type NearTerm = Pick<LexiconTerm, 'id' | 'name'>;

const MOST = 5;
/** Words are alike if they share so much of their pairs of letters (Dice's coefficient). */
const ALIKE = 0.6;

/** Finds terms near the words of a query, the nearest first; at most five. */
export async function findNearTerms(
  parts: readonly QueryPart[],
  { terms, matchLoosely }: Pick<OpenLexicon, 'terms' | 'matchLoosely'>,
): Promise<NearTerm[]> {
  const words = parts
    .filter(isText)
    .flatMap(({ text }) => text.toLowerCase().split(' '))
    .filter((word) => !isFunctionWord(word));
  const meant = await matchLoosely(words);
  const nearness = ({ id, name, aliases = [] }: LexiconTerm) =>
    words.reduce((sum, word, position) => {
      const known = [name, ...aliases].flatMap(piecesOf);
      const likeness = Math.max(...known.map((other) => likenessOf(word, other)));
      return sum + (meant[position]?.get(id) ?? 0) + (likeness >= ALIKE ? likeness : 0);
    }, 0);
  const ranked = terms
    .map((term) => ({ term, near: nearness(term) }))
    .toSorted((a, b) => b.near - a.near || b.term.papers - a.term.papers);
  const near = ranked.filter(({ near }) => near > 0);
  return (near.length > 0 ? near : ranked).slice(0, MOST).map(({ term: { id, name } }) => ({ id, name }));
}

/** Dice's coefficient of the pairs of letters of two words: 1 for the same, 0 for nothing in common. */
function likenessOf(a: string, b: string): number {
  const first = pairsOf(a);
  const second = pairsOf(b);
  const common = [...first].filter((pair) => second.has(pair)).length;
  return (2 * common) / (first.size + second.size || 1);
}

function pairsOf(word: string): Set<string> {
  return new Set(
    Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2)),
  );
}
