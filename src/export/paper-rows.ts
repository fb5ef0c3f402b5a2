// The table of papers as data: what the site writes, and a script in the reader's browser reads.

/** A row of the table; `day` is its date in ISO 8601, as far as it is known. */
export type PaperRow = {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  /** Ids of themes, the primary one first. */
  readonly themes: readonly string[];
  readonly day?: string;
  /** The date in words. */
  readonly date: string;
  readonly authors?: number;
};

/** A file of rows, with what they share. */
export type PaperRows = {
  readonly themes: readonly { readonly id: string; readonly short: string; readonly url: string }[];
  readonly rows: readonly PaperRow[];
};
