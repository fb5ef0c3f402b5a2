import { expect, test } from 'vitest';
import { findNearTerms } from './near-terms.ts';
import { parseQuery } from './query.ts';
import { makeTermMatcher } from './term-matches.ts';

const terms = [
  { id: 'waggle-dance', name: 'waggle dance', defined: 'report sit', papers: 9 },
  { id: 'stop-signal', name: 'stop signal', defined: 'buzz end danc', papers: 2 },
  { id: 'swarm', name: 'swarm', defined: 'bee', papers: 5 },
];
const match = makeTermMatcher(terms);
const lexicon = { terms, matchLoosely: async (words: readonly string[]) => match(words) };
const near = async (query: string) =>
  (await findNearTerms(parseQuery(query).parts, lexicon)).map(({ id }) => id);

test.each([
  ['signalling', ['stop-signal']],
  ['buzzes', ['stop-signal']],
  ['waggling', ['waggle-dance']],
  ['"dance floor"', ['waggle-dance', 'stop-signal']],
])('near %s', async (query, expected) => {
  expect(await near(query)).toEqual(expected);
});

test('where nothing is near, the terms that many papers use', async () => {
  expect(await near('xyzzy')).toEqual(['waggle-dance', 'swarm', 'stop-signal']);
});
