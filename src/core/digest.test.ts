import { expect, test } from 'vitest';
import { digestLines, splitLines } from './digest.ts';

test('the fingerprint is that of FNV-1a', () => {
  // Test vectors of the algorithm's authors.
  expect(digestLines([''], [1, 1])).toBe('cbf29ce484222325');
  expect(digestLines(['a'], [1, 1])).toBe('af63dc4c8601ec8c');
  expect(digestLines(['x', 'foobar', 'y'], [2, 2])).toBe('85944171f73967e8');
});

test('lines end as they will', () => {
  expect(splitLines('\uFEFFa\r\nb\rc\n')).toEqual(['a', 'b', 'c', '']);
});
