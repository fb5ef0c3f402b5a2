// All papers as rows of a table, newest first: as pages, and as data for a script that sorts and filters all of them.
import { byNewest, type Catalog } from '../core/catalog.ts';
import type { PaperRow, PaperRows } from '../export/paper-rows.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { cutIntoFiles, cutIntoPages, type ListPage, type RowsFile } from './pages.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';
import type { Urls } from './urls.ts';

export type PaperTable = { readonly themes: readonly ThemeLabel[]; readonly rows: readonly PaperSummary[] };

/** Makes the table of all papers. */
export function makePaperTable(catalog: Catalog): PaperTable {
  return {
    themes: catalog.themes.map(themeLabel),
    rows: catalog.entries.toSorted(byNewest).map(makeSummarizer(catalog)),
  };
}

/** The pages of the table. Throws where a paper has the address of one of them: its file has to be renamed. */
export function cutPaperTable({ rows }: PaperTable): ListPage<PaperSummary>[] {
  const pages = cutIntoPages(rows, PAGE_SIZES.rows);
  const taken = new Set(pages.slice(1).map(({ number }) => String(number)));
  const paper = rows.find(({ slug }) => taken.has(slug));
  if (paper)
    throw new Error(
      `The paper “${paper.title}” has the address of page ${paper.slug} of all papers: /papers/${paper.slug}/. Give its file ${paper.slug}.md another name.`,
    );
  return pages;
}

/** The files of rows that a script loads where the table has several pages; none where it has one. */
export function listPaperRows(
  { themes, rows }: PaperTable,
  urls: Pick<Urls, 'paper' | 'theme'>,
): RowsFile<PaperSummary, PaperRows>[] {
  return cutIntoFiles(rows, (some) => ({
    themes: themes.map(({ id, short }) => ({ id, short, url: urls.theme(id) })),
    rows: some.map((paper) => makeRow(paper, urls)),
  }));
}

function makeRow(paper: PaperSummary, urls: Pick<Urls, 'paper'>): PaperRow {
  return {
    slug: paper.slug,
    url: urls.paper(paper.slug),
    title: paper.title,
    themes: paper.themes.map(({ id }) => id),
    ...(paper.date.iso && { day: paper.date.iso }),
    date: paper.date.text,
    ...(paper.authorCount && { authors: paper.authorCount }),
  };
}
