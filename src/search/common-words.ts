// The words that many papers of a large survey have, each with a small file that says how well every paper answers it.
//
// The index tells the place of each word in each text, which phrases need. Of a word that most papers have, that is a
// chunk of 100 kB at 10,000 papers, for an answer of 10 kB: so the answer itself is kept. And of a word that a twentieth has,
// to make the answer takes longer than to load it.
import { type OpenIndex, remember } from './open-index.ts';
import { packWords, unpackWords } from './pack-words.ts';
import { highestOf, makeScores, type Scores } from './paper-set.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where the files are, from the root of the site: beside the index that they are made from. */
const FOLDER = 'pagefind/common';

/** A word in all forms that are told, such as "dance" and "dances", which have one answer. */
export type CommonWords = readonly Vocabulary[];

/** The words, as `packCommonWords` writes them. */
export const COMMON_WORDS_FILE = `${FOLDER}/words.txt`;

/** What `packScores` wrote of the word at a position of that list. */
export const commonWordFile = (position: number) => `${FOLDER}/${position}.txt`;

/** Scores are told apart as finely as this: for less than that, where the word stands says nothing of a paper. */
const LEVELS = 255;
/** The letter of a paper that has no score. */
const FIRST_LETTER = ' '.charCodeAt(0);
/** More answers than this are not remembered: of 10,000 papers each takes 40 kB. */
const MOST_REMEMBERED = 100;

/** Digits of the highest score: further ones say nothing, and not everywhere the same. */
const DIGITS = 4;

/** Writes words as text: the forms of all, and in a second line how many each has. */
export function packCommonWords(words: CommonWords): string {
  return `${packWords(words.flat())}\n${words.map(({ length }) => length).join(' ')}`;
}

/** Reads what `packCommonWords` wrote. */
export function unpackCommonWords(packed: string): CommonWords {
  const [forms = '', lengths = ''] = packed.split('\n');
  const all = unpackWords(forms);
  let start = 0;
  return lengths.split(' ').flatMap((length) => {
    const own = all.slice(start, start + Number(length));
    start += own.length;
    return own.length > 0 ? [own] : [];
  });
}

/** Writes scores as text: the highest, and after a space a letter for each paper. */
export function packScores(scores: Scores): string {
  const most = highestOf(scores);
  // Whatever matches has some score.
  const levelOf = (score: number) => (score > 0 ? Math.max(1, Math.round((score / most) * LEVELS)) : 0);
  const letters = new Uint16Array(scores.length).map(
    (_, place) => FIRST_LETTER + levelOf(scores[place] ?? 0),
  );
  return `${most.toPrecision(DIGITS)} ${new TextDecoder('utf-16').decode(letters)}`;
}

/** Reads what `packScores` wrote of so many papers; fails where it was written of others. */
export function unpackScores(packed: string, papers: number): Scores {
  const start = packed.indexOf(' ') + 1;
  const most = Number(packed.slice(0, start));
  if (packed.length - start !== papers) throw new Error('These are the scores of other papers.');
  return makeScores(papers, (place) => (most * (packed.charCodeAt(start + place) - FIRST_LETTER)) / LEVELS);
}

/** An index that answers some words from their files, and the others, phrases, and words whose file is gone, itself. */
export function withCommonWords<Index extends Pick<OpenIndex, 'papers' | 'ask'>>(
  index: Index,
  words: CommonWords,
  load: (file: string) => Promise<string>,
): Index {
  const positions = new Map(words.flatMap((forms, position) => forms.map((form) => [form, position])));
  const read = remember(async (file) => unpackScores(await load(file), index.papers.length), MOST_REMEMBERED);
  return {
    ...index,
    ask: (text: string) => {
      const position = positions.get(text.toLowerCase());
      return position === undefined
        ? index.ask(text)
        : read(commonWordFile(position)).catch(() => index.ask(text));
    },
  };
}
