// Words as a short text: of each only what it does not share with the one before it.
import type { Vocabulary } from './vocabulary.ts';

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
