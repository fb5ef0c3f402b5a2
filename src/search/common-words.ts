// The words that many papers of a large survey have, each with a small file that says how well every paper answers it.
//
// The index tells the place of each word in each text, which phrases need. Of a word that most papers have, that is a
// chunk of 100 kB at 10,000 papers, for an answer of 10 kB: so the answer itself is kept.
import { type OpenIndex, remember } from './open-index.ts';
import type { Scores } from './paper-set.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where the files are, from the root of the site: beside the index that they are made from. */
const FOLDER = 'pagefind/common';

/** The words, as `packWords` writes them. */
export const COMMON_WORDS_FILE = `${FOLDER}/words.txt`;

/** What `packScores` wrote of the word at a position of that list. */
export const commonWordFile = (position: number) => `${FOLDER}/${position}.txt`;

/** Scores are told apart as finely as this: for less than that, where the word stands says nothing of a paper. */
const LEVELS = 255;
/** The letter of a paper that has no score. */
const FIRST_LETTER = ' '.charCodeAt(0);
/** More answers than this are not remembered: of 10,000 papers each takes 80 kB. */
const MOST_REMEMBERED = 100;

/** Digits of the highest score: further ones say nothing, and not everywhere the same. */
const DIGITS = 4;

/** Writes scores as text: the highest, and after a space a letter for each paper. */
export function packScores(scores: Scores): string {
  const most = scores.reduce((a, b) => Math.max(a, b), 0);
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
  return new Float64Array(papers).map(
    (_, place) => (most * (packed.charCodeAt(start + place) - FIRST_LETTER)) / LEVELS,
  );
}

/** An index that answers some words from their files, and the others, phrases, and words whose file is gone, itself. */
export function withCommonWords<Index extends Pick<OpenIndex, 'papers' | 'ask'>>(
  index: Index,
  words: Vocabulary,
  load: (file: string) => Promise<string>,
): Index {
  const positions = new Map(words.map((word, position) => [word, position]));
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
