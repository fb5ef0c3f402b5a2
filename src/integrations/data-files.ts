// While Astro builds: the files of data/, which src/pages/_data-files.ts makes. They are written while pages wait to be told
// what to read next, and the rest when the pages of papers are there, which the search index waits for. Those that are made
// from the same as in the last build stay.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openKeptMap } from '../disk/kept-map.ts';
import { createUrls } from '../site/urls.ts';
import { followPapers } from './follow-pages.ts';
import { type PartsFile, writeParts } from './parts-file.ts';

/** What is known of a file: the fingerprint of what it was made from, and where its parts stand in it. */
type KeptFile = PartsFile & { readonly key: string };

/** Of what is kept; keys tell all else that it depends on. */
const FORMAT = '1';

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
    const kept = await openKeptMap<KeptFile>(cache, FORMAT);
    const paths = new Set<string>();
    for (const { path, key = '', itemKeys, layOut } of await CONSPECTUS_DATA_FILES()) {
      // As with Astro's own routes, what somebody has put there himself stands.
      if (existsSync(join(publicFolder, path))) continue;
      paths.add(path);
      const file = join(site, path);
      const before = existsSync(file) ? kept.get(path) : undefined;
      if (before?.key === key) continue;
      await papersAreThere;
      mkdirSync(dirname(file), { recursive: true });
      kept.set(path, { key, ...writeParts(file, layOut(), itemKeys(), before) });
    }
    for (const path of kept.keys()) if (!paths.has(path)) kept.delete(path);
    await kept.save();
  };
  return {
    name: 'conspectus-data-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        cache = fileURLToPath(new URL('.cache/data-files.lines', config.root));
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
