import { expect, test } from 'vitest';
import { makeLexicon, packWords, unpackWords } from './lexicon.ts';

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

test('a lexicon without its files is empty', async () => {
  const lexicon = makeLexicon(() => Promise.reject(new Error('There is no such file.')));
  expect([await lexicon.loadTerms(), await lexicon.loadWords()]).toEqual([[], []]);
});
