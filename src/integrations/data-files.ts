// While Astro builds: the files of data/, which src/pages/_data-files.ts makes. They are written while pages wait to be told
// what to read next and between the first of them. Those that are made from the same as in the last build stay.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readKept, writeKept } from '../disk/kept-file.ts';

/** Writes the files of data/. */
export function dataFiles(): AstroIntegration {
  let site = '';
  let publicFolder = '';
  let cache = '';
  const write = async () => {
    const before = await readKept<Record<string, string>>(cache);
    const keys: Record<string, string | undefined> = {};
    for (const { path, key, render } of await CONSPECTUS_DATA_FILES()) {
      // As with Astro's own routes, what somebody has put there himself stands.
      if (existsSync(join(publicFolder, path))) continue;
      keys[path] = key;
      const file = join(site, path);
      if (before?.[path] === key && existsSync(file)) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, render());
    }
    await writeKept(cache, keys);
  };
  return {
    name: 'conspectus-data-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        cache = fileURLToPath(new URL('.cache/data-files.json', config.root));
      },
      'astro:build:start': () => {
        let written: Promise<void> | undefined;
        globalThis.CONSPECTUS_WRITE_DATA_FILES = () => {
          written ??= write();
          // Who waits for it later will hear of a failure.
          written.catch(() => undefined);
          return written;
        };
      },
      'astro:build:generated': () => globalThis.CONSPECTUS_WRITE_DATA_FILES?.(),
    },
  };
}
