import { expect, test } from 'vitest';
import { EMPTY_STATE } from '../search/state.ts';
import { describeAnswer, describeUnknown } from './search-status.ts';

test('the line above the results says how many, for what, and where', () => {
  expect(describeAnswer({ total: 3 }, EMPTY_STATE)).toBe('3 papers');
  expect(describeAnswer({ total: 1 }, { ...EMPTY_STATE, query: ' waggle ' })).toBe('1 paper for “waggle”');
  expect(describeAnswer({ total: 0 }, { ...EMPTY_STATE, query: 'x', year: ['2024'] })).toBe(
    'No papers for “x” in the chosen themes and years',
  );
});

test('words that no paper has are named', () => {
  expect(describeUnknown({ total: 3, unknownWords: [] })).toBe('');
  expect(describeUnknown({ total: 3, unknownWords: ['a', 'b'] })).toBe(
    'No paper has “a” or “b”. These are the papers with the other words.',
  );
  expect(describeUnknown({ total: 0, unknownWords: ['a', 'b'] })).toBe('No paper has “a” or “b”.');
  expect(describeUnknown({ total: 0, unknownWords: ['a'] })).toBe('');
});
