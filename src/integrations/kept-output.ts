// The site of the last build stays where it is, and pages that are made from the same as then are left alone. Astro can
// leave them alone too (experimental.incrementalBuild), but writes each page twice for it, and looks at each.
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { writeKept } from '../disk/kept-file.ts';
import { findFinished, stampOf } from './finished-site.ts';
import { fileOfPath } from './follow-pages.ts';
import { asksForOurs, makePages } from './make-pages.ts';
import { type ReadHeads, readHeads } from './page-heads.ts';
import { isOfOthers, isPage, listFiles } from './site-files.ts';

/** What keeps the site of the last build, as far as it is as good as new. */
export type KeptOutput = {
  /** The first integration of a build. */
  readonly first: AstroIntegration;
  /** Has to be the last one that wraps what makes pages: it makes those that change, and none is left for Astro. */
  readonly pages: AstroIntegration;
  /** The last integration of a build. */
  readonly last: AstroIntegration;
  /** Asked when all pages are there. */
  readonly readHeads: ReadHeads;
};

/** Keeps the site of the last build; `fingerprint` is that of what the site is made from. */
export function keptOutput(fingerprint: () => string): KeptOutput {
  let site = '';
  let publicFolder = '';
  let root = '';
  let input = '';
  let config: AstroConfig;
  let before: ReadonlyMap<string, string> = new Map();
  /** The files of the last site. */
  let there: readonly string[] = [];
  /** The files that Astro makes, by name, with what their pages say that they are made from. */
  const keys = new Map<string, string | undefined>();
  const first: AstroIntegration = {
    name: 'conspectus-kept-output',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Before the content is read: what somebody changes after that, the next build will see.
        if (command === 'build') input = fingerprint();
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': (options) => {
        ({ config } = options);
        site = fileURLToPath(config.outDir);
        publicFolder = fileURLToPath(config.publicDir);
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async () => {
        const last = await findFinished(root, site);
        if (last) before = new Map(Object.entries(last.said.keys ?? {}));
        there = last?.names ?? [];
        // Until this build is done, the site is neither the old one nor the new.
        await rm(stampOf(root), { force: true });
        if (!last) await rm(site, { recursive: true, force: true });
      },
      // Where Vite is about to make them again.
      'astro:build:setup': () => rm(join(site, '_astro'), { recursive: true, force: true }),
      'astro:build:done': async () => {
        const pages = [...keys.keys()];
        const others = [
          ...pages.flatMap((name) => CONSPECTUS_PAGE_FILES(name)),
          ...(await CONSPECTUS_DATA_FILES()),
        ];
        const made = new Set([
          ...pages,
          ...others.map(({ path }) => path),
          ...(await listFiles(publicFolder).catch(() => [])),
        ]);
        for (const name of there) if (!made.has(name) && !isOfOthers(name)) await remove(join(site, name));
      },
    },
  };
  const pages: AstroIntegration = {
    name: 'conspectus-kept-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer, logger }) => {
        const stays = (name: string) => keys.get(name) !== undefined && keys.get(name) === before.get(name);
        setPrerenderer((astro) => ({
          ...astro,
          getStaticPaths: async () => {
            const files = (await astro.getStaticPaths()).map((path) => ({
              path,
              name: fileOfPath(path.pathname, path.route),
            }));
            // Of two routes for the same file, Astro takes the first.
            for (const { name, path } of files) if (!keys.has(name)) keys.set(name, path.cacheKey);
            const changed = files.filter(({ name }) => !stays(name)).map(({ path }) => path);
            logger.info(`${files.length - changed.length} of ${files.length} files stay as they are.`);
            if (!asksForOurs(config)) return changed;
            await makePages(astro, changed, config, logger);
            return [];
          },
        }));
      },
      // Here, for threads are at work now and this one would wait for them: megabytes of JSON take some seconds.
      'astro:build:done': () => CONSPECTUS_SURVEY.keep(),
    },
  };
  const last: AstroIntegration = {
    name: 'conspectus-finished-output',
    hooks: {
      'astro:build:done': async () => {
        const files = (await listFiles(site)).length;
        // JSON passes over those that are undefined.
        const made = { keys: Object.fromEntries(keys), software: CONSPECTUS_ENGINE };
        const said = { input, files, finished: Date.now() + 1, ...made };
        await writeKept(stampOf(root), said);
      },
    },
  };
  let heads: ReturnType<ReadHeads> | undefined;
  return {
    first,
    pages,
    last,
    readHeads: () => {
      heads ??= readHeads(site, [...keys.keys()].filter(isPage), join(root, '.cache', 'heads.lines'));
      return heads;
    },
  };
}

/** Removes a file, and its folder if nothing else is in it. */
async function remove(path: string): Promise<void> {
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => undefined);
}
