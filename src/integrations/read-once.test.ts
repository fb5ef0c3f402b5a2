import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { openKeptMap } from '../disk/kept-map.ts';
import { readOnce } from './read-once.ts';

const folder = mkdtempSync(join(tmpdir(), 'conspectus-read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cache = join(folder, 'cache', 'letters.lines');
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const find = vi.fn((path: string) => readFileSync(path, 'utf8').toUpperCase());
const read = (names: readonly string[], software = '1') => readOnce(folder, names, find, { cache, software });

const namesKept = async () => [...(await openKeptMap(cache, '1')).keys()];

beforeEach(async () => {
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
  put('a', 'bee');
  put('b', 'wasp');
  await read(['a', 'b']);
  find.mockClear();
});

test('a file that stays is not read again', async () => {
  expect([...(await read(['a', 'b']))]).toEqual([
    ['a', 'BEE'],
    ['b', 'WASP'],
  ]);
  expect(find).not.toHaveBeenCalled();
});

test('one that was written is, even with as many letters', async () => {
  put('a', 'ant');
  utimesSync(join(folder, 'a'), 1, 1);
  expect((await read(['a', 'b'])).get('a')).toBe('ANT');
  expect(find).toHaveBeenCalledTimes(1);
});

test('other software finds other things', async () => {
  await read(['a', 'b'], '2');
  expect(find).toHaveBeenCalledTimes(2);
});

test('what was not asked for is kept as long as its file', async () => {
  rmSync(join(folder, 'b'));
  await read(['a']);
  expect(await namesKept()).toEqual(['a']);
  put('b', 'wasp');
  await read(['b']);
  expect(await namesKept()).toEqual(['a', 'b']);
});

test('a broken cache costs nothing but time', async () => {
  writeFileSync(cache, '{"software":');
  expect((await read(['a'])).get('a')).toBe('BEE');
});
