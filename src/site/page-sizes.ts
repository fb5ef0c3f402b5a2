// How much one page holds: no page grows with the survey. A survey of some dozens of papers fits on single pages.

/** The most rows of a table, items of a list, and papers of a map that one page shows. */
export const PAGE_SIZES = {
  /** Rows of the table of papers, and of the table of results. */
  rows: 100,
  /** Papers in the list of a theme or a term, of which the first page has up to one and a half times as many. */
  list: 60,
  /** Results on the page of a benchmark, which leads to all of them. */
  resultsOfTerm: 40,
  /** Papers drawn on one map. */
  map: 150,
  /** Papers drawn one by one over time; of more the plot shows their numbers. */
  timeline: 200,
} as const;

/** Rows in one file of data that a script loads to sort or filter a whole table. */
export const ROWS_PER_FILE = 1000;

/** Papers in one file of data, on average at most, that a script loads for a few of them: to compare, to export, to list. */
export const PAPERS_PER_PIECE = 64;
