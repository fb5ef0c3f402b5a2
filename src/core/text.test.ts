import { expect, test } from 'vitest';
import { editDistance, nearest, normalizeTitle, suggest, wordsOf } from './text.ts';
import { count } from './words.ts';

test('titles are compared without case, accents and punctuation, but not without their stars', () => {
  expect(normalizeTitle('  Naïve Scouts: “Where”?')).toBe('naive scouts where');
  expect(normalizeTitle('Hive*')).not.toBe(normalizeTitle('Hive'));
});

test('the edit distance counts insertions, deletions and substitutions', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});

test('the nearest candidate is offered only when it is near', () => {
  expect(nearest('serach', ['search', 'agents'])).toBe('search');
  expect(nearest('weather', ['search', 'agents'])).toBeUndefined();
  expect(suggest('weather', ['search', 'agents'])).toBe('Use one of: search, agents.');
  expect(suggest('weather', [])).toBe('There is none yet.');
  const many = Array.from({ length: 500 }, (_, index) => `hive-${index}`);
  expect(suggest('weather', many)).toMatch(/^Use one of: hive-0, .{100,400}, …\.$/);
});

test('words keep their inner hyphens and apostrophes', () => {
  expect(wordsOf('Self-taught bees don’t: 2 hives.')).toEqual(['self-taught', 'bees', 'don’t', 'hives']);
});

test('numbers go with their nouns', () => {
  expect([count(1, 'entry', 'entries'), count(2, 'entry', 'entries'), count(1200, 'line')]).toEqual([
    '1 entry',
    '2 entries',
    '1,200 lines',
  ]);
});

test('a word of any length is compared at once', () => {
  expect(nearest('a'.repeat(10_000_000), ['nest', 'hive'])).toBeUndefined();
});
