import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCache, writeCache } from './cache.ts';

const root = await mkdtemp(join(tmpdir(), 'conspectus-links-'));
afterAll(() => rm(root, { recursive: true }));
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

test('an answer is believed for a while, and what was unknown is not', async () => {
  expect(await readCache(root, day(1))).toEqual(new Map());
  await writeCache(root, [{ url: 'https://a.org/', state: 'alive' }], day(1));
  await writeCache(
    root,
    [
      { url: 'https://b.org/', state: 'gone' },
      { url: 'https://c.org/', state: 'unknown' },
    ],
    day(3),
  );
  expect([...(await readCache(root, day(3))).keys()]).toEqual(['https://a.org/', 'https://b.org/']);
  expect([...(await readCache(root, day(4))).keys()]).toEqual(['https://a.org/']);
  expect([...(await readCache(root, day(15))).keys()]).toEqual([]);
});

test('a broken file is as good as none', async () => {
  await writeFile(join(root, '.cache/links.json'), '{"https://a.org/": 1');
  expect(await readCache(root, day(1))).toEqual(new Map());
});
