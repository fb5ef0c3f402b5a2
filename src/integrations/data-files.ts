// While Astro builds: the files of data/, which src/pages/_data-files.ts makes. They are written while pages wait to be told
// what to read next, and the rest when the pages of papers are there, which the search index waits for. Those that are made
// from the same as in the last build stay.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readKept, writeKept } from '../disk/kept-file.ts';
import { createUrls } from '../site/urls.ts';
import { followPapers } from './follow-pages.ts';
import { type PartsFile, writeParts } from './parts-file.ts';

/** What is known of files, by their paths. */
type Kept = {
  readonly files: Readonly<Record<string, KeptFile>>;
  /** The keys of items, which several files have in common. */
  readonly lists: readonly string[];
};

/** The fingerprint of what a file was made from, and what is known of its items; `list` is the place of their keys. */
type KeptFile = Omit<PartsFile, 'keys'> & { readonly key: string; readonly list: number };

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
    const kept = await readKept<Kept>(cache);
    const files: Record<string, KeptFile> = {};
    const lists = new Map<string, number>();
    const placeOf = (list: string) => {
      const place = lists.get(list) ?? lists.size;
      lists.set(list, place);
      return place;
    };
    for (const { path, key = '', itemKeys, layOut } of await CONSPECTUS_DATA_FILES()) {
      // As with Astro's own routes, what somebody has put there himself stands.
      if (existsSync(join(publicFolder, path))) continue;
      const file = join(site, path);
      const before = existsSync(file) ? kept?.files[path] : undefined;
      const list = kept?.lists[before?.list ?? -1] ?? '';
      if (before?.key === key) {
        files[path] = { ...before, list: placeOf(list) };
        continue;
      }
      await papersAreThere;
      mkdirSync(dirname(file), { recursive: true });
      const last = before && { ...before, keys: list.split(' ') };
      const { keys, ...made } = writeParts(file, layOut(), itemKeys(), last);
      files[path] = { ...made, key, list: placeOf(keys.join(' ')) };
    }
    await writeKept(cache, { files, lists: [...lists.keys()] } satisfies Kept);
  };
  return {
    name: 'conspectus-data-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        cache = fileURLToPath(new URL('.cache/data-parts.json', config.root));
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
