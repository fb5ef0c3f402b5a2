import { expect, it } from 'vitest';
import { renderDate } from './date-words.ts';

it.each([
  ['2025-01-08', '8 January 2025', '8 Jan 2025'],
  ['2021-03', 'March 2021', 'Mar 2021'],
  ['2021', '2021', '2021'],
])('%s is shown as far as it is known', (iso, long, short) => {
  expect([renderDate(iso), renderDate(iso, 'short')]).toEqual([long, short]);
});
