// While Astro makes pages: references, by a thread, for their processor takes a quarter of the time of a paper's page.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type KeptMap, openKeptMap } from '../disk/kept-map.ts';
import { type KeptReferences, takeReferences } from './references/kept-references.ts';
import type { work } from './references/reference-work.ts';
import { openThreads, type Threads } from './threads.ts';

const REFERENCE_WORK = new URL('references/reference-work.ts', import.meta.url);

/** Gives pages what makes references. The thread begins when somebody asks for the first ones that no earlier build has made. */
export function references(): AstroIntegration {
  let thread: Threads<typeof work> | undefined;
  let opened: Promise<KeptMap<KeptReferences>> | undefined;
  const close = async () => {
    await thread?.close();
    thread = undefined;
  };
  return {
    name: 'conspectus-references',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const file = join(fileURLToPath(config.root), '.cache/references.lines');
        const make: typeof CONSPECTUS_CITE = (papers) => {
          thread ??= openThreads<typeof work>(REFERENCE_WORK, 1);
          return thread.run(papers);
        };
        globalThis.CONSPECTUS_CITE = async (papers) => {
          opened ??= openKeptMap(file, CONSPECTUS_ENGINE);
          return takeReferences(papers, await opened, make);
        };
      },
      'astro:build:generated': async () => {
        await close();
        const kept = await opened;
        if (!kept) return;
        const slugs = new Set(CONSPECTUS_SURVEY.catalog.entries.map(({ slug }) => slug));
        for (const slug of kept.keys()) if (!slugs.has(slug)) kept.delete(slug);
        await kept.save();
      },
      'astro:server:done': close,
    },
  };
}
