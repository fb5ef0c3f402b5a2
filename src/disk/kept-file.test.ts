import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readKept, writeKept } from './kept-file.ts';

/** Its JSON is longer than V8 lets a text be, which it says at once, and not after half a gigabyte. */
const TOO_LONG = { toJSON: () => 'x'.repeat(2 ** 30) };

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a value is kept, and one that is too long leaves it', async () => {
  const folder = makeFolder();
  const file = join(folder, 'cache/some.json');
  await writeKept(file, [1]);
  await writeKept(file, TOO_LONG);
  expect(await readKept(file)).toEqual([1]);
  expect(readdirSync(join(folder, 'cache'))).toEqual(['some.json']);
});

test('what is lost or broken was not kept', async () => {
  const file = join(makeFolder(), 'some.json');
  expect(await readKept(file)).toBeUndefined();
  writeFileSync(file, '{');
  expect(await readKept(file)).toBeUndefined();
});
