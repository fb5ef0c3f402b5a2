import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadKept } from './load-kept.ts';

const survey = join(import.meta.dirname, '../../tests/sites/second/content');
const ENTRY = 'content/entries/loads/ice-on-stays.md';
const CACHE = '.cache/entries.lines';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-kept-'));
  cpSync(survey, join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'astro.config.mjs'), '');
  // Its summary is too near to its abstract: what is kept are entries that nothing is wrong with.
  const text = readFileSync(join(root, ENTRY), 'utf8');
  writeFileSync(join(root, ENTRY), text.replace(/^summary: .*\n/m, ''));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The title of an entry, as it is loaded. */
async function titleOf(environment: { CI?: string }): Promise<string | undefined> {
  const { entries } = await loadKept(root, environment);
  return entries.find(({ file }) => file === ENTRY)?.entry.fields.title;
}

/** Has the cache say something else of the entry. */
function forge(): void {
  const cache = readFileSync(join(root, CACHE), 'utf8');
  const line = new RegExp(`^("${ENTRY}"\t.*"title":)"[^"]+"`, 'm');
  writeFileSync(join(root, CACHE), cache.replace(line, '$1"Forged"'));
}

test('what is kept is taken, but not in CI, where anybody may have brought it', async () => {
  const title = await titleOf({});
  forge();
  expect(await titleOf({})).toBe('Forged');
  expect(await titleOf({ CI: 'true' })).toBe(title);
});

test('content without software keeps nothing', async () => {
  await titleOf({});
  rmSync(join(root, '.cache'), { recursive: true });
  rmSync(join(root, 'astro.config.mjs'));
  await titleOf({});
  expect(() => readFileSync(join(root, CACHE))).toThrow('ENOENT');
});
