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
  // The title says most, then our summary; terms of the glossary are often named in the abstract as well.
  metaWeights: { title: 8, summary: 4, terms: 0.7, everyday: 1, authors: 1 },
};

/** Having a word at all earns this share of its weight; where and how often it stands earns the rest. */
export const PART_BASE = 0.4;

/** With so many papers that have all words, those that lack some are not shown. */
export const ENOUGH = 10;

/** A paper that lacks words is shown if it has at least this share of their weight ... */
export const PARTIAL_SHARE = 0.5;

/** ... and comes after those that lack none: more than any score. */
export const COMPLETE_BONUS = 1000;

/** Words of context in an excerpt. */
export const EXCERPT_WORDS = 32;
