// docs/your-own-survey.md is followed to the letter, from a bibliography of twenty papers on; the file is written anew by
// "npx vitest --project unit --update=all tests/engine/tutorial.test.ts".
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { findLostFiles, replay } from '../transcript.ts';

const repository = join(import.meta.dirname, '../..');
const file = join(repository, 'docs/your-own-survey.md');
const text = readFileSync(file, 'utf8');
const root = mkdtempSync(join(tmpdir(), 'conspectus-tutorial-'));
afterAll(() => rmSync(root, { recursive: true }));
const survey = join(root, 'bridges');

test('it shows the real output of every command, and ends with a survey that is sound', async () => {
  mkdirSync(join(root, 'conspectus'));
  cpSync(join(repository, 'tests/sites/second/content/sources/bridges.bib'), join(root, 'refs.bib'));
  const real = replay(text, {
    folderOf: (command) => (/ (?:init|update) /.test(command) ? join(root, 'conspectus') : survey),
    steady: (output) => output,
  });
  expect(real.steps).toBeGreaterThanOrEqual(10);
  await expect(real.text).toMatchFileSnapshot(file);
  const { entries, themes, terms } = toCatalog(await loadContent(survey));
  expect([entries.length, themes.length, terms.length]).toEqual([20, 3, 1]);
});

test('every link leads to a file that is there', () => {
  expect(findLostFiles(text, 'docs')).toEqual([]);
});
