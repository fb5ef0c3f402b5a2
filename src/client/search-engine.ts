// The search engine as the reader's browser has it: loaded when a search needs it; of a large survey, in a worker.
import { say } from '../core/words.ts';
import type { Engine, SearchAnswer } from '../search/engine.ts';
import { WORTH_A_WORKER } from '../search/ranking.ts';
import type { PortableGlobal } from './open-engine.ts';
import { startWorker } from './search-worker-engine.ts';

/** The answer where there is nothing to search. */
const NOTHING: SearchAnswer = {
  total: 0,
  complete: 0,
  hits: [],
  counts: { theme: {}, year: {} },
  corrections: [],
  alsoSearched: [],
  unknownWords: [],
  nearTerms: [],
  problems: [],
};

/** Loads the index of the site at `base`; `papers` is how many it has, if the page knows it. */
export async function loadEngine(base: string, papers?: number): Promise<Engine> {
  const count = papers ?? (await countPapers(base));
  // Of no paper there is no index.
  if (count === 0) return { search: async () => NOTHING };
  // Browsers start no worker from a file.
  const isPortable = '__portablePagefind' in (globalThis as PortableGlobal);
  if (count >= WORTH_A_WORKER && !isPortable)
    try {
      return await startWorker(base);
    } catch (error) {
      console.warn('Searching in the page itself: the worker did not start.', error);
    }
  const { openEngine } = await import('./open-engine.ts');
  return openEngine(base);
}

async function countPapers(base: string): Promise<number> {
  const response = await fetch(`${base}pagefind/pagefind-entry.json`);
  const { languages } = (await response.json()) as { languages: Record<string, { page_count: number }> };
  return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** What a reader is told where that fails. Some browsers remember that a script was missing: trying again is no use. */
export const NOT_LOADED = say`The search index could not be loaded. Check the connection and reload the page.`;
