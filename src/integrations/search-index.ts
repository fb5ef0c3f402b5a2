// While Astro builds, and after: the search index of the pages of papers, made in a thread of its own.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { appearedOn } from '../core/appeared.ts';
import { newestFirst } from '../search/paper-set.ts';
import { createUrls } from '../site/urls.ts';
import { followPapers } from './follow-pages.ts';
import type { work } from './search-index/index-work.ts';
import { DIGESTS, pageFile } from './site-files.ts';
import { ITEMS_AT_ONCE, inThread } from './threads.ts';

const INDEX_WORK = new URL('search-index/index-work.ts', import.meta.url);

/**
 * Makes the search index; a site of papers that cannot be found fails the build. Pagefind works while pages are made: for
 * a first index, on some papers at a time as soon as they are there; for another, when all of them are, which come first.
 * The thread is there to wait for it: making pages leaves this one no time to.
 */
export function searchIndex(): AstroIntegration {
  let base = '/';
  let folder = '';
  let cache = '';
  let index: { readonly made: Promise<number | undefined>; readonly port: MessagePort } | undefined;
  const begin = () => {
    const { port1, port2 } = new MessageChannel();
    const job = {
      folder,
      papers: listPapers(),
      software: CONSPECTUS_ENGINE,
      state: join(cache, 'search-index.json'),
      digests: join(cache, DIGESTS),
      port: port2,
    };
    index = { made: inThread<typeof work>(INDEX_WORK, job, [port2]), port: port1 };
    // Who waits for it later will hear of a failure.
    index.made.catch(() => undefined);
  };
  let there: string[] = [];
  const tell = () => {
    index?.port.postMessage(there);
    there = [];
  };
  const made = (page: string) => {
    there.push(page);
    if (there.length >= ITEMS_AT_ONCE) tell();
  };
  const end = () => {
    tell();
    index?.port.postMessage(null);
  };
  return {
    name: 'conspectus-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = createUrls(config.base).home();
        folder = fileURLToPath(config.outDir);
        cache = fileURLToPath(new URL('.cache/', config.root));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        begin();
        setPrerenderer(followPapers(base, { made, end }));
      },
      'astro:build:done': async ({ logger }) => {
        // Where no page is made, none has told so.
        end();
        const found = await index?.made;
        index?.port.close();
        logger.info(found === undefined ? 'No paper has changed.' : `Indexed ${found} pages for search.`);
      },
    },
  };
}

/** The pages of all papers, in the order of the index. */
function listPapers(): string[] {
  const papers = CONSPECTUS_SURVEY.catalog.entries.map(({ slug, fields }) => ({
    slug,
    date: appearedOn(fields) ?? '',
  }));
  return newestFirst(papers).map(({ slug }) => pageFile(`papers/${slug}/`));
}
