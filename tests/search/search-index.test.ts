// The search index as the build makes it, on tiny sites.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../scripts/commands/search.ts';
import { writeIndex } from '../../src/integrations/search-index/index-work.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { BEES, type TinyPage, writePages } from './pages.ts';

async function makeFolder(pages: readonly TinyPage[]): Promise<string> {
  const folder = await writePages(pages);
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Every file of a folder with a digest of its bytes. */
async function digestFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const rows = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const digest = createHash('sha256').update(await readFile(join(parentPath, name)));
      return `${name} ${digest.digest('hex')}`;
    });
  return (await Promise.all(rows)).toSorted();
}

test('it counts the pages that can be found, and only they are found', async () => {
  const folder = await makeFolder(BEES);
  expect(await writeIndex(folder)).toBe(3);
  const engine = await openEngine(join(folder, 'pagefind'));
  const { hits } = await engine.search({ ...EMPTY_STATE, query: 'waggle' }, 10);
  expect(hits.map(({ slug }) => slug)).toEqual(['waggle-dance']);
});

test('a site where no page is to be found fails the build', async () => {
  const folder = await makeFolder(BEES.map((page) => ({ ...page, isTagged: false })));
  await expect(writeIndex(folder)).rejects.toThrow('no page has data-pagefind-body');
});

test('the same pages give the same bytes', async () => {
  const folders = [await makeFolder(BEES), await makeFolder(BEES)];
  const digests: string[][] = [];
  for (const folder of folders) {
    await writeIndex(folder);
    digests.push(await digestFiles(join(folder, 'pagefind')));
  }
  expect(digests[0]).toEqual(digests[1]);
});
