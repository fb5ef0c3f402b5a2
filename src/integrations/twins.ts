// While Astro builds, and after: each page once more as Markdown, for language models and for people who like plain text.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ASKS_FOR_TWIN, TWIN } from '../site/for-machines.ts';
import { createUrls } from '../site/urls.ts';
import { type BesidePages, besidePages } from './beside-pages.ts';
import { readOnce } from './read-once.ts';
import { headOf, isOfPaper } from './site-files.ts';
import type { work } from './twins/twin-work.ts';

const TWIN_WORK = new URL('twins/twin-work.ts', import.meta.url);

/** Writes the Markdown twin of each page beside it; `listPages` gives the names of all pages. */
export function twins(listPages: () => readonly string[]): AstroIntegration {
  let site = '';
  let base = '/';
  let folder = '';
  let cache = '';
  let kept = '';
  let making: BesidePages | undefined;
  return {
    name: 'conspectus-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
        base = createUrls(config.base).home();
        folder = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/twins/', config.root));
        kept = fileURLToPath(new URL('.cache/twin-pages.json', config.root));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        // Those of papers are made with their pages.
        const isWanted = (route: Parameters<typeof isOfPaper>[0]) => !isOfPaper(route);
        const common = { folder, site, cache };
        making = await besidePages<typeof work>(TWIN_WORK, common, { base, isWanted, setPrerenderer });
      },
      'astro:build:done': async () => {
        const asks = (page: Buffer) => headOf(page).includes(ASKS_FOR_TWIN);
        const lacking = listPages().filter(
          (name) => name !== '404.html' && !existsSync(join(folder, dirname(name), TWIN)),
        );
        const found = await readOnce(folder, lacking, asks, { cache: kept, software: CONSPECTUS_ENGINE });
        await making?.finish(lacking.filter((name) => found.get(name)));
      },
    },
  };
}
