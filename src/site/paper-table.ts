// All papers as rows of a table, newest first.
import { byNewest, type Catalog } from '../core/catalog.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';

export type PaperTable = { readonly themes: readonly ThemeLabel[]; readonly rows: readonly PaperSummary[] };

/** Makes the table of all papers. */
export function makePaperTable(catalog: Catalog): PaperTable {
  return {
    themes: catalog.themes.map(themeLabel),
    rows: catalog.entries.toSorted(byNewest).map(makeSummarizer(catalog)),
  };
}
