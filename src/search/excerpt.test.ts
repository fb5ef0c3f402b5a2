import { expect, test } from 'vitest';
import { makeExcerpt, markWords } from './excerpt.ts';

const textOf = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join('');
const matchesOf = (segments: readonly { text: string; isMatch: boolean }[]) =>
  segments.flatMap(({ text, isMatch }) => (isMatch ? text : []));

test('words of a title are marked by how they begin', () => {
  expect(matchesOf(markWords('Hive*: Naïve Dancing', ['danc', 'naive', 'hive*']))).toEqual([
    'Hive*',
    'Naïve',
    'Dancing',
  ]);
  expect(markWords('A title', [''])).not.toContainEqual({ text: 'A', isMatch: true });
});

test('and so are other forms of them', () => {
  expect(matchesOf(markWords('Dances and dancers', ['dancing']))).toEqual(['Dances', 'dancers']);
});

test('of a word with a hyphen, the parts are marked', () => {
  const marked = (words: string[]) => matchesOf(markWords('Stop-signal Learning', words));
  expect(marked(['stop-signal'])).toEqual(['Stop', 'signal']);
  expect(marked(['-'])).toEqual([]);
});

test('an excerpt is where most of the words stand together, and says what it leaves out', () => {
  const text =
    'Bees fly. They fly far, and dance when they come back: the dance tells how far <b>bees</b> went, to all.';
  const excerpt = makeExcerpt(text, ['dances', 'far', 'how'], 7);
  expect(textOf(excerpt)).toBe('… the dance tells how far <b>bees</b> went, …');
  expect(matchesOf(excerpt)).toEqual(['dance', 'how', 'far']);
});

test('a short text is its own excerpt, and where nothing matches the beginning is', () => {
  expect(textOf(makeExcerpt('Bees dance.', ['dance'], 8))).toBe('Bees dance.');
  expect(textOf(makeExcerpt('a b c d', ['x'], 2))).toBe('a b …');
  expect(makeExcerpt('', ['x'], 2)).toEqual([]);
});
