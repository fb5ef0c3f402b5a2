import { expect, test } from 'vitest';
import { markWords, parseExcerpt } from './excerpt.ts';

test('matches are told from the rest, and escaped signs are signs again', () => {
  expect(parseExcerpt('the <mark>&lt;SEG&gt;</mark> token &amp;amp; more')).toEqual([
    { text: 'the ', isMatch: false },
    { text: '<SEG>', isMatch: true },
    { text: ' token &amp; more', isMatch: false },
  ]);
});

test('markup in an excerpt stays text', () => {
  expect(parseExcerpt('&lt;script&gt;alert(1)&lt;/script&gt; <b>x</b>')).toEqual([
    { text: '<script>alert(1)</script> <b>x</b>', isMatch: false },
  ]);
});

test('words of a title are marked by how they begin', () => {
  expect(
    markWords('Hive*: Naïve Dancing', ['danc', 'naive', 'hive*']).filter(({ isMatch }) => isMatch),
  ).toEqual([
    { text: 'Hive*', isMatch: true },
    { text: 'Naïve', isMatch: true },
    { text: 'Dancing', isMatch: true },
  ]);
  expect(markWords('A title', [''])).not.toContainEqual({ text: 'A', isMatch: true });
});

test('of a word with a hyphen, the parts are marked', () => {
  const marked = (words: string[]) =>
    markWords('Stop-signal Learning', words).flatMap(({ text, isMatch }) => (isMatch ? text : []));
  expect(marked(['stop-signal'])).toEqual(['Stop', 'signal']);
  expect(marked(['-'])).toEqual([]);
});

test('the signs around a match are not part of it', () => {
  expect(
    parseExcerpt('a <mark>(WDG),</mark> or <mark>Hive*:</mark>').filter(({ isMatch }) => isMatch),
  ).toEqual([
    { text: 'WDG', isMatch: true },
    { text: 'Hive*', isMatch: true },
  ]);
});
