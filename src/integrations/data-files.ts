// While Astro builds: the files of data/, which src/pages/_data-files.ts makes. They are written while pages wait to be told
// what to read next, and the rest when the pages of papers are there, which the search index waits for. Those that are made
// from the same as in the last build stay.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readKept, writeKept } from '../disk/kept-file.ts';
import { createUrls } from '../site/urls.ts';
import { followPapers } from './follow-pages.ts';

/** Writes the files of data/. */
export function dataFiles(): AstroIntegration {
  let base = '/';
  let site = '';
  let publicFolder = '';
  let cache = '';
  /** Once pages of papers are being made: the end of that. */
  let papersAreThere: Promise<void> | undefined;
  let goOn = () => {};
  const write = async () => {
    const before = await readKept<Record<string, string>>(cache);
    const keys: Record<string, string | undefined> = {};
    for (const { path, key, render } of await CONSPECTUS_DATA_FILES()) {
      // As with Astro's own routes, what somebody has put there himself stands.
      if (existsSync(join(publicFolder, path))) continue;
      keys[path] = key;
      const file = join(site, path);
      if (before?.[path] === key && existsSync(file)) continue;
      await papersAreThere;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, render());
    }
    await writeKept(cache, keys);
  };
  return {
    name: 'conspectus-data-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        cache = fileURLToPath(new URL('.cache/data-files.json', config.root));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        goOn = resolve;
        const begin = () => {
          papersAreThere = promise;
        };
        setPrerenderer(followPapers(base, { begin, end: goOn }));
        let written: Promise<void> | undefined;
        globalThis.CONSPECTUS_WRITE_DATA_FILES = () => {
          written ??= write();
          // Who waits for it later will hear of a failure.
          written.catch(() => undefined);
          return written;
        };
      },
      'astro:build:generated': async () => {
        // Where no page is made, none tells that those of papers are there.
        goOn();
        await globalThis.CONSPECTUS_WRITE_DATA_FILES?.();
      },
    },
  };
}
