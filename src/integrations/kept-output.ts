// The site of the last build stays where it is, and pages that are the same are left alone: Astro would remove all files,
// and put most of them back, which takes a minute for a large survey.
import { statSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readKept, writeKept } from './kept-file.ts';
import { listFiles } from './site-files.ts';

/**
 * What is said of a site when all of it is there: the fingerprint of what it was made from, how many files it has, and when
 * the last one was written.
 */
type Stamp = { readonly input: string; readonly files: number; readonly finished: number };

const stampOf = (root: string) => join(root, '.cache', 'site.json');

/** Whether the site of a project is what a build would make; `input` is the fingerprint of what that is made from. */
export async function isUpToDate(root: string, input: string): Promise<boolean> {
  const said = await readKept<Stamp>(stampOf(root));
  return said?.input === input && isAsFinished(join(root, 'dist'), said);
}

/** What later steps of a build look after themselves. */
const OTHERS: readonly RegExp[] = [/^(?:_astro|pagefind|_offline)\//, /^sw\.js$/];

/** The first and the last integration of a build; `fingerprint` is that of what the site is made from. */
export function keptOutput(fingerprint: () => string): {
  readonly first: AstroIntegration;
  readonly last: AstroIntegration;
} {
  let site = '';
  let publicFolder = '';
  let stamp = '';
  let input = '';
  let pageCache: URL | undefined;
  const first: AstroIntegration = {
    name: 'conspectus-kept-output',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Before the content is read: what somebody changes after that, the next build will see.
        if (command === 'build') input = fingerprint();
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        stamp = stampOf(fileURLToPath(config.root));
        pageCache = config.cacheDir;
      },
      'astro:build:start': async () => {
        const said = await readKept<Stamp>(stamp);
        // A build that failed has put new pages in Astro's cache, which still says what the old ones were made from.
        if (!said) await rm(new URL('dist', pageCache), { recursive: true, force: true });
        const isWhole = await isAsFinished(site, said);
        // Until this build is done, the site is neither the old one nor the new.
        await rm(stamp, { force: true });
        await rm(isWhole ? join(site, '_astro') : site, { recursive: true, force: true });
      },
      'astro:build:done': async ({ assets }) => {
        await CONSPECTUS_SURVEY.keep();
        const routes = [...assets.values()].flat().map((url) => nameIn(site, fileURLToPath(url)));
        const ofPapers = CONSPECTUS_SURVEY.catalog.entries.flatMap(({ slug }) =>
          CONSPECTUS_PAPER_FILES(slug),
        );
        const ofData = await CONSPECTUS_DATA_FILES();
        const made = new Set([
          ...routes,
          ...[...ofPapers, ...ofData].map(({ path }) => path),
          ...(await listFiles(publicFolder).catch(() => [])),
        ]);
        for (const name of await listFiles(site))
          if (!made.has(name) && !OTHERS.some((pattern) => pattern.test(name)))
            await remove(join(site, name));
      },
    },
  };
  const last: AstroIntegration = {
    name: 'conspectus-finished-output',
    hooks: {
      'astro:build:done': async () => {
        const files = (await listFiles(site)).length;
        await writeKept(stamp, { input, files, finished: Date.now() + 1 } satisfies Stamp);
      },
    },
  };
  return { first, last };
}

/** Whether a site is as a build has left it: no file more or less, and none written since. */
async function isAsFinished(site: string, stamp: Stamp | undefined): Promise<boolean> {
  if (!stamp) return false;
  const names = await listFiles(site).catch(() => []);
  if (names.length !== stamp.files) return false;
  // At once: to wait for each of so many takes ten times as long.
  return names.every((name) => statSync(join(site, name)).mtimeMs <= stamp.finished);
}

/** Removes a file, and its folder if nothing else is in it. */
async function remove(path: string): Promise<void> {
  await rm(path);
  await rmdir(dirname(path)).catch(() => undefined);
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}
