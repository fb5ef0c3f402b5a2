// After the search index: the whole site once more as one zip file, to be read from a folder.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderMegabytes } from '../core/offline-edition.ts';
import { OFFLINE_PAGE, PORTABLE_SIZE, portableName } from '../site/offline.ts';
import { createUrls } from '../site/urls.ts';
import { writeKeptEdition } from './portable/kept-edition.ts';
import { DIGESTS, fillIn } from './site-files.ts';

/** Writes the portable edition of the survey with this title, and its size into the page that offers it. */
export function portable(title: string): AstroIntegration {
  let base = '/';
  let cache = '';
  return {
    name: 'conspectus-portable',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        cache = fileURLToPath(new URL('.cache/', config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const name = portableName(title);
        const bytes = await writeKeptEdition(join(folder, `${name}.zip`), {
          folder,
          base,
          name,
          software: CONSPECTUS_ENGINE,
          cache: join(cache, 'portable'),
          digests: join(cache, DIGESTS),
        });
        await fillIn(join(folder, OFFLINE_PAGE), PORTABLE_SIZE, renderMegabytes(bytes));
        logger.info(`Portable edition: ${name}.zip, ${renderMegabytes(bytes)}.`);
      },
    },
  };
}
