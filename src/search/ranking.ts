// How search weighs what it finds, in one place, for the browser and the terminal.
import type { PagefindRanking } from './pagefind.ts';

/** Characters that are part of words here: Pagefind would otherwise find every "A" for "A*". */
export const INDEXED_CHARACTERS = '*+@';

/** Weights for Pagefind: see its documentation on ranking for what each does. */
export const RANKING: PagefindRanking = {
  termFrequency: 1,
  termSaturation: 1.4,
  termSimilarity: 1,
  // Abstracts differ little in length, and a long one is no better.
  pageLength: 0.3,
  metaWeights: { title: 8 },
};

/** Words of context in an excerpt. */
export const EXCERPT_WORDS = 32;
