import { expect, test } from 'vitest';
import { describeAuthors, joinNames, splitNames } from './hit-authors.ts';

const names = ['Ada Byron', 'Max Born', 'Lise Meitner', 'Grace Hopper', 'Emmy Noether', 'Max Planck'];
const say = (some: readonly string[], words: readonly string[] = []) =>
  describeAuthors(some, words)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

test('names come out of the index as they went in', () => {
  expect(splitNames(joinNames(names))).toEqual(names);
  expect(splitNames(joinNames([]))).toEqual([]);
});

test('a few authors are named, and of more how many there are', () => {
  expect(say([])).toBe('');
  expect(say(names.slice(0, 1))).toBe('Ada Byron');
  expect(say(names.slice(0, 2))).toBe('Ada Byron and Max Born');
  expect(say(names.slice(0, 4))).toBe('Ada Byron, Max Born, Lise Meitner and Grace Hopper');
  expect(say(names)).toBe('Ada Byron, Max Born, Lise Meitner and 3 others');
});

test('an author who is searched for is named and marked, wherever in the list', () => {
  expect(say(names, ['noether', 'born', 'others'])).toBe(
    'Ada Byron, Max [Born], Lise Meitner, Emmy [Noether] and 2 others',
  );
});
