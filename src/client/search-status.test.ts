import { expect, test } from 'vitest';
import { EMPTY_STATE } from '../search/state.ts';
import {
  describeAnswer,
  describeChosen,
  describeCorrections,
  describeNotices,
  withoutUnknown,
} from './search-status.ts';

test('the line above the results says how many, for what, and where', () => {
  expect(describeAnswer({ total: 3, complete: 3 }, EMPTY_STATE)).toBe('3 papers');
  expect(describeAnswer({ total: 1, complete: 1 }, { ...EMPTY_STATE, query: ' waggle ' })).toBe(
    '1 paper for “waggle”',
  );
  expect(describeAnswer({ total: 0, complete: 0 }, { ...EMPTY_STATE, query: 'x', year: ['2024'] })).toBe(
    'No papers for “x” in the chosen themes and years',
  );
  expect(describeAnswer({ total: 5, complete: 2 }, { ...EMPTY_STATE, query: 'x y' })).toBe(
    '2 papers with all the words for “x y”, 3 with most of them',
  );
  expect(describeAnswer({ total: 5, complete: 0 }, { ...EMPTY_STATE, query: 'x y' })).toBe(
    'No paper has all the words for “x y”, 5 with most of them',
  );
});

test('a phrase is in one pair of quotes, and beside other words in its own', () => {
  const describe = (query: string) => describeAnswer({ total: 3, complete: 3 }, { ...EMPTY_STATE, query });
  expect(describe('"waggle dance"')).toBe('3 papers for “waggle dance”');
  expect(describe('"waggle dance" hive')).toBe('3 papers for “"waggle dance" hive”');
  expect(describe('"waggle dance" "nest box"')).toBe('3 papers for “"waggle dance" "nest box"”');
});

test('words that no paper has are named, and problems told', () => {
  expect(describeNotices({ unknownWords: [], problems: [] })).toEqual([]);
  expect(
    describeNotices({ unknownWords: ['a', 'b'], problems: [{ start: 0, end: 1, message: 'Wrong.' }] }),
  ).toEqual(['Wrong.', 'No paper has “a” or “b”.']);
});

test('corrections say both words', () => {
  expect(describeCorrections({ corrections: [{ from: 'wagle', to: 'waggle' }] })).toBe(
    '“waggle” instead of “wagle”',
  );
  expect(describeCorrections({ corrections: [] })).toBe('');
});

test('what is chosen is named', () => {
  expect(describeChosen(['Signals', '2025'])).toBe(': Signals, 2025');
  expect(describeChosen([])).toBe('');
});

test('a query without unknown words keeps what was corrected', () => {
  const answer = { unknownWords: ['xyzzy'], corrections: [{ from: 'wagle', to: 'waggle' }] };
  expect(withoutUnknown('  wagle dance xyzzy ', answer)).toBe('waggle dance');
  expect(withoutUnknown('xyzzy', answer)).toBe('');
  expect(withoutUnknown('dance arXiv 2501.01234', { ...answer, unknownWords: ['arXiv 2501.01234'] })).toBe(
    'dance',
  );
});
