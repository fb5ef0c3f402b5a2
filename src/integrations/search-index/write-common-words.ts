// After the index: what a large survey's common words are, and how well each paper answers them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../core/catalog.ts';
import {
  COMMON_WORDS_FILE,
  type CommonWord,
  commonWordFile,
  packCommonWords,
  packScores,
} from '../../search/common-words.ts';
import type { PagefindFragment } from '../../search/pagefind.ts';
import { papersWith, type Scores, sizeOf } from '../../search/paper-set.ts';
import { COMMON_FROM, COMMON_SHARE } from '../../search/ranking.ts';
import { countTexts } from '../../search/vocabulary.ts';
import { compareLetters } from './merge-words.ts';
import {
  type Chunk,
  type List,
  readChunk,
  readFragment,
  readLanguage,
  readList,
  type Word,
} from './pagefind-index.ts';
import { findStems } from './run-pagefind.ts';
import { scoreWord } from './score-word.ts';

/**
 * How many papers have each word as it is written, if they are many enough to tell it, or may come to be so when a few papers
 * change: a word that is not told of has no more than `most`.
 */
export type WordCounts = { readonly counts: readonly (readonly [string, number])[]; readonly most: number };

/** What was counted of an index, and what has changed since: texts that have gone, and the places of papers that are new. */
export type CountedIndex = {
  readonly counted: WordCounts;
  readonly gone: readonly string[];
  readonly fresh: readonly number[];
};

/** In one of its forms a common word is told that so large a share of the papers has: rarer ones the index is asked for. */
const FORM_FROM = 0.01;
/** Words are counted on that at least this share of as many papers have. */
const NEARLY = 0.25;

/** Writes the files of common words of a site, given the folder of its index; returns what was counted. */
export async function writeCommonWords(
  folder: string,
  index: string,
  before?: CountedIndex,
): Promise<WordCounts | undefined> {
  const list = readList(index);
  if (!list) return undefined;
  const least = FORM_FROM * list.papers.length;
  const counted = (before && countOn(before, index, list, least)) ?? countAll(index, list, least);
  const forms = counted.counts
    .filter(([, papers]) => papers >= least)
    .toSorted(([a, first], [b, second]) => second - first || compareText(a, b))
    .map(([word]) => word);
  mkdirSync(dirname(join(folder, COMMON_WORDS_FILE)), { recursive: true });
  const isEnglish = /^en\b/i.test(readLanguage(index));
  const words: CommonWord[] = [];
  const all = list.papers.length;
  for await (const { forms: own, stem, scores } of scoreWords(forms, index, list, COMMON_FROM * all)) {
    writeFileSync(join(folder, commonWordFile(words.length)), packScores(scores));
    const isInMost = sizeOf(papersWith(scores)) > COMMON_SHARE * all;
    words.push({ forms: own, ...(isEnglish && { stem }), ...(isInMost && { isInMost }) });
  }
  writeFileSync(join(folder, COMMON_WORDS_FILE), packCommonWords(words));
  return counted;
}

function countAll(index: string, { papers }: List, least: number): WordCounts {
  const most = NEARLY * least;
  const counts = countTexts(papers.map(([name]) => readSearched(index, name)));
  return { counts: [...counts].filter(([, papers]) => papers > most), most };
}

/** Undefined where so many papers are new that a word may be common which was not told of. */
function countOn(
  { counted, gone, fresh }: CountedIndex,
  index: string,
  { papers }: List,
  least: number,
): WordCounts | undefined {
  const most = counted.most + fresh.length;
  if (most >= least) return undefined;
  const less = countTexts(gone);
  const more = countTexts(fresh.map((place) => readSearched(index, papers[place]?.[0] ?? '')));
  const now = (word: string, count: number) => count - (less.get(word) ?? 0) + (more.get(word) ?? 0);
  return { counts: counted.counts.map(([word, count]) => [word, now(word, count)]), most };
}

/** What is searched of a paper, given the name of its fragment. */
export function readSearched(index: string, name: string): string {
  const { content, meta }: PagefindFragment = JSON.parse(readFragment(index, name));
  return `${meta['title'] ?? ''} ${content}`;
}

/**
 * Those of some words that so many papers have, in this form or another; with the others of the same stem, and how well each
 * paper answers the first of them: to Pagefind the others differ only in what its bonus for a beginning adds.
 */
export async function* scoreWords(
  words: readonly string[],
  index: string,
  list: List,
  least = 1,
): AsyncGenerator<Required<Pick<CommonWord, 'forms' | 'stem'>> & { readonly scores: Scores }> {
  const stems = await findStems(words, readLanguage(index), join(index, 'stems'));
  const byStem = [...Map.groupBy(words.entries(), ([position, word]) => stems[position] ?? word)]
    .map(([stem, entries]) => ({ stem, forms: entries.map(([, word]) => word) }))
    .toSorted((a, b) => compareLetters(a.stem, b.stem));
  const chunkOf = chunksInTurn(list);
  for (const [chunk, own] of Map.groupBy(byStem, ({ stem }) => chunkOf(stem))) {
    const known = chunk ? [...readChunk(index, chunk)] : [];
    for (const { stem, forms } of own) {
      const [word = stem] = forms;
      if (countPapers(known.find(({ text }) => text === stem)) >= least)
        yield { forms, stem, scores: scoreWord({ word, stem }, known, list) };
    }
  }
}

/** How many papers have a word of the index, however it is written. */
function countPapers(word: Word | undefined): number {
  return word ? [word, ...word.forms].reduce((sum, { postings }) => sum + postings.length, 0) : 0;
}

/** Tells the chunk that a word would be in, the last one that does not begin after it, of words in the order of their letters. */
function chunksInTurn({ chunks }: List): (word: string) => Chunk | undefined {
  let next = 0;
  return (word) => {
    while (next < chunks.length && compareLetters(chunks[next]?.[0] ?? '', word) <= 0) next++;
    return chunks[next - 1];
  };
}
