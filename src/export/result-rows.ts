// The table of results as data: what the site writes, and a script in the reader's browser reads.

/** A row of the table. `kind` is what values have in common that can be put in an order. */
export type ResultRowData = {
  readonly id: string;
  /** The page of its paper. */
  readonly url: string;
  readonly paper: string;
  /** Ids of the paper's themes, the primary one first. */
  readonly themes: readonly string[];
  readonly benchmark: string;
  readonly value: string;
  readonly number: number;
  readonly from?: string;
  readonly metric: string;
  readonly setting?: string;
  readonly measure: string;
  readonly measureId: string;
  readonly model?: string;
  readonly versus?: string;
  readonly kind: string;
  readonly statement: {
    readonly before: string;
    readonly quote: readonly { readonly text: string; readonly isNumber: boolean }[];
    readonly after: string;
  };
};

/** The head of the results on one benchmark; without an address where there is no single one. */
export type ResultBenchmark = {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly url?: string;
};

/** A file of rows, with what they share. */
export type ResultRowsFile = {
  readonly themes: readonly { readonly id: string; readonly short: string; readonly url: string }[];
  readonly benchmarks: readonly ResultBenchmark[];
  readonly rows: readonly ResultRowData[];
};
