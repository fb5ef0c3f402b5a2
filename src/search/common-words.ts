// The words that many papers of a large survey have, each with a small file that says how well every paper answers it.
//
// The index tells the place of each word in each text, which phrases need. Of a word that most papers have, that is a
// chunk of 100 kB at 10,000 papers, for an answer of 10 kB: so the answer itself is kept. And of a word that a twentieth has,
// to make the answer takes longer than to load it.
import { type OpenIndex, remember } from './open-index.ts';
import { packWords, unpackWords } from './pack-words.ts';
import { highestOf, makeScores, type Scores } from './paper-set.ts';

/** Where the files are, from the root of the site: beside the index that they are made from. */
const FOLDER = 'pagefind/common';

/** A word in all forms that are told, such as "dance" and "dances", which have one answer. */
export type CommonWord = {
  readonly forms: readonly string[];
  /** What the index knows it by, such as "danc": so that other forms are told, too. Only of English words. */
  readonly stem?: string;
  /** Whether more than `COMMON_SHARE` of the papers have it. */
  readonly isInMost?: boolean;
};

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

/** What is said of a word besides how many forms it has: that its stem stands before them, and that most papers have it. */
const HAS_STEM = '~';
const IS_IN_MOST = '+';

/** Writes words as text: the forms of all, after their stem, if they have one; and in a second line how many each has. */
export function packCommonWords(words: readonly CommonWord[]): string {
  const all = words.flatMap(({ forms, stem }) => (stem ? [stem, ...forms] : forms));
  const counts = words.map(
    ({ forms, stem, isInMost }) => `${forms.length}${stem ? HAS_STEM : ''}${isInMost ? IS_IN_MOST : ''}`,
  );
  return `${packWords(all)}\n${counts.join(' ')}`;
}

/** Reads what `packCommonWords` wrote. */
export function unpackCommonWords(packed: string): CommonWord[] {
  const [words = '', counts = ''] = packed.split('\n');
  const left = [...unpackWords(words)];
  return counts
    .split(' ')
    .filter((count) => count !== '')
    .map((count) => ({
      ...(count.includes(HAS_STEM) && { stem: left.shift() ?? '' }),
      forms: left.splice(0, Number.parseInt(count, 10)),
      ...(count.includes(IS_IN_MOST) && { isInMost: true }),
    }));
}

/** Tells a common word, and its position among all, in whatever form it is written. */
export type FindCommonWord = (word: string) => FoundCommonWord | undefined;

type FoundCommonWord = Pick<CommonWord, 'isInMost'> & { readonly position: number };

/**
 * English words whose stems are told from porter2's. Pagefind's are those of Snowball 3, by which "organism" is no "organ", nor
 * "adding" an "ad": what it takes otherwise begins or ends like this, or has a stem of two letters.
 */
const ENGLISH = /^(?!emerg|even|inter|later|organ|past|univers|.*logist)[a-z]+$/;
const SHORTEST_STEM = 3;

/*! porter2, MIT, Copyright (c) 2024 eilvelia: https://github.com/eilvelia/porter2.js */
/** Readies common words; what makes stems is loaded where they have some. */
export async function openCommonWords(words: readonly CommonWord[]): Promise<FindCommonWord> {
  const found = words.map((word, position) => ({ ...word, position }));
  const forms = new Map(found.flatMap((word) => word.forms.map((form) => [form, word])));
  const stems = new Map(found.flatMap((word) => (word.stem ? [[word.stem, word]] : [])));
  const { stem: stemOf } = stems.size > 0 ? await import('porter2') : {};
  const findByStem = (word: string) => {
    const stem = ENGLISH.test(word) ? stemOf?.(word) : undefined;
    return stem && stem.length >= SHORTEST_STEM ? stems.get(stem) : undefined;
  };
  return (written) => {
    const word = written.toLowerCase();
    return forms.get(word) ?? findByStem(word);
  };
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
  find: FindCommonWord,
  load: (file: string) => Promise<string>,
): Index {
  const read = remember(async (file) => unpackScores(await load(file), index.papers.length), MOST_REMEMBERED);
  return {
    ...index,
    ask: (text: string) => {
      const found = find(text);
      return found ? read(commonWordFile(found.position)).catch(() => index.ask(text)) : index.ask(text);
    },
  };
}
