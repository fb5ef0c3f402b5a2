import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openKeptMap } from './kept-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'conspectus-map-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'cache/bees.lines');
const open = (head = '1') => openKeptMap<readonly string[]>(file, head);
const text = () => readFileSync(file, 'utf8');

/** What somebody finds who opens it anew. */
async function read(head?: string): Promise<[string, readonly string[] | undefined][]> {
  const map = await open(head);
  return [...map.keys()].map((key) => [key, map.get(key)]);
}

beforeEach(async () => {
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
  const map = await open();
  map.set('a\tb', ['line\n', 'tab\t']);
  map.set('hive', ['Ä']);
  await map.save();
});

const KEPT = [
  ['a\tb', ['line\n', 'tab\t']],
  ['hive', ['Ä']],
];

test('what was set is there for the next one, and nothing under another head', async () => {
  expect(await read()).toEqual(KEPT);
  expect(await read('2')).toEqual([]);
});

test('what is new is added at the end, and takes the place of what was there', async () => {
  const before = text();
  const map = await open();
  map.set('hive', ['new']);
  await map.save();
  expect(text()).toBe(`${before}"hive"\t["new"]\n`);
  expect(await read()).toEqual([KEPT[0], ['hive', ['new']]]);
});

test('what was deleted is gone', async () => {
  const map = await open();
  map.delete('hive');
  expect(map.has('hive')).toBe(false);
  await map.save();
  expect(await read()).toEqual([KEPT[0]]);
});

test('lines that stand for nothing go when they have as many bytes as the others', async () => {
  const map = await open();
  const sizes: number[] = [];
  for (let number = 1000; number < 1010; number++) {
    map.set('hive', [String(number)]);
    await map.save();
    sizes.push(text().length);
  }
  expect(await read()).toEqual([KEPT[0], ['hive', ['1009']]]);
  // It grows by a line each time, until it is written anew.
  const shrunk = sizes.filter((size, place) => size < (sizes[place - 1] ?? 0));
  expect(shrunk.length).toBeGreaterThan(0);
  expect(Math.max(...sizes)).toBeLessThan(2 * Math.min(...sizes));
});

test('nothing is written where nothing has changed', async () => {
  const { mtimeMs } = statSync(file);
  const map = await open();
  map.get('hive');
  map.delete('wasp');
  await map.save();
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test('where another one has written meanwhile, the last one stands alone', async () => {
  const [map, other] = [await open(), await open()];
  other.set('wasp', []);
  await other.save();
  map.set('ant', []);
  await map.save();
  expect((await read()).map(([key]) => key)).toEqual(['a\tb', 'hive', 'ant']);
});

test.each([
  ['an end that was not written', '"hive"\t["n', KEPT],
  ['a value that is none', '"hive"\t["n\n', [KEPT[0], ['hive', undefined]]],
  ['a key that is none', 'hive\t[]\n', []],
])('what is broken costs time and nothing else: %s', async (_, line, left) => {
  appendFileSync(file, line);
  expect(await read()).toEqual(left);
  const map = await open();
  map.get('hive');
  map.set('wasp', []);
  await map.save();
  expect((await read()).at(-1)).toEqual(['wasp', []]);
});

test('a file of another form has nothing', async () => {
  writeFileSync(file, '{"software":');
  expect(await read()).toEqual([]);
});
