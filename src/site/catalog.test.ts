import { expect, it } from 'vitest';
import { assembleCatalog } from './catalog.ts';
import { bees } from './made-up-catalog.ts';

it('puts collections together in the order of pages, whatever order they come in', () => {
  const themes = bees.themes.map(({ id, fields, body }) => ({ id, data: fields, body })).toReversed();
  const entries = bees.entries
    .map(({ slug, fields, body, text }) => ({ id: slug, data: { ...fields, text }, body }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const paths = bees.paths.map(({ id, fields, body }) => ({ id, data: fields, body }));
  const catalog = assembleCatalog({ survey: bees.survey, themes, entries, terms: [], paths });
  expect(catalog.themes).toEqual(bees.themes);
  expect(catalog.paths).toEqual(bees.paths);
  expect(catalog.entries.map(({ slug }) => slug)).toEqual([
    'stop-signal',
    'scout-reports',
    'old-hive',
    'quorum-sensing',
    'undated-dance',
  ]);
  expect(catalog.entries.find(({ slug }) => slug === 'stop-signal')).toEqual(bees.entries[0]);
});
