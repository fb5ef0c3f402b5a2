import { expect, test } from 'vitest';
import { packWords, readLexicon, unpackWords } from './lexicon.ts';

const words = [
  'bee',
  'bees',
  'beetle',
  'hive*',
  'waggle',
  'wagglewagglewaggle',
  'wagglewagglewaggles',
  'éclat',
  'comb',
];

test.each([[words], [[]]])('words are read as they were written', (some) => {
  expect(unpackWords(packWords(some))).toEqual(some);
});

test('letters that a word shares with the one before it are written once', () => {
  expect(packWords(['bee', 'bees', 'beetle'])).toBe('0bee 3s 3tle');
});

test('words that cannot be loaded are done without', async () => {
  const { loadWords } = readLexicon(() => Promise.reject(new Error('There is no such file.')));
  expect(await loadWords()).toEqual([]);
});
