import { expect, test } from 'vitest';
import { EMPTY_LEXICON, type Lexicon, readLexicon, writeLexicon } from './lexicon.ts';

const lexicon: Lexicon = {
  words: [
    'bee',
    'bees',
    'beetle',
    'hive*',
    'waggle',
    'wagglewagglewaggle',
    'wagglewagglewaggles',
    'éclat',
    'comb',
  ],
  terms: [{ id: 'waggle-dance', name: 'waggle dance', aliases: ['WD'], defined: 'danc', papers: 2 }],
};

test.each([
  ['full', lexicon],
  ['empty', EMPTY_LEXICON],
] as const)('a lexicon that is %s is read as it was written', (_, one) => {
  expect(readLexicon(writeLexicon(one))).toEqual(one);
});

test('letters that a word shares with the one before it are written once', () => {
  expect(writeLexicon({ words: ['bee', 'bees', 'beetle'], terms: [] })).toContain('"0bee 3s 3tle"');
});
