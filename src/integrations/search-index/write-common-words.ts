// After the index: what a large survey's commonest words are, and how well each paper answers them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMON_WORDS_FILE, commonWordFile, packScores } from '../../search/common-words.ts';
import { packWords } from '../../search/lexicon.ts';
import type { PagefindFragment } from '../../search/pagefind.ts';
import type { Scores } from '../../search/paper-set.ts';
import { COMMON_FROM } from '../../search/ranking.ts';
import { findCommonWords } from '../../search/vocabulary.ts';
import { compareLetters } from './merge-words.ts';
import { type List, readChunk, readFragment, readLanguage, readList } from './pagefind-index.ts';
import { findStems } from './run-pagefind.ts';
import { scoreWord } from './score-word.ts';

/** Writes the files of common words of a site, given the folder of its index. */
export async function writeCommonWords(folder: string, index: string): Promise<void> {
  const list = readList(index);
  if (!list) return;
  const texts = list.papers.map(([name]) => {
    const { content, meta }: PagefindFragment = JSON.parse(readFragment(index, name));
    return `${meta['title'] ?? ''} ${content}`;
  });
  const words = findCommonWords(texts, COMMON_FROM * texts.length);
  mkdirSync(dirname(join(folder, COMMON_WORDS_FILE)), { recursive: true });
  for await (const { position, scores } of scoreWords(words, index, list))
    writeFileSync(join(folder, commonWordFile(position)), packScores(scores));
  writeFileSync(join(folder, COMMON_WORDS_FILE), packWords(words));
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
