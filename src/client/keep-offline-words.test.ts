import { expect, test } from 'vitest';
import { describeKeeping, describeProgress, findObstacle } from './keep-offline-words.ts';

const good = { protocol: 'https:', isSecure: true, hasWorkers: true, isBuilt: true };

test.each([
  [{}, undefined],
  [{ protocol: 'file:', isSecure: false }, 'file'],
  [{ isBuilt: false }, 'development'],
  [{ protocol: 'http:', isSecure: false, hasWorkers: false }, 'insecure'],
  [{ hasWorkers: false }, 'unsupported'],
] as const)('%o: the obstacle is %s', (page, obstacle) => {
  expect(findObstacle({ ...good, ...page })).toBe(obstacle);
});

test('a state offers what can be done in it', () => {
  expect(describeKeeping({ kind: 'absent', isBegun: false })).toMatchObject({ keep: 'Keep for offline' });
  expect(describeKeeping({ kind: 'absent', isBegun: true }).text).toContain('A part');
  expect(Object.keys(describeKeeping({ kind: 'running' }))).toEqual(['text']);
  expect(describeKeeping({ kind: 'kept' })).toHaveProperty('remove');
  expect(describeKeeping({ kind: 'failed', reason: 'full' })).toMatchObject({ keep: 'Try again' });
  expect(describeKeeping({ kind: 'failed', reason: 'remove' })).toMatchObject({ remove: 'Try again' });
});

test('progress has numbers', () => {
  const progress = { parts: 37, totalParts: 61, bytes: 1_234_567, totalBytes: 4_512_345 };
  expect(describeProgress(progress)).toBe('1.2 MB of 4.5 MB, 37 of 61 parts');
});
