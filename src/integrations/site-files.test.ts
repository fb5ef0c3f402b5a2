import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBriefly } from './site-files.ts';

test('files that are read one after the other are whole, however large, and nothing is left of the one before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const contents = ['hive', 'dance '.repeat(500_000), '', 'bee'];
  for (const [index, content] of contents.entries()) writeFileSync(join(folder, String(index)), content);
  const read = contents.map((_, index) => Buffer.from(readBriefly(join(folder, String(index)))).toString());
  expect(read).toEqual(contents);
});
