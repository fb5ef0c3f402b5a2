// After the index: what a large survey's commonest words are, and how well each paper answers them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../core/catalog.ts';
import { COMMON_WORDS_FILE, commonWordFile, packScores } from '../../search/common-words.ts';
import { packWords } from '../../search/lexicon.ts';
import type { PagefindFragment } from '../../search/pagefind.ts';
import type { Scores } from '../../search/paper-set.ts';
import { COMMON_FROM } from '../../search/ranking.ts';
import { countTexts } from '../../search/vocabulary.ts';
import { compareLetters } from './merge-words.ts';
import { type List, readChunk, readFragment, readLanguage, readList } from './pagefind-index.ts';
import { findStems } from './run-pagefind.ts';
import { scoreWord } from './score-word.ts';

/**
 * How many papers have each word that is common, or may come to be so when a few papers change: a word that is not told of
 * has no more than `most`.
 */
export type WordCounts = { readonly counts: readonly (readonly [string, number])[]; readonly most: number };

/** What was counted of an index, and what has changed since: texts that have gone, and the places of papers that are new. */
export type CountedIndex = {
  readonly counted: WordCounts;
  readonly gone: readonly string[];
  readonly fresh: readonly number[];
};

/** Words are counted on that at least this share of as many papers have as would make them common. */
const NEARLY = 0.5;

/** Writes the files of common words of a site, given the folder of its index; returns what was counted. */
export async function writeCommonWords(
  folder: string,
  index: string,
  before?: CountedIndex,
): Promise<WordCounts | undefined> {
  const list = readList(index);
  if (!list) return undefined;
  const least = COMMON_FROM * list.papers.length;
  const counted = (before && countOn(before, index, list, least)) ?? countAll(index, list, least);
  const words = counted.counts
    .flatMap(([word, papers]) => (papers >= least ? word : []))
    .toSorted(compareText);
  mkdirSync(dirname(join(folder, COMMON_WORDS_FILE)), { recursive: true });
  for await (const { position, scores } of scoreWords(words, index, list))
    writeFileSync(join(folder, commonWordFile(position)), packScores(scores));
  writeFileSync(join(folder, COMMON_WORDS_FILE), packWords(words));
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

/** How well each paper of an index answers some words, each by its position. */
export async function* scoreWords(
  words: readonly string[],
  index: string,
  list: List,
): AsyncGenerator<{ readonly position: number; readonly scores: Scores }> {
  const stems = await findStems(words, readLanguage(index), join(index, 'stems'));
  const asked = words.map((word, position) => ({ word, stem: stems[position] ?? word, position }));
  const fields = [...list.fields.keys()];
  for (const [chunk, own] of Map.groupBy(asked, ({ stem }) => chunkOf(stem, list))) {
    const known = chunk ? [...readChunk(index, chunk, fields)] : [];
    for (const one of own) yield { position: one.position, scores: scoreWord(one, known, list) };
  }
}

/** The chunk that a word would be in: the last one that does not begin after it. */
function chunkOf(word: string, { chunks }: List) {
  return chunks.findLast(([from]) => compareLetters(from, word) <= 0);
}
