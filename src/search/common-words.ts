// The words that many papers of a large survey have, each with a small file that says how well every paper answers it.
//
// The index tells the place of each word in each text, which phrases need. Of a word that most papers have, that is a
// chunk of 100 kB at 10,000 papers, for an answer of 10 kB: so the answer itself is kept. And of a word that a twentieth has,
// to make the answer takes longer than to load it.
import { type OpenIndex, remember } from './open-index.ts';
import { packWords, sharedLength, unpackWords } from './pack-words.ts';
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

/**
 * Writes words as text: the forms of all; in a second line how many each has, with a "+" where most papers have it; and in a
 * third one, if they have stems, how each comes of the first form.
 */
export function packCommonWords(words: readonly CommonWord[]): string {
  const forms = words.flatMap((word) => word.forms);
  const lengths = words.map((word) => `${word.forms.length}${word.isInMost ? '+' : ''}`);
  const endings = words.flatMap(({ forms: [form = ''], stem }) => (stem ? [packStem(form, stem)] : []));
  return `${packWords(forms)}\n${lengths.join(' ')}\n${endings.join(' ')}`;
}

/** Reads what `packCommonWords` wrote. */
export function unpackCommonWords(packed: string): CommonWord[] {
  const [forms = '', lengths = '', endings = ''] = packed.split('\n');
  const all = unpackWords(forms);
  const stems = endings.split(' ');
  let start = 0;
  return lengths
    .split(' ')
    .filter((length) => length !== '')
    .map((length, position) => {
      const own = all.slice(start, start + Number.parseInt(length, 10));
      start += own.length;
      const ending = stems[position];
      return {
        forms: own,
        ...(ending && { stem: unpackStem(own[0] ?? '', ending) }),
        ...(length.endsWith('+') && { isInMost: true }),
      };
    });
}

/** "1i" for "study", whose stem is "studi": so many letters go, and these come. */
function packStem(form: string, stem: string): string {
  const shared = sharedLength(form, stem);
  return `${form.length - shared}${stem.slice(shared)}`;
}

function unpackStem(form: string, packed: string): string {
  const gone = Number.parseInt(packed, 10);
  return form.slice(0, form.length - gone) + packed.slice(`${gone}`.length);
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
  return (word) => forms.get(word.toLowerCase()) ?? findByStem(word.toLowerCase());
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
