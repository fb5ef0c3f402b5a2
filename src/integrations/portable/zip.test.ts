import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { endOfZip, listHeader, openZip, pack } from './zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'conspectus-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function write(path: string, files: Iterable<readonly [string, string]>): Promise<number> {
  const zip = await openZip(path);
  for (const [name, text] of files) await zip.add(pack(name, Buffer.from(text)));
  const bytes = await zip.end();
  await zip.close();
  return bytes;
}

test('another program reads what was written: names, words, checksums', async () => {
  const path = join(folder, 'a.zip');
  const files = new Map([
    ['a/index.html', 'bees '.repeat(1000)],
    ['a/é 1%.txt', 'ü'],
    ['a/nothing', ''],
  ]);
  await write(path, files);
  const read = new Map<string, string>();
  const zip = await openPromise(path);
  for await (const entry of zip.eachEntry()) {
    expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
    read.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  }
  expect(read).toEqual(files);
});

test('where a file lies is told, so that it can be copied', async () => {
  const zip = await openZip(join(folder, 'b.zip'));
  const file = pack('bees', Buffer.from('bees '.repeat(99)));
  const first = await zip.add(pack('wasps', Buffer.from('wasps')));
  const second = await zip.add(file);
  await zip.end();
  await zip.close();
  expect(second.start).toBe(first.start + first.packed + 30 + 'bees'.length);
  expect(second.packed).toBe(file.deflated.byteLength);
});

test('more files than 16 bits count', { timeout: 60_000 }, async () => {
  const path = join(folder, 'c.zip');
  const count = 65_540;
  await write(
    path,
    Array.from({ length: count }, (_, index) => [`${index}`, 'x'] as const),
  );
  const zip = await openPromise(path);
  let last = '';
  let read = 0;
  for await (const { fileName } of zip.eachEntry()) {
    read++;
    last = fileName;
  }
  expect([read, last]).toEqual([count, `${count - 1}`]);
});

test('a file beyond 4 GB is placed with 64 bits, and so is the list', () => {
  const far = 5_000_000_000;
  const header = listHeader(pack('a', Buffer.from('a')), far);
  expect(header.readUInt32LE(42)).toBe(0xffffffff);
  const extra = header.subarray(46 + 1);
  expect([extra.readUInt16LE(0), extra.readUInt16LE(2), Number(extra.readBigUInt64LE(4))]).toEqual([
    1,
    8,
    far,
  ]);
  const end = endOfZip({ count: 3, start: far, bytes: 99 });
  expect(Number(end.readBigUInt64LE(48))).toBe(far);
  expect(Number(end.readBigUInt64LE(56 + 8))).toBe(far + 99);
  expect(end.readUInt32LE(56 + 20 + 16)).toBe(0xffffffff);
});
