// The part of Pagefind's browser API that we use (Pagefind 1.6; it ships no types for it).

/** How Pagefind weighs matches; see its documentation, "Customize ranking". */
export type PagefindRanking = {
  readonly termFrequency?: number;
  readonly termSaturation?: number;
  readonly termSimilarity?: number;
  readonly pageLength?: number;
  readonly metaWeights?: Readonly<Record<string, number>>;
};

/** A page that was found, with what the index knows of it. */
export type PagefindFragment = {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
};

/** What a search gives: the pages in order. */
export type PagefindAnswer = {
  readonly results: readonly PagefindResult[];
};

/** A page that matched; the rest of it is loaded when `data` is called. */
export type PagefindResult = {
  readonly id: string;
  readonly score: number;
  /** Fields of the metadata in which the words were found; missing where there were no words. */
  readonly matchedMetaFields?: readonly string[];
  readonly data: () => Promise<PagefindFragment>;
};

/** The module `pagefind.js` that the index comes with. */
export type Pagefind = {
  readonly options: (options: {
    readonly baseUrl: string;
    readonly ranking: PagefindRanking;
    /** Searches in the page itself, not in a worker beside it. */
    readonly noWorker?: boolean;
  }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string | null) => Promise<PagefindAnswer>;
};
