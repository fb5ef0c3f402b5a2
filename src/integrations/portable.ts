// While Astro builds, and after: the whole site once more as one zip file, to be read from a folder. A thread of its own
// makes each page portable when Astro has written it, and the rest when all of the site is there.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { renderMegabytes } from '../core/offline-edition.ts';
import { OFFLINE_PAGE, PORTABLE_SIZE, portableName } from '../site/offline.ts';
import { createUrls } from '../site/urls.ts';
import { followPages, type PlannedFile } from './follow-pages.ts';
import type { Edition, Progress, work } from './portable/edition-work.ts';
import { DIGESTS, fillIn } from './site-files.ts';
import { inThread } from './threads.ts';

const EDITION_WORK = new URL('portable/edition-work.ts', import.meta.url);

/** Files that a thread is told of at once: to tell it takes a part of what a page takes. */
const TOLD_AT_ONCE = 20;

/**
 * Two integrations that write the portable edition of the survey with this title, and its size into the page that offers
 * it. The first has to be wrapped around all that makes or follows pages; the last comes after whatever writes files of the
 * site.
 */
export function portable(title: string): {
  readonly first: AstroIntegration;
  readonly last: AstroIntegration;
} {
  const name = portableName(title);
  let base = '/';
  let folder = '';
  let cache = '';
  let edition: { readonly made: Promise<Edition>; readonly port: MessagePort } | undefined;
  const tell = (progress: Progress) => edition?.port.postMessage(progress);
  let told = 0;
  const reach = (count: number) => {
    if (count < told + TOLD_AT_ONCE) return;
    told = count;
    tell(count);
  };
  const begin = async (files: readonly PlannedFile[]) => {
    const { port1, port2 } = new MessageChannel();
    const job = {
      folder,
      base,
      name,
      software: CONSPECTUS_ENGINE,
      cache: join(cache, 'portable'),
      digests: join(cache, DIGESTS),
      path: join(folder, `${name}.zip`),
      planned: files.map((file) => file.name),
      beside: (await CONSPECTUS_DATA_FILES()).map((file) => file.path),
      port: port2,
    };
    edition = { made: inThread<typeof work>(EDITION_WORK, job, [port2]), port: port1 };
    // Who waits for it later will hear of a failure.
    edition.made.catch(() => undefined);
  };
  const first: AstroIntegration = {
    name: 'conspectus-portable-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        folder = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/', config.root));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(followPages(base, { plan: begin, reach }));
      },
      'astro:build:generated': () => {
        tell(Number.POSITIVE_INFINITY);
      },
    },
  };
  const last: AstroIntegration = {
    name: 'conspectus-portable',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        if (!edition) throw new Error('Astro has not said which pages there are.');
        tell('all');
        const { bytes, isMadeTwice } = await edition.made;
        edition.port.close();
        await fillIn(join(folder, OFFLINE_PAGE), PORTABLE_SIZE, renderMegabytes(bytes));
        const how = isMadeTwice ? ' It was made twice: files came that were not expected.' : '';
        logger.info(`Portable edition: ${name}.zip, ${renderMegabytes(bytes)}.${how}`);
      },
    },
  };
  return { first, last };
}
