// While Astro builds, and after: a picture for each page, as its head asks for it (og:image).
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createUrls } from '../site/urls.ts';
import { type BesidePages, besidePages } from './beside-pages.ts';
import type { ReadHeads } from './page-heads.ts';
import type { work } from './pictures/picture-work.ts';

const PICTURE_WORK = new URL('pictures/picture-work.ts', import.meta.url);

/** Makes the pictures; those that an earlier build made are taken from its cache. */
export function pictures(readHeads: ReadHeads): AstroIntegration {
  let base = '/';
  let folder = '';
  let cache = '';
  let making: BesidePages | undefined;
  return {
    name: 'conspectus-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        folder = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/pictures/', config.root));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        making = await besidePages<typeof work>(PICTURE_WORK, { folder, cache }, { base, setPrerenderer });
      },
      'astro:build:done': async ({ logger }) => {
        const heads = [...(await readHeads())];
        const asking = heads.filter(([, { asksForPicture }]) => asksForPicture);
        await making?.finish(asking.map(([name]) => name));
        logger.info(`Pictures for links to ${heads.length} pages.`);
      },
    },
  };
}
