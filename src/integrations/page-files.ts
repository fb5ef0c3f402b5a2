// While Astro builds: the files beside pages, which src/pages/_page-files.ts makes. They are written with their page; where
// that stays as it is (kept-output.ts) they stay too, for they are made from the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createUrls } from '../site/urls.ts';
import { fileOf } from './follow-pages.ts';
import { listFiles } from './site-files.ts';

/** Writes the files beside each page that is made. */
export function pageFiles(): AstroIntegration {
  let site = '';
  let base = '/';
  let given: ReadonlySet<string> = new Set();
  const made = new Set<string>();
  const makeFolder = (folder: string) => {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const write = async (page: string) => {
    for (const { path, render } of CONSPECTUS_PAGE_FILES(page)) {
      // As with Astro's own routes, what somebody has put there himself stands.
      if (given.has(path)) continue;
      const file = join(site, path);
      const text = await render();
      // Small files are written sooner than somebody else would be told to.
      makeFolder(dirname(file));
      writeFileSync(file, text);
    }
  };
  return {
    name: 'conspectus-page-files',
    hooks: {
      'astro:config:done': async ({ config }) => {
        site = fileURLToPath(config.outDir);
        base = createUrls(config.base).home();
        given = new Set(await listFiles(fileURLToPath(config.publicDir)).catch(() => []));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          render: async (request, options) => {
            const page = await astro.render(request, options);
            // Now, for they are made from what the page was made from.
            await write(fileOf(request, options.routeData, base));
            return page;
          },
        }));
      },
    },
  };
}
