// After the build: the Pagefind index of the built pages. Pagefind is called here and nowhere else.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { INDEXED_CHARACTERS } from '../search/ranking.ts';

/** Makes the search index when the pages are built; a site with nothing to find fails the build. */
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

/** Indexes a folder of built pages into its subfolder `pagefind/`; returns the number of pages. */
async function writeIndex(folder: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({ includeCharacters: INDEXED_CHARACTERS });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
    const added = await index.addDirectory({ path: folder });
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
    const problems = [...errors, ...added.errors, ...written.errors];
    if (problems.length > 0) throw new Error(`Pagefind reports: ${problems.join(' ')}`);
    if (added.page_count === 0)
      throw new Error('Pagefind found no page to index: no page has data-pagefind-body.');
    return added.page_count;
  } finally {
    await close();
  }
}
