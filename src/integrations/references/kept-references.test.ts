import { expect, test } from 'vitest';
import type { PaperRecord } from '../../export/paper-record.ts';
import { type KeptReferences, takeReferences } from './kept-references.ts';

const paper = (slug: string, title = slug): PaperRecord => ({
  slug,
  title,
  url: `/papers/${slug}/`,
  themes: [],
  terms: [],
  results: [],
  links: [],
});

test('only papers whose references may have changed have them made, and all come in their order', async () => {
  const kept = new Map<string, KeptReferences>();
  const asked: string[][] = [];
  const take = (...papers: readonly PaperRecord[]) =>
    takeReferences(papers, kept, async (fresh) => {
      asked.push(fresh.map(({ slug }) => slug));
      return fresh.map(({ title }) => [{ style: 'APA', html: title }]);
    });
  const titles = (made: Awaited<ReturnType<typeof take>>) => made.flat().map(({ html }) => html);
  expect(titles(await take(paper('waggle'), paper('quorum')))).toEqual(['waggle', 'quorum']);
  expect(titles(await take(paper('quorum'), paper('waggle', 'Waggle'), paper('hive')))).toEqual([
    'quorum',
    'Waggle',
    'hive',
  ]);
  expect(titles(await take(paper('waggle', 'Waggle')))).toEqual(['Waggle']);
  expect(asked).toEqual([
    ['waggle', 'quorum'],
    ['waggle', 'hive'],
  ]);
});
