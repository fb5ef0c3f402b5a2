// After the build: each page once more as Markdown, for language models and for people who like plain text.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { TWIN } from '../site/for-machines.ts';
import { forgetUnused } from './made-once.ts';
import { readOnce } from './read-once.ts';
import { headOf, pageFile } from './site-files.ts';
import { inThreads } from './threads.ts';
import type { work } from './twins/twin-work.ts';

const TWIN_WORK = new URL('twins/twin-work.ts', import.meta.url);

/** In the head of each page that has a twin. */
const ASKS_FOR_TWIN = '<link rel="alternate" type="text/markdown"';

/** Writes the Markdown twin of each page beside it. */
export function twins(): AstroIntegration {
  let site = '';
  let cache = '';
  let kept = '';
  return {
    name: 'conspectus-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
        cache = fileURLToPath(new URL('.cache/twins/', config.root));
        kept = fileURLToPath(new URL('.cache/twin-pages.json', config.root));
      },
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const asks = (page: Buffer) => headOf(page).includes(ASKS_FOR_TWIN);
        // Those of papers are made with their pages.
        const lacking = pages
          .map(({ pathname }) => pathname)
          .filter((path) => !path.startsWith('404') && !existsSync(join(folder, path, TWIN)));
        const found = await readOnce(folder, lacking.map(pageFile), asks, {
          cache: kept,
          software: CONSPECTUS_ENGINE,
        });
        const paths = lacking.filter((path) => found.get(pageFile(path)));
        const common = { folder, site, cache };
        await forgetUnused(cache, async () => {
          for await (const _ of inThreads<typeof work>(TWIN_WORK, paths, common));
        });
      },
    },
  };
}
