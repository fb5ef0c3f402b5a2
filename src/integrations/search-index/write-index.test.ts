import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { shorten } from './write-index.ts';

test('names are short, tell all of many apart, and the shortest do not depend on the others', () => {
  const digests = Array.from({ length: 20_000 }, (_, index) => hash('sha256', String(index)));
  const shortened = shorten(digests);
  expect(new Set(shortened.values()).size).toBe(digests.length);
  for (const [digest, short] of shortened) expect(digest.startsWith(short)).toBe(true);
  const lengths = [...shortened.values()].map(({ length }) => length);
  expect(Math.min(...lengths)).toBe(5);
  for (const [digest, short] of shorten(digests.slice(0, 10))) expect(shortened.get(digest)).toMatch(short);
});
