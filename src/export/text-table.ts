// A table whose cells are lines of text, some of them links: what the three formats for tables are made from.

/** A line of a cell. */
export type CellLine = {
  readonly text: string;
  readonly url?: string;
  /** The same for programs, in CSV: `2025-01-08` for "8 Jan 2025". */
  readonly data?: string;
  /** The words that prove it; shown on the page, left out of what is copied. */
  readonly quote?: string;
};
export type Cell = readonly CellLine[];

/** A table with a heading a column; the first cell of each row is its heading. */
export type TextTable = { readonly columns: readonly Cell[]; readonly rows: readonly TableRow[] };
export type TableRow = {
  readonly heading: string;
  readonly cells: readonly Cell[];
  /** Whether its cells are sentences to be read, not facts. */
  readonly isText?: boolean;
};

/** A cell without links, its lines apart, as programs read it. */
export function plainCell(cell: Cell): string {
  return cell
    .map(({ text, url, data }) => data ?? (url && url !== text ? `${text} ${url}` : text))
    .join('\n');
}
