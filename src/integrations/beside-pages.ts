// While Astro builds, and after: what is made of pages, by a thread. It makes it of each new page as soon as Astro has
// written that, for a cache; when all of the site is there, all is taken from there.
import type { HookParameters } from 'astro';
import { fileOf } from './follow-pages.ts';
import { openCache } from './made-once.ts';
import { ITEMS_AT_ONCE, openThreads, type Threads } from './threads.ts';

/**
 * Some pages, by the names of their files, and whether they are made ahead: then nothing is written but the cache; and the
 * fingerprint of what makes it, for other software would make something else of the same.
 */
export type PagesJob = {
  readonly items: readonly string[];
  readonly isAhead: boolean;
  readonly software: string;
};

/** What does so in one build. */
export type BesidePages = {
  /** Makes what belongs to these pages, which are all that have something, and ends. */
  readonly finish: (names: readonly string[]) => Promise<void>;
};

/**
 * Begins to make something of pages with the function `work` of a module, which is given some pages and what is `common`.
 * It counts on `build.concurrency` being 1: a file is written before the next one is asked for.
 */
export async function besidePages<Work extends (job: never) => unknown>(
  module: URL,
  common: Omit<Parameters<Work>[0], keyof PagesJob> & { readonly cache: string },
  {
    base,
    isWanted = () => true,
    setPrerenderer,
  }: Pick<HookParameters<'astro:build:start'>, 'setPrerenderer'> & {
    /** The path that the site is served under, with a slash at both ends. */
    readonly base: string;
    /** Whether a page may have something, by the name of its file; of the others there is nothing to be made ahead. */
    readonly isWanted?: (name: string) => boolean;
  },
): Promise<BesidePages> {
  const cache = await openCache(common.cache);
  // To begin another one takes a second or two, and there are others at work.
  const thread: Threads<Work> = openThreads(module, 1);
  const begun: Promise<unknown>[] = [];
  const run = (items: readonly string[], isAhead: boolean) => {
    const job = { ...common, items, isAhead, software: CONSPECTUS_ENGINE };
    const done = thread.run(job as Parameters<Work>[0]);
    // Who waits for it later will hear of a failure.
    done.catch(() => undefined);
    begun.push(done);
  };
  let there: string[] = [];
  setPrerenderer((astro) => ({
    ...astro,
    render: (request, options) => {
      if (there.length >= ITEMS_AT_ONCE) {
        run(there, true);
        there = [];
      }
      const { routeData } = options;
      const name = fileOf(request, routeData, base);
      if (routeData.type === 'page' && isWanted(name)) there.push(name);
      return astro.render(request, options);
    },
  }));
  return {
    finish: async (names) => {
      try {
        await Promise.all(begun);
        for (let start = 0; start < names.length; start += ITEMS_AT_ONCE)
          run(names.slice(start, start + ITEMS_AT_ONCE), false);
        await Promise.all(begun);
      } finally {
        await thread.close();
      }
      await cache.forget();
    },
  };
}
