// While Astro builds: the files beside the page of each paper, which src/pages/_paper-files.ts makes. They are written with
// their page; where that stays as it is (kept-output.ts) they stay too, for they are made from the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isOfPaper, listFiles } from './site-files.ts';

/** Writes the files beside each page of a paper that is made. */
export function paperFiles(): AstroIntegration {
  let site = '';
  let given: ReadonlySet<string> = new Set();
  const made = new Set<string>();
  const makeFolder = (folder: string) => {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const write = async (slug: string) => {
    for (const { path, render } of CONSPECTUS_PAPER_FILES(slug)) {
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
    name: 'conspectus-paper-files',
    hooks: {
      'astro:config:done': async ({ config }) => {
        site = fileURLToPath(config.outDir);
        given = new Set(await listFiles(fileURLToPath(config.publicDir)).catch(() => []));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          render: async (request, options) => {
            const page = await astro.render(request, options);
            // Now, for they are made from what the page was made from.
            if (isOfPaper(options.routeData)) await write(slugOf(request));
            return page;
          },
        }));
      },
    },
  };
}

/** The slug of a paper whose page is asked for. */
function slugOf({ url }: Request): string {
  return new URL(url).pathname.split('/').at(-2) ?? '';
}
