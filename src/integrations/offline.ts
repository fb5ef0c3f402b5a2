// After the search index: what a reader's browser needs to keep the whole site, and the worker that keeps it.
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type OfflineEdition, renderMegabytes, sizeOf } from '../core/offline-edition.ts';
import { OFFLINE_PAGE, OFFLINE_SIZE } from '../site/offline.ts';
import { makeEdition, type SizedFile } from './offline-edition.ts';
import { BUNDLE_FOLDER, fillIn, listFiles, readSiteFiles, selectForReaders } from './site-files.ts';

/** At the root, for a service worker rules what lies below it. */
const WORKER = 'sw.js';
/** Its source, which keep-offline.ts registers. */
const SOURCE = 'service-worker';

/** Emits the service worker with the list of all files. It has to come after whatever writes files of the site. */
export function offline(): AstroIntegration {
  return {
    name: 'conspectus-offline',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const entryFileNames = ({ name }: { name: string }) =>
          name === SOURCE ? WORKER : '_astro/[name].[hash].js';
        updateConfig({ vite: { worker: { rolldownOptions: { output: { entryFileNames } } } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const edition = await writeEdition(fileURLToPath(dir));
        const size = renderMegabytes(sizeOf(edition));
        logger.info(`Offline edition ${edition.version}: ${size} in ${edition.parts.length} requests.`);
      },
    },
  };
}

async function writeEdition(folder: string): Promise<OfflineEdition> {
  const code = await readFile(join(folder, WORKER), 'utf8');
  const size = (await measureSite(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
  await fillIn(join(folder, OFFLINE_PAGE), OFFLINE_SIZE, renderMegabytes(size));
  const edition = await bundleSite(folder);
  await writeFile(join(folder, WORKER), `const OFFLINE_EDITION=${JSON.stringify(edition)};\n${code}`);
  return edition;
}

/** Writes the bundles of a built site, in place of older ones; returns what there is to keep. */
export async function bundleSite(folder: string): Promise<OfflineEdition> {
  await rm(join(folder, BUNDLE_FOLDER), { recursive: true, force: true });
  await mkdir(join(folder, BUNDLE_FOLDER), { recursive: true });
  return makeEdition(
    await measureSite(folder),
    (names) => readSiteFiles(folder, names),
    ({ name, content }) => writeFile(join(folder, name), content),
  );
}

/** The files that a reader needs, and how large they are. */
function measureSite(folder: string): Promise<SizedFile[]> {
  return listFiles(folder).then((names) =>
    Promise.all(
      selectForReaders(names).map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
    ),
  );
}
