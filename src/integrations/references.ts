// While Astro makes pages: references, by a thread, for their processor takes a quarter of the time of a paper's page.
import type { AstroIntegration } from 'astro';
import type { work } from './references/reference-work.ts';
import { openThreads, type Threads } from './threads.ts';

const REFERENCE_WORK = new URL('references/reference-work.ts', import.meta.url);

/** Gives pages what makes references. The thread begins when somebody asks for the first ones. */
export function references(): AstroIntegration {
  let thread: Threads<typeof work> | undefined;
  const close = async () => {
    await thread?.close();
    thread = undefined;
  };
  return {
    name: 'conspectus-references',
    hooks: {
      'astro:config:setup': () => {
        globalThis.CONSPECTUS_CITE = (papers) => {
          thread ??= openThreads<typeof work>(REFERENCE_WORK, 1);
          return thread.run(papers);
        };
      },
      'astro:build:generated': close,
      'astro:server:done': close,
    },
  };
}
