import { expect, test } from 'vitest';
import { EMPTY_STATE } from '../search/state.ts';
import { describeAnswer, describeCorrections, describeNotices } from './search-status.ts';

const answer = {
  total: 3,
  hits: [],
  counts: { theme: {}, year: {} },
  isPartial: false,
  corrections: [],
  unknownWords: [],
  problems: [],
};

test('the line above the results says how many, for what, and where', () => {
  expect(describeAnswer({ total: 3 }, EMPTY_STATE)).toBe('3 papers');
  expect(describeAnswer({ total: 1 }, { ...EMPTY_STATE, query: ' waggle ' })).toBe('1 paper for “waggle”');
  expect(describeAnswer({ total: 0 }, { ...EMPTY_STATE, query: 'x', year: ['2024'] })).toBe(
    'No papers for “x” in the chosen themes and years',
  );
});

test('words that no paper has are named, and partial matches are said to be partial', () => {
  expect(describeNotices(answer)).toEqual([]);
  expect(describeNotices({ ...answer, unknownWords: ['a', 'b'], isPartial: true })).toEqual([
    'No paper has “a” or “b”.',
    'No paper has all the words. These have some; what each lacks is said with it.',
  ]);
  expect(describeNotices({ ...answer, total: 0, unknownWords: ['a'] })).toEqual([]);
  expect(describeNotices({ ...answer, problems: [{ start: 0, end: 1, message: 'Wrong.' }] })).toEqual([
    'Wrong.',
  ]);
});

test('corrections say both words', () => {
  expect(describeCorrections({ corrections: [{ from: 'wagle', to: 'waggle' }] })).toBe(
    '“waggle” instead of “wagle”',
  );
  expect(describeCorrections({ corrections: [] })).toBe('');
});
