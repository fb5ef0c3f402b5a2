// While Astro builds, and after: a picture for each page, as its head asks for it (og:image).
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createUrls } from '../site/urls.ts';
import { type BesidePages, besidePages } from './beside-pages.ts';
import { asksForPicture } from './pictures/picture-file.ts';
import type { work } from './pictures/picture-work.ts';
import { readOnce } from './read-once.ts';
import { headOf } from './site-files.ts';

const PICTURE_WORK = new URL('pictures/picture-work.ts', import.meta.url);

/**
 * Makes the pictures; those that an earlier build made are taken from its cache. `listPages` gives the names of all pages.
 */
export function pictures(listPages: () => readonly string[]): AstroIntegration {
  let base = '/';
  let folder = '';
  let cache = '';
  let known = '';
  let making: BesidePages | undefined;
  return {
    name: 'conspectus-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        folder = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/pictures/', config.root));
        known = fileURLToPath(new URL('.cache/pictures.json', config.root));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        making = await besidePages<typeof work>(PICTURE_WORK, { folder, cache }, { base, setPrerenderer });
      },
      'astro:build:done': async ({ logger }) => {
        const names = listPages();
        const asks = (page: Buffer, name: string) => asksForPicture(headOf(page), name);
        const found = await readOnce(folder, names, asks, { cache: known, software: CONSPECTUS_ENGINE });
        await making?.finish(names.filter((name) => found.get(name)));
        logger.info(`Pictures for links to ${names.length} pages.`);
      },
    },
  };
}
