// CONTRIBUTING.md shows the real output of its commands: they are run here, and the file is written anew by
// "npx vitest --project unit --update=all tests/contributing.test.ts". Its links lead to files that are there.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findLostFiles, replay } from './transcript.ts';

const repository = join(import.meta.dirname, '..');
const file = join(repository, 'CONTRIBUTING.md');
const text = readFileSync(file, 'utf8');
const root = mkdtempSync(join(tmpdir(), 'conspectus-contributing-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What changes from day to day and from paper to paper is shown as on one day. */
function steady(output: string): string {
  return output
    .replace(/^( *added: ).*$/m, '$12026-01-15')
    .replace(/\d+ entries in \d+ themes/g, '63 entries in 9 themes');
}

test('the output of every command is what it shows', async () => {
  cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'paper.bib'), /```bibtex\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
  const real = replay(text, { folderOf: () => root, steady });
  expect(real.steps).toBeGreaterThanOrEqual(5);
  await expect(real.text).toMatchFileSnapshot(file);
});

test('every link leads to a file that is there', () => {
  expect(findLostFiles(text, '.')).toEqual([]);
});
