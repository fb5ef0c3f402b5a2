import { expect, test } from 'vitest';
import { packWords, unpackWords } from './pack-words.ts';

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
