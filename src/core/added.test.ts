import { expect, test } from 'vitest';
import { addedOn, latest } from './added.ts';

const survey = {
  sources: [{ file: 'a.txt', format: 'paste', listed: '2025-12-08', origin: 'A listing' }],
};
const source = { file: 'a.txt', lines: [1, 2] as [number, number], digest: '0123456789abcdef' };

test('an entry was added with its listing, unless it says otherwise; where nothing says it, nobody guesses', () => {
  expect(addedOn({ source }, survey)).toBe('2025-12-08');
  expect(addedOn({ source, added: '2026-01-02' }, survey)).toBe('2026-01-02');
  expect(addedOn({ source: { ...source, file: 'b.txt' } }, survey)).toBeUndefined();
  expect(addedOn({}, survey)).toBeUndefined();
});

test('the latest of some days', () => {
  expect(latest(['2025-12-08', undefined, '2026-01-02', '2025-12-31'])).toBe('2026-01-02');
  expect(latest([undefined])).toBeUndefined();
});
