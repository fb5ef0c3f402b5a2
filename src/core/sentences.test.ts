import { expect, test } from 'vitest';
import { sentenceAround, sentencesOf, shortenAround } from './sentences.ts';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Bees dance. Do they vote? They do!', ['Bees dance.', 'Do they vote?', 'They do!']],
  ['It rises by 2.5% (e.g. Hive A). Then it falls.', ['It rises by 2.5% (e.g. Hive A).', 'Then it falls.']],
  ['As Byron et al. Say, bees vs. Ants.', ['As Byron et al. Say, bees vs. Ants.']],
  ['One line,\n\nanother one', ['One line,', 'another one']],
  ['', []],
])('“%s”', (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

const text = 'Bees dance. Scouts that found a nest site report it to the others, who go and look. They vote.';
const site = { start: text.indexOf('nest site'), end: text.indexOf(' report') };

test('the sentence around a mention', () => {
  const { start, end } = sentenceAround(text, site);
  expect(text.slice(start, end)).toMatch(/^Scouts .* look\.$/);
});

test('a quote over two sentences has both', () => {
  const both = { start: text.indexOf('dance'), end: text.indexOf(' found') };
  const { start, end } = sentenceAround(text, both);
  expect(text.slice(start, end)).toMatch(/^Bees dance\. Scouts .* look\.$/);
});

test.each([
  [40, 'found a nest site report it to the'],
  [9, 'nest site'],
  [500, 'Scouts that found a nest site report it to the others, who go and look.'],
])('%i characters around a mention, in whole words', (length, words) => {
  const { start, end } = shortenAround(text, sentenceAround(text, site), site, length);
  expect(text.slice(start, end)).toBe(words);
});
