import { expect, test } from 'vitest';
import { correctWord, isKnown, makeVocabulary, otherSpelling, stemOf } from './vocabulary.ts';

const vocabulary = makeVocabulary([
  'The teacher bees dance; bees teach a waggle dance.',
  'Bees and bees.',
  'Retrieval of honey with hive* and swarm swarms, a vocabulary',
]);

test('the vocabulary has each word once, the most frequent first', () => {
  expect(vocabulary.slice(0, 3)).toEqual(['bees', 'a', 'and']);
  expect(new Set(vocabulary).size).toBe(vocabulary.length);
  expect(vocabulary).toContain('hive*');
});

test.each(['bees', 'danc', 'Teaching', 'dances', 'waggle-dance', 'swarmed'])('%s is in use', (word) => {
  expect(isKnown(word, vocabulary)).toBe(true);
});

test.each([
  ['teaching', 'teacher', 'teaches'],
  ['planning', 'planner', 'plans', 'planned'],
  ['creation', 'create', 'creating'],
  ['verifier', 'verify', 'verified'],
  ['optimisation', 'optimize', 'optimizing', 'optimise'],
  ['behaviour', 'behaviors', 'behavior'],
])('%s has the stem of its other forms', (...words) => {
  expect(new Set(words.map(stemOf)).size).toBe(1);
});

test.each(['wagle', 'xyzzy', 'queen', 'waggle-xyzzy', 'wagging'])('%s is not in use', (word) => {
  expect(isKnown(word, vocabulary)).toBe(false);
});

test.each([
  ['wagle', 'waggle'],
  ['retreival', 'retrieval'],
  ['teahcer', 'teacher'],
  ['honny', 'honey'],
  ['xyzzy', undefined],
  ['bee5', undefined],
  ['hny', undefined],
  // Words of their own, each two letters or the first from one that is in use.
  ['denser', undefined],
  ['fees', undefined],
  ['wiht', undefined],
  ['retreivel', 'retrieval'],
  ['retrofit', undefined],
  // Two slips are corrected in long words, in consonants too; other consonants make another word.
  ['vocabulry', 'vocabulary'],
  ['vocblary', 'vocabulary'],
  ['retrieves', undefined],
  ['betrieval', undefined],
  // Of words about equally near the more frequent one is meant.
  ['beas', 'bees'],
  // The stem is near where the word is not.
  ['vocabullaries', 'vocabulary'],
])('%s was meant as %s', (word, meant) => {
  expect(correctWord(word, vocabulary)).toBe(meant);
});

test.each([
  ['optimise', 'optimize'],
  ['Generalization', 'generalisation'],
  ['analysing', 'analyzing'],
  ['behaviour', 'behavior'],
  ['behavioral', 'behavioural'],
  ['vector', undefined],
  ['size', undefined],
])('“%s” is also spelt “%s”', (word, other) => {
  expect(otherSpelling(word)).toBe(other);
});
