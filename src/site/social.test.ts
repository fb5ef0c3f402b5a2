import { expect, test } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makePageFacts, makePaperFacts, picturePath } from './social.ts';

const scout = bees.entries.find(({ slug }) => slug === 'scout-reports');
if (!scout) throw new Error('The made-up survey has no scouts.');

test('a paper has its day, its theme, and the day when it was added', () => {
  expect(makePaperFacts(bees, scout)).toEqual({
    theme: { id: 'nest-choice', title: 'How a swarm chooses its nest', hue: 40 },
    published: '2024-12-31',
    modified: '2025-06-01',
  });
});

test('papers of a large survey show the picture of their theme', () => {
  const entries = Array.from({ length: 1000 }, () => scout);
  expect(makePaperFacts({ ...bees, entries }, scout).hasThemePicture).toBe(true);
});

test('a page on many papers changed with the last of them; what nobody knows is left out', () => {
  const later = { ...scout, fields: { ...scout.fields, added: '2025-07-01' } };
  expect(makePageFacts(bees, [scout, later, ...bees.entries])).toEqual({ modified: '2025-07-01' });
  expect(makePageFacts(bees, [])).toEqual({});
});

test('every page has a picture of its own', () => {
  expect(['', 'papers/', 'papers/hive/'].map(picturePath)).toEqual([
    'og/index.png',
    'og/papers.png',
    'og/papers/hive.png',
  ]);
});
