// What a search looks for besides its words: the names that the glossary knows for what is meant.
import { say } from '../core/words.ts';
import type { LexiconTerm } from './lexicon.ts';
import { piecesOf, tellingStems } from './term-matches.ts';
import { stemOf } from './vocabulary.ts';

/** A term that is meant, with the names that it has besides those in the query. */
export type OtherNames = { readonly term: string; readonly names: readonly string[] };

/** So many names of a term are told, its own first, and so many in all. */
const MOST_OF_TERM = 3;
const MOST = 6;

/**
 * The names of the terms that are meant by some words, as far as they are not in the query and do not have these words in
 * them; forms of one word are one name.
 */
export function findOtherNames(
  terms: readonly LexiconTerm[],
  meant: ReadonlyMap<string, readonly string[]>,
  query: readonly string[],
): OtherNames[] {
  const written = new Set(query.flatMap(tellingStems));
  return terms.flatMap(({ id, name, aliases = [] }) => {
    const words = meant.get(id);
    if (!words) return [];
    const meaning = words.flatMap(tellingStems);
    const names = new Map<string, string>();
    for (const one of [name, ...aliases]) {
      const stems = new Set(tellingStems(one));
      const key = piecesOf(one).map(stemOf).join(' ');
      const isOther = !stems.isSubsetOf(written) && !meaning.every((stem) => stems.has(stem));
      if (isOther && !names.has(key)) names.set(key, one);
    }
    return [{ term: name, names: [...names.values()] }];
  });
}

/** "Also searched, from the glossary: “round dance”, “WD”.", or nothing: why a result may not have the words themselves. */
export function describeOtherNames(others: readonly OtherNames[]): string {
  const told = others.flatMap(({ term, names }) =>
    // Papers may be about a term and never name it.
    names.length > 0
      ? names.slice(0, MOST_OF_TERM).map((name) => `“${name}”`)
      : [say`papers on “${term}” in other words`],
  );
  if (told.length === 0) return '';
  const more = others.reduce((sum, { names }) => sum + (names.length || 1), 0) - Math.min(told.length, MOST);
  return say`Also searched, from the glossary: ${told.slice(0, MOST).join(', ')}${more > 0 ? say` and ${more} more` : ''}.`;
}
