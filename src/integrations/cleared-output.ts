// Before the pages are made: the site of the last build is put aside, and removed while this build works. Astro would
// remove it file by file and wait, which takes half a minute for a large survey.
import { mkdir, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Clears the folder of the built site. */
export function clearedOutput(): AstroIntegration {
  let site = '';
  let cache = '';
  let removing: Promise<void> | undefined;
  return {
    name: 'conspectus-cleared-output',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/', config.root));
      },
      'astro:build:start': async () => {
        const aside = `${cache}site-before`;
        await mkdir(cache, { recursive: true });
        await rm(aside, { recursive: true, force: true });
        // Where there is no site yet, or where it lies on another disk, Astro does as it would.
        const isAside = await rename(site, aside).then(
          () => true,
          () => false,
        );
        if (isAside) removing = rm(aside, { recursive: true, force: true });
      },
      'astro:build:done': () => removing,
    },
  };
}
