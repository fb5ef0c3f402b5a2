import { expect, test } from 'vitest';
import { makeExcerpt, markMatches } from './excerpt.ts';

const searched = (...words: readonly string[]) => ({ words, names: [] });
const textOf = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join('');
const matchesOf = (segments: readonly { text: string; isMatch: boolean }[]) =>
  segments.flatMap(({ text, isMatch }) => (isMatch ? text : []));

test('words of a title are marked by how they begin', () => {
  expect(matchesOf(markMatches('Hive*: Naïve Dancing', searched('danc', 'naive', 'hive*')))).toEqual([
    'Hive*',
    'Naïve',
    'Dancing',
  ]);
  expect(markMatches('A title', searched(''))).not.toContainEqual({ text: 'A', isMatch: true });
});

test('and so are other forms of them', () => {
  expect(matchesOf(markMatches('Dances and dancers', searched('dancing')))).toEqual(['Dances', 'dancers']);
});

test('of a word with a hyphen, the parts are marked', () => {
  const marked = (words: string[]) => matchesOf(markMatches('Stop-signal Learning', searched(...words)));
  expect(marked(['stop-signal'])).toEqual(['Stop', 'signal']);
  expect(marked(['-'])).toEqual([]);
});

test('of a name that was searched for, its words are marked where they stand together', () => {
  const wanted = { words: ['hive'], names: ['figure of eight', 'WD'] };
  const text =
    'Of the hive: a figure-of-eight run, two figures of eights, eight of them in WD, none in WDs of wdx.';
  expect(matchesOf(markMatches(text, wanted))).toEqual([
    'hive',
    'figure',
    'of',
    'eight',
    'figures',
    'of',
    'eights',
    'WD',
    'WDs',
  ]);
  expect(textOf(makeExcerpt(text, { words: [], names: ['WD'] }, 5))).toBe('… in WD, none in WDs …');
});

test('an excerpt is where most of the words stand together, and says what it leaves out', () => {
  const text =
    'Bees fly. They fly far, and dance when they come back: the dance tells how far <b>bees</b> went, to all.';
  const excerpt = makeExcerpt(text, searched('dances', 'far', 'how'), 7);
  expect(textOf(excerpt)).toBe('… the dance tells how far <b>bees</b> went, …');
  expect(matchesOf(excerpt)).toEqual(['dance', 'how', 'far']);
});

test('a short text is its own excerpt, and where nothing matches the beginning is', () => {
  expect(textOf(makeExcerpt('Bees dance.', searched('dance'), 8))).toBe('Bees dance.');
  expect(textOf(makeExcerpt('a b c d', searched('x'), 2))).toBe('a b …');
  expect(makeExcerpt('', searched('x'), 2)).toEqual([]);
});
