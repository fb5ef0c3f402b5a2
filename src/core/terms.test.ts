import { expect, test } from 'vitest';
import type { Term } from './schema/glossary.ts';
import { firstMentions, makeTermFinder } from './terms.ts';

const terms: Term[] = [
  { id: 'dance', name: 'dance', kind: 'concept', definition: 'x' },
  {
    id: 'waggle-dance',
    name: 'waggle dance',
    kind: 'concept',
    aliases: ['WD', 'dance language'],
    definition: 'x',
  },
  { id: 'HIVE', name: 'HIVE', kind: 'benchmark', definition: 'x' },
  { id: 'hive', name: 'hive', kind: 'concept', definition: 'x' },
  { id: 'hive-2024', name: 'HIVE 2024', kind: 'benchmark', aliases: ['HIVE24'], definition: 'x' },
];
const find = makeTermFinder(terms);
const ids = (text: string) => find(text).map(({ id }) => id);

test.each([
  ['The Waggle-dances of bees', ['waggle-dance']],
  ['A dance, the WD, no wd', ['dance', 'waggle-dance']],
  ['on HIVE, in a hive and Hives', ['HIVE', 'hive', 'hive']],
  ['HIVE24, HIVE-2024 and HIVE', ['hive-2024', 'hive-2024', 'HIVE']],
  ['dancer, bedance', []],
  ['Swarm-Dance, but dance-like', ['dance']],
])('“%s”', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('mentions tell where they are, and the first of each can be picked', () => {
  const mentions = find('A hive is a hive.');
  expect(mentions).toEqual([
    { id: 'hive', start: 2, end: 6 },
    { id: 'hive', start: 12, end: 16 },
  ]);
  expect(firstMentions(mentions)).toHaveLength(1);
});

test('of mentions within each other the longer counts, however many there are', () => {
  const find = makeTermFinder([
    { id: 'dance', name: 'dance', kind: 'concept', definition: 'x' },
    { id: 'waggle-dance', name: 'waggle dance', kind: 'concept', definition: 'x' },
  ]);
  const mentions = find('waggle dance, dance. '.repeat(20_000));
  expect(mentions).toHaveLength(40_000);
  expect(mentions.slice(0, 2).map(({ id }) => id)).toEqual(['waggle-dance', 'dance']);
});
