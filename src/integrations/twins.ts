// After the build: each page once more as Markdown, for language models and for people who like plain text.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { forgetUnused } from './made-once.ts';
import { inThreads } from './threads.ts';
import type { work } from './twins/twin-work.ts';

const TWIN_WORK = new URL('twins/twin-work.ts', import.meta.url);

/** Writes the Markdown twin of each page beside it. */
export function twins(): AstroIntegration {
  let site = '';
  let cache = '';
  return {
    name: 'conspectus-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
        cache = fileURLToPath(new URL('.cache/twins/', config.root));
      },
      'astro:build:done': async ({ dir, pages }) => {
        const paths = pages.map(({ pathname }) => pathname).filter((path) => !path.startsWith('404'));
        const common = { folder: fileURLToPath(dir), site, cache };
        await forgetUnused(cache, async () => {
          for await (const _ of inThreads<typeof work>(TWIN_WORK, paths, common));
        });
      },
    },
  };
}
