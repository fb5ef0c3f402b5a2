// What search knows besides the index, in two small files: the terms of the glossary with all their names, and the
// words of the survey. The same for the browser and the terminal.
import type { Term } from '../core/schema/glossary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term with what it is found by, and how many papers use it. */
export type LexiconTerm = Pick<Term, 'id' | 'name' | 'aliases' | 'everyday'> & {
  /** The telling words of its definition, without their endings. */
  readonly defined: string;
  readonly papers: number;
};

/** Where the files are, from the root of the site; the first is for `JSON.parse`, the second for `unpackWords`. */
export const TERMS_FILE = 'search/terms.json';
export const WORDS_FILE = 'search/words.txt';

/** How the words and terms of a survey are come by. */
export type Lexicon = {
  readonly loadTerms: () => Promise<readonly LexiconTerm[]>;
  /** The words are the bigger part, and asked for only where a query has one that no paper has as it stands. */
  readonly loadWords: () => Promise<Vocabulary>;
};

/** Makes a lexicon of what reads its files; without them nothing is corrected, and words mean only themselves. */
export function makeLexicon(read: (file: string) => Promise<string>): Lexicon {
  return {
    loadTerms: async () => JSON.parse(await read(TERMS_FILE).catch(() => '[]')),
    loadWords: async () => unpackWords(await read(WORDS_FILE).catch(() => '')),
  };
}

/** So many letters that a word shares with the one before it are written as one digit. */
const MOST_SHARED = 9;

/** Front coding: "bee bees beetle" becomes "0bee 3s 3tle". */
export function packWords(words: Vocabulary): string {
  return words
    .map((word, index) => {
      const shared = sharedLength(words[index - 1] ?? '', word);
      return `${shared}${word.slice(shared)}`;
    })
    .join(' ');
}

/** Reads what `packWords` wrote. */
export function unpackWords(packed: string): Vocabulary {
  let word = '';
  return packed
    .split(' ')
    .filter((coded) => coded !== '')
    .map((coded) => (word = word.slice(0, Number(coded[0])) + coded.slice(1)));
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(MOST_SHARED, a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}
