// After the build: the Pagefind index of the built pages. Pagefind is called here and nowhere else.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { INDEXED_CHARACTERS } from '../search/ranking.ts';
import { listFiles } from './site-files.ts';

/** What a page has that is to be found. */
const TAG = 'data-pagefind-body';

/** Makes the search index when the pages are built; a site of papers that cannot be found fails the build. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'conspectus-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeIndex(fileURLToPath(dir));
        logger.info(`Indexed ${pages} pages for search.`);
      },
    },
  };
}

/** Indexes a folder of built pages into its subfolder `pagefind/`; returns the number of pages that can be found. */
async function writeIndex(folder: string): Promise<number> {
  const papers = (await listFiles(folder)).filter((name) => /^papers\/[^/]+\/index\.html$/.test(name));
  // Where no page is tagged, Pagefind indexes every page instead, menus and all.
  if (papers.length > 0 && !(await hasTaggedPage(folder)))
    throw new Error(`There is nothing to search for: no page has ${TAG}.`);
  const outputPath = join(folder, 'pagefind');
  try {
    const { index, errors } = await createIndex({ includeCharacters: INDEXED_CHARACTERS });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
    const added = papers.length > 0 ? await index.addDirectory({ path: folder }) : { errors: [] };
    const written = await index.writeFiles({ outputPath });
    const problems = [...errors, ...added.errors, ...written.errors];
    if (problems.length > 0) throw new Error(`Pagefind reports: ${problems.join(' ')}`);
  } finally {
    await close();
  }
  return countPages(outputPath);
}

async function hasTaggedPage(folder: string): Promise<boolean> {
  for await (const file of glob('**/*.html', { cwd: folder }))
    if ((await readFile(join(folder, file), 'utf8')).includes(TAG)) return true;
  return false;
}

/** Pagefind answers with the number of pages that it read; how many of them it took stands in the index. */
async function countPages(index: string): Promise<number> {
  const { languages } = JSON.parse(await readFile(join(index, 'pagefind-entry.json'), 'utf8'));
  return Object.values<{ page_count: number }>(languages).reduce(
    (sum, { page_count }) => sum + page_count,
    0,
  );
}
