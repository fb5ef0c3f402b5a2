// While Astro builds, and after: each page once more as Markdown, for language models and for people who like plain text.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { TWIN } from '../site/for-machines.ts';
import { createUrls } from '../site/urls.ts';
import { type BesidePages, besidePages } from './beside-pages.ts';
import type { ReadHeads } from './page-heads.ts';
import type { work } from './twins/twin-work.ts';

const TWIN_WORK = new URL('twins/twin-work.ts', import.meta.url);

/** Writes the Markdown twin of each page that asks for one beside it. */
export function twins(readHeads: ReadHeads): AstroIntegration {
  let site = '';
  let base = '/';
  let folder = '';
  let cache = '';
  let making: BesidePages | undefined;
  return {
    name: 'conspectus-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
        base = createUrls(config.base).home();
        folder = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/twins/', config.root));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        // Those of papers and terms are made with their pages.
        const isWanted = (name: string) => CONSPECTUS_PAGE_FILES(name).length === 0;
        const common = { folder, home: new URL(base, site).href, cache };
        making = await besidePages<typeof work>(TWIN_WORK, common, { base, isWanted, setPrerenderer });
      },
      'astro:build:done': async () => {
        const lacking = [...(await readHeads())].filter(
          ([name, { asksForTwin }]) => asksForTwin && !existsSync(join(folder, dirname(name), TWIN)),
        );
        await making?.finish(lacking.map(([name]) => name));
      },
    },
  };
}
