// What exports and the reader's own lists know of a paper: the shape of /data/papers.json. Plain values, so that
// what is copied from a page says the same as the page.

/** All papers of a survey, newest first. */
export type PaperData = {
  /** Title of the survey. */
  readonly survey: string;
  readonly papers: readonly PaperRecord[];
};

/** A paper. What its source does not give is left out, never filled in. */
export type PaperRecord = {
  readonly slug: string;
  readonly title: string;
  /** Its page; from the root of the site in the file, absolute once loaded. */
  readonly url: string;
  readonly summary?: string;
  /** Day of the first version, such as `2025-01-08`. */
  readonly published?: string;
  readonly authors?: readonly string[];
  /** How many authors there are, where that is known. */
  readonly authorCount?: number;
  readonly organization?: string;
  readonly venue?: string;
  readonly arxiv?: string;
  /** Citation key. */
  readonly key?: string;
  /** Titles of its themes, the primary one first. */
  readonly themes: readonly string[];
  /** Names of the terms of the glossary that it uses. */
  readonly terms: readonly string[];
  readonly results: readonly ResultRecord[];
  readonly links: readonly LinkRecord[];
};

/** A quantitative result, in words. */
export type ResultRecord = {
  /** Name of the benchmark, or what was measured. */
  readonly on: string;
  readonly metric: string;
  /** The value with its limits and unit: `up to 30% gain`, `90%, 58.8% before`. */
  readonly value: string;
  readonly model?: string;
  readonly versus?: string;
  /** The words of the abstract that state it. */
  readonly quote: string;
};

export type LinkRecord = { readonly label: string; readonly url: string };
