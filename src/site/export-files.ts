// Lists of papers and of results as files made at build: what a reader without scripts, or a program, takes along.
import type { Catalog } from '../core/catalog.ts';
import { parsePathBody } from '../core/path-steps.ts';
import { type ListFormat, PAPER_FORMATS, RESULT_FORMATS } from '../export/formats.ts';
import type { ListedPaper } from '../export/paper-record.ts';
import { resultId } from '../export/result-id.ts';
import { makeListedPapers } from './paper-data.ts';
import { makeResultTable } from './result-table.ts';
import { makeThemePages } from './theme-page.ts';
import type { Urls } from './urls.ts';

/** A file; its path is below the root of the site, and `items` is what it is made from. */
export type ExportFile = {
  readonly path: string;
  readonly type: string;
  readonly items: readonly object[];
  readonly render: () => string;
};

/** What a list to export consists of. */
export type ExportKind = 'papers' | 'results';

/** The formats of a list, as a page names them. */
export function formatsFor(kind: ExportKind): { id: string; name: string; ending: string }[] {
  const formats: Readonly<Record<string, { name: string; ending: string }>> =
    kind === 'papers' ? PAPER_FORMATS : RESULT_FORMATS;
  return Object.entries(formats).map(([id, { name, ending }]) => ({ id, name, ending }));
}

/** A list of papers by the name of its files; the papers by slug, in the order of its page. */
export type NamedList = { readonly name: string; readonly slugs: readonly string[] };

/** All lists that have files: the whole survey, each theme, each reading path. */
export function makeNamedLists(catalog: Catalog): NamedList[] {
  return [
    { name: 'papers', slugs: catalog.entries.map(({ slug }) => slug) },
    ...makeThemePages(catalog).map(({ id, groups, also }) => ({
      name: `themes/${id}`,
      slugs: [...groups.flatMap(({ papers }) => papers), ...also].map(({ slug }) => slug),
    })),
    ...catalog.paths.map(({ id, body }) => ({
      name: `paths/${id}`,
      slugs: parsePathBody(body).steps.flatMap(({ slug }) => slug ?? []),
    })),
  ];
}

/** The files of all lists, and of all results. */
export function makeExportFiles(catalog: Catalog, urls: Pick<Urls, 'paper' | 'papers'>): ExportFile[] {
  const { title } = catalog.survey;
  const papers = makeListedPapers(catalog, urls);
  const bySlug = new Map(papers.map((paper) => [paper.slug, paper]));
  const results = makeResultTable(catalog).groups.flatMap(({ rows }) =>
    rows.flatMap(({ id, paper: { slug } }) => {
      const paper = bySlug.get(slug);
      const result = paper?.results.find((_, index) => resultId(slug, index) === id);
      return paper && result ? { paper, result } : [];
    }),
  );
  const lists = makeNamedLists(catalog).flatMap(({ name, slugs }) => {
    const items = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
    return filesOf(name, PAPER_FORMATS, items, title);
  });
  // The pages load the papers from data/papers.json, which is made elsewhere.
  return [...lists, ...filesOf('results', RESULT_FORMATS, results, title)].filter(
    ({ path }) => path !== 'data/papers.json',
  );
}

const SINGLE_IDS = ['bibtex', 'ris', 'csl-json'] as const;

/** The formats of which a single paper has a file: for pasting and for reference managers. */
export const SINGLE_FORMATS: readonly ListFormat<ListedPaper>[] = SINGLE_IDS.map((id) => PAPER_FORMATS[id]);

/** The same, as the page of a paper names them. */
export function formatsForOne(): { id: string; name: string; ending: string }[] {
  return SINGLE_IDS.map((id) => ({ id, name: PAPER_FORMATS[id].name, ending: PAPER_FORMATS[id].ending }));
}

function filesOf<Item extends object>(
  name: string,
  formats: Readonly<Record<string, ListFormat<Item>>>,
  items: readonly Item[],
  survey: string,
): ExportFile[] {
  return Object.values(formats).map(({ ending, type, render }) => ({
    path: `data/${name}.${ending}`,
    type: `${type};charset=utf-8`,
    items,
    render: () => render(items, survey),
  }));
}
