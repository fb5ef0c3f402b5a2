import { expect, test } from 'vitest';
import { relativeData } from './work.ts';

const names = new Set(['papers/hive/index.html', 'papers/a"b/index.html', 'data/papers.json']);
const site = { base: '/', has: (name: string) => names.has(name) };

test.each([
  ['an address', { url: '/papers/hive/' }, { url: '../papers/hive/index.html' }],
  ['one among others', ['/papers/hive/#cite', 1], ['../papers/hive/index.html#cite', 1]],
  ['one with a quotation mark', ['/papers/a"b/'], ['../papers/a%22b/index.html']],
  ['a name', { '/papers/hive/': 1 }, { '/papers/hive/': 1 }],
  ['a text that leads nowhere', { text: '/or, and "/papers/hive/"' }, { text: '/or, and "/papers/hive/"' }],
  ['a text that is no address', ['/100%'], ['/100%']],
  ['an address within a text', ['See "/papers/hive/"'], ['See "/papers/hive/"']],
  ['what stands after a backslash', ['\\', '/papers/hive/'], ['\\', '../papers/hive/index.html']],
])('in data, %s', (_, data, portable) => {
  const file = 'data/papers.json';
  expect(JSON.parse(relativeData(JSON.stringify(data), file, site))).toEqual(portable);
});
