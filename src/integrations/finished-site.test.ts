import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginFinding, findFinished, isSaidToBe } from './finished-site.ts';

const FINISHED = 1_000_000_000_000;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-finished-'));
  mkdirSync(join(root, '.cache'));
  mkdirSync(join(root, 'dist/papers'), { recursive: true });
  for (const name of ['index.html', 'papers/index.html']) write(name, FINISHED - 1000);
  const said = { input: 'some', files: 2, finished: FINISHED };
  writeFileSync(join(root, '.cache/site.json'), JSON.stringify(said));
  globalThis.CONSPECTUS_FINISHED = undefined;
});
afterEach(() => {
  globalThis.CONSPECTUS_FINISHED = undefined;
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, milliseconds: number): void {
  writeFileSync(join(root, 'dist', name), name);
  utimesSync(join(root, 'dist', name), milliseconds / 1000, milliseconds / 1000);
}

test.each(['at once', 'by a thread'])('a site is found as it was left, %s', async (how) => {
  if (how === 'by a thread') beginFinding(root);
  const found = await findFinished(root);
  expect(found?.names.toSorted()).toEqual(['index.html', 'papers/index.html']);
  expect(found?.said.input).toBe('some');
});

test.each([
  ['a file more', () => write('more.html', FINISHED - 1000)],
  ['a file less', () => rmSync(join(root, 'dist/index.html'))],
  ['a file written since', () => write('index.html', FINISHED + 1000)],
])('it is not as it was with %s, and a thread finds so too', async (_, change) => {
  change();
  expect(await findFinished(root)).toBeUndefined();
  globalThis.CONSPECTUS_FINISHED = undefined;
  beginFinding(root);
  expect(await findFinished(root)).toBeUndefined();
});

test('what it is made from is told by its fingerprint', async () => {
  expect(await isSaidToBe(root, 'some')).toBe(true);
  expect(await isSaidToBe(root, 'other')).toBe(false);
});
