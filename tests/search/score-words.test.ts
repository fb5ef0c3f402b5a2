// How well papers answer a word, as we reckon it and as Pagefind says it.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importPagefind } from '../../src/integrations/search-index/import-pagefind.ts';
import { writeIndex } from '../../src/integrations/search-index/index-work.ts';
import { readList } from '../../src/integrations/search-index/pagefind-index.ts';
import { scoreWords } from '../../src/integrations/search-index/write-common-words.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { papersWith, putAfter } from '../../src/search/paper-set.ts';
import { BEGINNING_SHARE } from '../../src/search/ranking.ts';
import { pagesOf, type TinyPage, writePages } from './pages.ts';

/** Words that share stems, that begin like others, with marks, digits and signs, and of several parts. */
const WORDS =
  'dance dances dancing danced swarm hive hives honeycomb honey study studies café cafe naïve naive waggle-dance bee2bee found@1 comb* of the scout scouting scouts wax';

/** Pages with some of the words each, the same in every run. */
const PAGES: readonly TinyPage[] = Array.from({ length: 60 }, (_, page) => {
  const words = WORDS.split(' ');
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, word) => words[(from + word * (1 + (page % 7))) % words.length]);
  return {
    slug: `paper-${page}`,
    title: `${some(page, 3).join(' ')} ${page}`,
    text: `${some(page * 3, 5 + ((page * 11) % 40)).join(' ')}.</p><h2>${some(page, 2).join(' ')}</h2><p>${some(page + 5, 4).join(' ')}`,
  };
});

// The first of the words that have one stem stands for all of them.
test.each([
  ['as they come', (words: string[]) => words],
  ['the other way round', (words: string[]) => words.toReversed()],
])('papers answer words as well as Pagefind says, %s', async (_, order) => {
  const folder = await writePages(PAGES);
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeIndex(folder, pagesOf(PAGES));
  const index = join(folder, 'pagefind');
  const list = readList(index);
  const words = order(WORDS.replaceAll('-', ' ').toLowerCase().split(' '));
  const reckoned = list ? await Array.fromAsync(scoreWords(words, index, list)) : [];
  expect(reckoned.flatMap(({ forms }) => forms).toSorted()).toEqual(words.toSorted());
  for (const { forms, scores } of reckoned) {
    // One that has loaded nothing yet: what it has loaded for another word, it finds as well.
    const { ask } = await openIndex(await importPagefind(index, randomUUID()), '/');
    const [word = ''] = forms;
    const said = putAfter(await ask(word), papersWith(await ask(`"${word}"`)), BEGINNING_SHARE);
    expect(Math.max(...said), word).toBeGreaterThan(0);
    for (const [place, score] of said.entries()) {
      const difference = Math.abs(score - (scores[place] ?? 0));
      expect(difference, `${word}, paper ${place}`).toBeLessThanOrEqual(score * 1e-4);
    }
  }
});
