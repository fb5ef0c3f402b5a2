// What search knows besides the index: the words of the survey, and the terms of its glossary with all their names.
// One small file, the same for the browser and the terminal.
import type { Term } from '../core/schema/glossary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term with what it is found by, and how many papers use it. */
export type LexiconTerm = Pick<Term, 'id' | 'name' | 'aliases' | 'everyday'> & {
  /** The telling words of its definition, without their endings. */
  readonly defined: string;
  readonly papers: number;
};

/** The words and terms of a survey. */
export type Lexicon = { readonly words: Vocabulary; readonly terms: readonly LexiconTerm[] };

/** No words, no terms: nothing is corrected, and words mean only themselves. */
export const EMPTY_LEXICON: Lexicon = { words: [], terms: [] };

/** Renders a lexicon for `readLexicon`. */
export function writeLexicon({ words, terms }: Lexicon): string {
  return JSON.stringify({ words: packWords(words), terms });
}

/** Reads what `writeLexicon` wrote. */
export function readLexicon(text: string): Lexicon {
  const { words, terms } = JSON.parse(text);
  return { words: unpackWords(words), terms };
}

/** So many letters that a word shares with the one before it are written as one digit. */
const MOST_SHARED = 9;

/** Front coding: "bee bees beetle" becomes "0bee 3s 3tle". The words take the most room, and they come sorted. */
function packWords(words: Vocabulary): string {
  return words
    .map((word, index) => {
      const shared = sharedLength(words[index - 1] ?? '', word);
      return `${shared}${word.slice(shared)}`;
    })
    .join(' ');
}

function unpackWords(packed: string): Vocabulary {
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
