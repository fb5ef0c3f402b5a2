import { expect, test } from 'vitest';
import type { Term } from './schema/glossary.ts';
import { makeGloss, makeTermFinder, makeTermSplitter } from './terms.ts';

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

test('mentions tell where they are', () => {
  expect(find('A hive is a hive.')).toEqual([
    { id: 'hive', start: 2, end: 6 },
    { id: 'hive', start: 12, end: 16 },
  ]);
});

test('texts of one page are split at the first mention of each term, and joined are the same text', () => {
  const split = makeTermSplitter(find, ['dance']);
  const texts = ['A hive is a hive.', 'WD in a hive, and a dance', 'No more.', ''];
  const pieces = texts.map(split);
  expect(pieces).toEqual([
    [{ text: 'A ' }, { text: 'hive', term: 'hive' }, { text: ' is a hive.' }],
    [{ text: 'WD', term: 'waggle-dance' }, { text: ' in a hive, and a dance' }],
    [{ text: 'No more.' }],
    [],
  ]);
  expect(pieces.map((own) => own.map(({ text }) => text).join(''))).toEqual(texts);
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

test('a glossary says of an entry where its words mention terms, and what those and the named ones are', () => {
  const result = { metric: 'recall', measure: 'score', value: 90, quote: 'of 90%' } as const;
  const fields = { title: 'On HIVE', themes: ['nest'], results: [{ ...result, benchmark: 'hive-2024' }] };
  const entry = { slug: 'on-hive', fields, body: 'The WD.\n', text: 'The WD.' };
  const { mentions, terms: own } = makeGloss(terms)(entry);
  expect(mentions.map((list) => list.map(({ id, start }) => [id, start]))).toEqual([
    [['HIVE', 3]],
    [['waggle-dance', 4]],
    [],
  ]);
  expect(own.map(({ id }) => id)).toEqual(['HIVE', 'waggle-dance', 'hive-2024']);
});

test('what has markup may mention any of its terms', () => {
  const entry = { slug: 'wd', fields: { title: 'WD', themes: [] }, body: 'The *W*D.\n', text: 'The WD.' };
  expect(makeGloss(terms)(entry)).toEqual({ mentions: [], terms });
});
