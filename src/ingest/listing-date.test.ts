import { expect, test } from 'vitest';
import { parseListedDay, resolveDay } from './listing-date.ts';

test.each([
  ['Oct 4, 2024 2', { day: { month: 10, day: 4, year: 2024 }, comments: 2 }],
  ['Aug 13', { day: { month: 8, day: 13 } }],
  ['Sep 2 2', { day: { month: 9, day: 2 }, comments: 2 }],
  ['Dec 22', { day: { month: 12, day: 22 } }],
  ['6 authors', undefined],
  ['Foo 3', undefined],
  ['May 32', undefined],
])('%s', (text, expected) => {
  expect(parseListedDay(text)).toEqual(expected);
});

test('a date without a year falls in the year of the listing', () => {
  expect(resolveDay({ month: 9, day: 2 }, '2025-12-08')).toEqual({ date: '2025-09-02' });
  expect(resolveDay({ month: 9, day: 2, year: 2024 }, '2025-12-08')).toEqual({ date: '2024-09-02' });
});

test('what cannot be is a problem, not a guess', () => {
  expect(resolveDay({ month: 9, day: 2 }, undefined)).toHaveProperty('problem');
  expect(resolveDay({ month: 12, day: 22 }, '2025-12-08')).toHaveProperty('problem');
  expect(resolveDay({ month: 2, day: 30 }, '2025-12-08')).toHaveProperty('problem');
});
