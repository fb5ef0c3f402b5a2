// After the pages: the files of data/, which src/pages/_data-files.ts makes. By then Pagefind is at work, which is a program
// of its own. Those that are made from the same as in the last build stay.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readKept, writeKept } from './kept-file.ts';

/** Writes the files of data/. */
export function dataFiles(): AstroIntegration {
  let site = '';
  let publicFolder = '';
  let cache = '';
  return {
    name: 'conspectus-data-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        cache = fileURLToPath(new URL('.cache/data-files.json', config.root));
      },
      'astro:build:generated': async () => {
        const before = await readKept<Record<string, string>>(cache);
        const written: Record<string, string | undefined> = {};
        for (const { path, key, render } of await CONSPECTUS_DATA_FILES()) {
          // As with Astro's own routes, what somebody has put there himself stands.
          if (existsSync(join(publicFolder, path))) continue;
          written[path] = key;
          const file = join(site, path);
          if (before?.[path] === key && existsSync(file)) continue;
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, render());
        }
        await writeKept(cache, written);
      },
    },
  };
}
