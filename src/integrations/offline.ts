// After the search index: what a reader's browser needs to keep the whole site, and the worker that keeps it.
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type OfflineEdition, renderMegabytes, sizeOf } from '../core/offline-edition.ts';
import { OFFLINE_SIZE } from '../site/offline.ts';
import { BUNDLE_FOLDER, makeEdition, type SiteFile } from './offline-edition.ts';

/** At the root, for a worker rules what lies below it. */
const WORKER = 'sw.js';
const PAGE = 'offline/index.html';

/** Emits the service worker with the list of all files. It has to come after whatever writes files of the site. */
export function offline(): AstroIntegration {
  return {
    name: 'conspectus-offline',
    hooks: {
      // The only worker that Vite compiles is the one that keep-offline.ts registers.
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { worker: { rolldownOptions: { output: { entryFileNames: WORKER } } } } });
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
  await rm(join(folder, BUNDLE_FOLDER), { recursive: true, force: true });
  const measured = makeEdition(await readFiles(folder)).edition;
  await writeSize(join(folder, PAGE), renderMegabytes(sizeOf(measured)));
  const { edition, bundles } = makeEdition(await readFiles(folder));
  await mkdir(join(folder, BUNDLE_FOLDER), { recursive: true });
  for (const { name, content } of bundles) await writeFile(join(folder, name), content);
  await writeFile(join(folder, WORKER), `const OFFLINE_EDITION=${JSON.stringify(edition)};\n${code}`);
  return edition;
}

async function readFiles(folder: string): Promise<SiteFile[]> {
  const files: SiteFile[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.push({
      name: path.slice(join(folder, '/').length).replaceAll(sep, '/'),
      content: await readFile(path),
    });
  }
  return files;
}

/** How large the site is, is known only when it is built: the page that says so has a mark in that place. */
async function writeSize(page: string, size: string): Promise<void> {
  const html = await readFile(page, 'utf8');
  if (!html.includes(OFFLINE_SIZE)) throw new Error(`${page} has no place for the size: ${OFFLINE_SIZE}.`);
  await writeFile(page, html.replaceAll(OFFLINE_SIZE, size));
}
