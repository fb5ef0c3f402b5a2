import { expect, test } from 'vitest';
import { locateNumber, statesNumber } from './results.ts';

test.each([
  ['94.0 of them', 94, undefined, 0],
  ['a 7B colony gains 7.0 points', 7, undefined, 18],
  ['counted @5, it gains 5%', 5, '%', 21],
  ['rank 8, then 8 % more', 8, '%', 13],
  ['some 1,200 bees', 1200, undefined, 5],
  ['2.7X faster', 2.7, '×', 0],
  ['60-65% less', 65, '%', 3],
  ['it falls by −12%', -12, '%', 13],
])('“%s” states %d', (text, value, unit, start) => {
  expect(locateNumber(text, value, unit)?.start).toBe(start);
  expect(statesNumber(text, value)).toBe(true);
});

test('a part of a number is not stated', () => {
  expect(locateNumber('17.5% of 1,200', 17)).toBeUndefined();
  expect(statesNumber('17.5% of 1,200', 200)).toBe(false);
});
