// What search knows besides the index, in small files: the terms of the glossary with all their names and the papers of each
// theme, year and so on; the papers of the terms; and the words of the survey. The same for the browser and the terminal.
import type { Term } from '../core/schema/glossary.ts';
import { COMMON_WORDS_FILE, type CommonWord, unpackCommonWords } from './common-words.ts';
import { unpackWords } from './pack-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term with what it is found by, and how many papers use it. */
export type LexiconTerm = Pick<Term, 'id' | 'name' | 'aliases' | 'everyday'> & {
  /** The telling words of its definition, without their endings; once they are loaded. */
  readonly defined?: string;
  readonly papers: number;
};

/** The terms of a survey, and what papers are narrowed by. */
export type Lexicon = {
  readonly terms: readonly LexiconTerm[];
  /**
   * The values of each filter (theme, year, has) with their papers, as `packSet` writes them. Pagefind has filters, too;
   * in a large survey they are four times as many bytes, and one that has loaded them counts all in every search.
   */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The papers of some terms by their ids: those that use it, and those whose title or summary names it; `packSet` wrote them. */
export type TermPapers = Readonly<Record<string, { readonly uses: string; readonly about: string }>>;

/** The telling words of the definitions of terms, by their ids. */
export type Definitions = Readonly<Record<string, string>>;

/** Where the files are, from the root of the site: a lexicon and definitions in JSON, and what `packWords` wrote. */
export const LEXICON_FILE = 'search/lexicon.json';
export const DEFINITIONS_FILE = 'search/definitions.json';
export const WORDS_FILE = 'search/words.txt';

/** Papers times terms to a file, which is then some 7 kB: all terms of a small survey, one or two of a large one. */
const TERM_FILE_SIZE = 20_000;

/** Where the papers of a term are: `position` is its place in the lexicon, `papers` the number of papers of the survey. */
export function termFile(position: number, papers: number): string {
  const terms = Math.max(1, Math.floor(TERM_FILE_SIZE / papers));
  return `search/terms/${Math.floor(position / terms)}.json`;
}

/** How a lexicon and the words are come by. */
export type LexiconSource = {
  readonly loadLexicon: () => Promise<Lexicon>;
  /** Reads the file that `termFile` names. */
  readonly loadTermPapers: (file: string) => Promise<TermPapers>;
  /** The words are the bigger part, and asked for only where a query has one that no paper has as it stands. */
  readonly loadWords: () => Promise<Vocabulary>;
  /** Of a large survey the words that many papers have: see common-words.ts. */
  readonly loadCommonWords: () => Promise<readonly CommonWord[]>;
  /** Reads the file of one of them. */
  readonly loadScores: (file: string) => Promise<string>;
  /** Asked for only where nothing is found. */
  readonly loadDefinitions: () => Promise<Definitions>;
};

/** Makes the source of what reads the files; without the words nothing is corrected, without definitions less is near. */
export function readLexicon(read: (file: string) => Promise<string>): LexiconSource {
  return {
    loadLexicon: async () => JSON.parse(await read(LEXICON_FILE)),
    loadTermPapers: async (file) => JSON.parse(await read(file)),
    loadWords: async () => unpackWords(await read(WORDS_FILE).catch(() => '')),
    loadCommonWords: async () => unpackCommonWords(await read(COMMON_WORDS_FILE).catch(() => '')),
    loadScores: read,
    loadDefinitions: async () => JSON.parse(await read(DEFINITIONS_FILE).catch(() => '{}')),
  };
}
