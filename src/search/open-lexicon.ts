// A lexicon made ready for many searches of one index.

import type { FindCommonWord } from './common-words.ts';
import { type Lexicon, type LexiconSource, termFile } from './lexicon.ts';
import { type OpenIndex, remember } from './open-index.ts';
import { type PaperSet, unpackSet } from './paper-set.ts';
import { isOrdinary } from './plain-words.ts';
import { makeTermMatcher, piecesOf, type TermMatcher, type TermsOfWord } from './term-matches.ts';
import { correctWord, isKnown } from './vocabulary.ts';

/** Papers that use a term; and those that are about it, for their title or summary names it. */
export type PapersOfTerm = { readonly uses: PaperSet; readonly about: PaperSet };

/** The terms of a survey with a matcher for them, the papers of what narrows, and what its words are asked. */
export type OpenLexicon = Pick<Lexicon, 'terms'> & {
  /** The values of each filter, with their papers. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, PaperSet>>>;
  readonly match: TermMatcher;
  /** The same, also by the words of definitions. */
  readonly matchLoosely: (words: readonly string[]) => Promise<TermsOfWord[]>;
  /** Fails for a term that the survey does not have. */
  readonly papersOfTerm: (id: string) => Promise<PapersOfTerm>;
  /** Whether the papers of a word are known without the places where it stands: see common-words.ts. */
  readonly isCommon: (word: string) => boolean;
  /** Whether it is known already that more than `COMMON_SHARE` of the papers have a word. */
  readonly isInMost: (word: string) => boolean;
  /** Whether a paper has a word, in this form or another. */
  readonly isWord: (word: string) => Promise<boolean>;
  /** Whether a paper has a word or, since it may still be typed, one that begins so. */
  readonly isInTexts: (word: string) => Promise<boolean>;
  /** What may have been meant by a word that no paper has. */
  readonly correct: (word: string) => Promise<string | undefined>;
};

/** An open index with what is known besides. */
export type SearchIndex = OpenIndex & { readonly lexicon: OpenLexicon };

/** Of so many words it is remembered what they are. */
const MOST_REMEMBERED = 500;

/**
 * Readies a lexicon. The index itself knows most words; those of the lexicon are loaded for the first that it does not.
 * Common words need not be asked for.
 */
export function openLexicon(
  { terms, values }: Lexicon,
  { loadTermPapers, loadWords, loadDefinitions }: LexiconSource,
  { papers, ask }: Pick<OpenIndex, 'papers' | 'ask'>,
  findCommon: FindCommonWord,
): OpenLexicon {
  const isCommon = (word: string) => findCommon(word) !== undefined;
  const names = terms.flatMap(({ name, aliases = [], everyday = [] }) =>
    [name, ...aliases, ...everyday].flatMap(piecesOf),
  );
  const words = once(loadWords);
  const candidates = once(async () => [...(await words()), ...names]);
  const loose = once(async () => {
    const definitions = await loadDefinitions();
    return makeTermMatcher(terms.map((term) => ({ ...term, defined: definitions[term.id] ?? '' })));
  });
  const loadFile = remember(loadTermPapers);
  const isWord = async (word: string) =>
    // Signs alone are no word that could be missing. In quotes Pagefind does not guess.
    piecesOf(word).every(isCommon) || (await ask(`"${word}"`)).some((score) => score > 0);
  return {
    terms,
    values: Object.fromEntries(
      Object.entries(values).map(([name, sets]) => [name, unpackSets(sets, papers.length)]),
    ),
    match: makeTermMatcher(terms),
    matchLoosely: async (some) => (await loose())(some),
    papersOfTerm: remember(async (id) => {
      const position = terms.findIndex((term) => term.id === id);
      const { uses = '', about = '' } = (await loadFile(termFile(position, papers.length)))[id] ?? {};
      return { uses: unpackSet(uses, papers.length), about: unpackSet(about, papers.length) };
    }),
    isCommon,
    isInMost: (word) => findCommon(word)?.isInMost === true,
    isWord,
    isInTexts: remember(async (word) => {
      if (await isWord(word)) return true;
      // Nor is it the beginning of another word.
      if (isOrdinary(word)) return false;
      const all = await words();
      return all.length === 0 || isKnown(word, all);
    }, MOST_REMEMBERED),
    // To compare a word with all others takes longer than all else of a search.
    correct: remember(async (word) => correctWord(word, await candidates()), MOST_REMEMBERED),
  };
}

/** Begins to load the papers of terms, by their ids: who asks for them later waits less. */
export function beginLoading(ids: Iterable<string>, { papersOfTerm }: OpenLexicon): void {
  // Who waits for them will hear of a failure.
  for (const id of ids) papersOfTerm(id).catch(() => undefined);
}

/** Makes an asking that is answered once. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= ask());
}

function unpackSets(packed: Readonly<Record<string, string>>, papers: number): Map<string, PaperSet> {
  return new Map(Object.entries(packed).map(([value, set]) => [value, unpackSet(set, papers)]));
}
