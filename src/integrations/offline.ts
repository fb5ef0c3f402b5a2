// After the search index: what a reader's browser needs to keep the whole site, and the worker that keeps it.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type OfflineEdition, renderMegabytes, sizeOf } from '../core/offline-edition.ts';
import { OFFLINE_PAGE, OFFLINE_SIZE } from '../site/offline.ts';
import { type KnownFile, makeEdition } from './offline-edition.ts';
import type { ReadHeads } from './page-heads.ts';
import type { Findings } from './read-once.ts';
import {
  BUNDLE_FOLDER,
  DIGESTS,
  fillIn,
  listFiles,
  openDigests,
  readBriefly,
  selectForReaders,
  WORKER,
} from './site-files.ts';

/** Its source, which keep-offline.ts registers. */
const SOURCE = 'service-worker';
/** How its first line begins, which is all of the list. */
const LIST = 'const OFFLINE_EDITION=';

/**
 * Two integrations that make the offline edition. The first writes bundles of pages while others are at work; the last emits
 * the service worker with the list of all files, and has to come after whatever writes files of the site.
 */
export function offline(readHeads: ReadHeads): {
  readonly first: AstroIntegration;
  readonly last: AstroIntegration;
} {
  let digests = '';
  const first: AstroIntegration = {
    name: 'conspectus-offline-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const known = await openDigests(folder, digests);
        const pages = selectForReaders([...(await readHeads()).keys()]);
        // Not kept: what the portable edition has found out is, which looks at all pages too.
        await writeBundles(folder, makeEdition(knowFiles(known, pages)));
      },
    },
  };
  const last: AstroIntegration = {
    name: 'conspectus-offline',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const entryFileNames = ({ name }: { name: string }) =>
          name === SOURCE ? WORKER : '_astro/[name].[hash].js';
        updateConfig({ vite: { worker: { rolldownOptions: { output: { entryFileNames } } } } });
      },
      'astro:config:done': ({ config }) => {
        digests = fileURLToPath(new URL(`.cache/${DIGESTS}`, config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const edition = await writeEdition(fileURLToPath(dir), digests);
        const size = renderMegabytes(sizeOf(edition));
        logger.info(`Offline edition ${edition.version}: ${size} in ${edition.parts.length} requests.`);
      },
    },
  };
  return { first, last };
}

async function writeEdition(folder: string, digests: string): Promise<OfflineEdition> {
  const worker = await readFile(join(folder, WORKER), 'utf8');
  // Where Vite has not made it anew, it has the list of the last build.
  const code = worker.startsWith(LIST) ? worker.slice(worker.indexOf('\n') + 1) : worker;
  const known = await openDigests(folder, digests);
  const files = knowFiles(known, selectForReaders(await listFiles(folder)));
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0);
  await fillIn(join(folder, OFFLINE_PAGE), OFFLINE_SIZE, renderMegabytes(size));
  const edition = await bundleSite(
    folder,
    files.map((file) => (file.name === OFFLINE_PAGE ? knowFile(known, file.name) : file)),
  );
  await known.keep();
  await writeFile(join(folder, WORKER), `${LIST}${JSON.stringify(edition)};\n${code}`);
  return edition;
}

/**
 * Writes the bundles of a built site, as far as they are not there yet, and removes older ones; returns what there is to
 * keep. `files` are those that a reader needs.
 */
export async function bundleSite(folder: string, files: readonly KnownFile[]): Promise<OfflineEdition> {
  const edition = makeEdition(files);
  await writeBundles(folder, edition);
  const needed = new Set(edition.parts.map(({ name }) => name));
  for (const name of await listBundles(folder)) if (!needed.has(name)) await rm(join(folder, name));
  return edition;
}

/** Writes the bundles of an edition, as far as they are not there yet. */
async function writeBundles(folder: string, { parts }: OfflineEdition): Promise<void> {
  await mkdir(join(folder, BUNDLE_FOLDER), { recursive: true });
  const there = new Set(await listBundles(folder));
  for (const { name, members } of parts) {
    if (!members || there.has(name)) continue;
    const path = join(folder, name);
    joinFiles(
      members.map(([member]) => join(folder, member)),
      `${path}.tmp`,
    );
    await rename(`${path}.tmp`, path);
  }
}

/** Writes what is in some files into one, one after the other. */
function joinFiles(paths: readonly string[], whole: string): void {
  const file = openSync(whole, 'w');
  try {
    for (const path of paths) writeFileSync(file, readBriefly(path));
  } finally {
    closeSync(file);
  }
}

async function listBundles(folder: string): Promise<string[]> {
  return (await readdir(join(folder, BUNDLE_FOLDER))).map((name) => `${BUNDLE_FOLDER}/${name}`);
}

/** What an edition has to know of some files. */
export function knowFiles(known: Findings<string>, names: readonly string[]): KnownFile[] {
  return names.map((name) => knowFile(known, name));
}

function knowFile(known: Findings<string>, name: string): KnownFile {
  return { name, digest: known.of(name), bytes: known.bytesOf(name) };
}
