import { expect, test } from 'vitest';
import { EMPTY_STATE, parseState, renderState, type SearchState, SORTS } from './state.ts';

const states: SearchState[] = [
  EMPTY_STATE,
  { query: 'waggle dance', theme: [], year: [], sort: 'relevance', isExact: false },
  {
    query: '"a b" & <c>=d+e%20 é',
    theme: ['choice', 'signals'],
    year: ['2024', 'undated'],
    sort: 'oldest',
    isExact: true,
  },
  { query: '', theme: ['choice'], year: [], sort: 'newest', isExact: false },
];

test.each(states)('the address says the whole state: %j', (state) => {
  expect(parseState(renderState(state))).toEqual(state);
});

test('an empty state needs no query, and what is not known is ignored', () => {
  expect(renderState(EMPTY_STATE)).toBe('');
  expect(parseState('?q=a&sort=sideways&colour=red&theme=&theme=x&theme=x')).toEqual({
    query: 'a',
    theme: ['x'],
    year: [],
    sort: 'relevance',
    isExact: false,
  });
});

test('every text and every choice survive the address', () => {
  const texts = [
    '',
    ' ',
    'a b',
    'a+b',
    '100%',
    '%zz',
    '&q=x',
    '#x',
    '?',
    '=',
    '"',
    '<b>',
    'é ü',
    '蜂',
    '\u{1f41d}',
    'a\nb',
  ];
  const choices = [[], ['a'], ['a', 'b'], ['b', 'a'], texts.filter((text) => text !== '')];
  for (const query of texts)
    for (const theme of choices)
      for (const year of choices)
        for (const sort of SORTS)
          for (const isExact of [true, false]) {
            const state: SearchState = { query, theme, year, sort, isExact };
            expect(parseState(renderState(state))).toEqual(state);
          }
});

test('sorted by date is the newest first', () => {
  expect(parseState('?sort=date').sort).toBe('newest');
});
