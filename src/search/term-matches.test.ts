import { expect, test } from 'vitest';
import type { LexiconTerm } from './lexicon.ts';
import { TERM_STRENGTHS } from './ranking.ts';
import { makeTermMatcher } from './term-matches.ts';

const TERMS: readonly LexiconTerm[] = [
  { id: 'waggle-dance', name: 'waggle dance', aliases: ['WD'], defined: 'report sit', papers: 3 },
  { id: 'dance', name: 'dance', defined: 'pattern', papers: 1 },
  { id: 'hive-500', name: 'HIVE-500', aliases: ['Hive 2024'], defined: 'sampl hiv', papers: 1 },
  { id: 'found-at-1', name: 'found@1', defined: 'share found', papers: 1 },
  {
    id: 'stop-signal',
    name: 'stop signal',
    everyday: ['tell others to stop', 'buzz'],
    defined: 'buzz',
    papers: 1,
  },
];
const match = makeTermMatcher(TERMS);
const { name, everyday, wordOfName, wordOfEveryday, wordOfDefinition } = TERM_STRENGTHS;
/** What each word of a text means, as plain objects. */
const meaningsOf = (text: string) => match(text.split(' ')).map((terms) => Object.fromEntries(terms));

test.each(['WD', 'wd', 'WDs'])('%s means its term by name', (text) => {
  expect(meaningsOf(text)).toEqual([{ 'waggle-dance': name }]);
});

test.each(['HIVE500', 'hive-500', 'Hive-500', 'Hive2024', 'hive-2024'])(
  '%s is one spelling of several',
  (text) => {
    expect(meaningsOf(text)[0]).toMatchObject({ 'hive-500': name });
  },
);

test.each(['hive 500', 'waggle dances', 'Waggle Dance'])('all words of “%s” mean the term', (text) => {
  const found = match(text.split(' '));
  expect(found.every((terms) => [...terms.values()].includes(name))).toBe(true);
});

test('all words of a name mean the term in another order too, and with words between them', () => {
  expect(meaningsOf('signals that stop bees').map((terms) => terms['stop-signal'])).toEqual([
    name,
    undefined,
    name,
    undefined,
  ]);
});

test('the longest name counts; a shorter one within it is only a word', () => {
  expect(meaningsOf('waggle dance')[1]).toEqual({ 'waggle-dance': name, dance: wordOfName });
});

test('signs that names contain are kept', () => {
  expect(meaningsOf('found@1')).toEqual([{ 'found-at-1': name }]);
});

test('what people say in one telling word and others means the term only with all of them', () => {
  const matchMany = makeTermMatcher([
    { id: 'quorum', name: 'quorum', everyday: ['decide by themselves'], defined: '', papers: 1 },
  ]);
  expect(matchMany(['decide', 'by', 'themselves'])[0]).toEqual(new Map([['quorum', everyday]]));
  expect(matchMany(['decide'])[0]).toEqual(new Map([['quorum', wordOfEveryday]]));
});

test('all words of what people say mean the term strongly, one of them less', () => {
  expect(meaningsOf('how bees tell others to stop').map((terms) => terms['stop-signal'])).toEqual([
    undefined,
    undefined,
    everyday,
    everyday,
    undefined,
    everyday,
  ]);
  expect(meaningsOf('others')).toEqual([{ 'stop-signal': wordOfEveryday }]);
});

test('a word of a definition means the term a little, and an ending does not matter', () => {
  expect(meaningsOf('patterns')).toEqual([{ dance: wordOfDefinition }]);
});

test('a word that stands nowhere means nothing', () => {
  expect(meaningsOf('xyzzy of')).toEqual([{}, {}]);
});
