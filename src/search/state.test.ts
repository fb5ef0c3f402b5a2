import { expect, test } from 'vitest';
import { EMPTY_STATE, parseState, renderState, type SearchState } from './state.ts';

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
