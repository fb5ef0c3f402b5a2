import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isOfOthers, readBriefly } from './site-files.ts';

test('files that are read one after the other are whole, however large, and nothing is left of the one before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const contents = ['hive', 'dance '.repeat(500_000), '', 'bee'];
  for (const [index, content] of contents.entries()) writeFileSync(join(folder, String(index)), content);
  const read = contents.map((_, index) => Buffer.from(readBriefly(join(folder, String(index)))).toString());
  expect(read).toEqual(contents);
});

test('later steps look after the service worker, and after their own folders', () => {
  const names = ['sw.js', '_astro/style.css', 'pagefind/index/a.pf_index', '_offline/a.txt'];
  expect(names.filter((name) => !isOfOthers(name))).toEqual([]);
  expect(['papers/pagefind/index.html', 'papers/sw.js', '_astro.html'].filter(isOfOthers)).toEqual([]);
});
