// Lists of papers and of results as files made at build: what a reader without scripts, or a program, takes along.
import type { Catalog } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import { parsePathBody } from '../core/path-steps.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { TextParts } from '../core/text-parts.ts';
import { LOCALE } from '../core/words.ts';
import { type ListFormat, PAPER_FORMATS, RESULT_FORMATS } from '../export/formats.ts';
import type { ListedPaper } from '../export/paper-record.ts';
import { resultId } from '../export/result-id.ts';
import type { ListedResult } from '../export/result-list.ts';
import { makeListedPapers } from './paper-data.ts';
import { makeResultTable } from './result-table.ts';
import { makeThemePages } from './theme-page.ts';
import type { Urls } from './urls.ts';

type PaperUrls = Pick<Urls, 'paper' | 'papers'>;

/** A file; its path is below the root of the site. */
export type ExportFile = {
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  /** What it is made from, besides what is said of the survey and its themes. */
  readonly from: readonly object[];
  /** What each of its parts is made from, where it has some. */
  readonly items?: readonly object[];
  readonly layOut: () => TextParts;
};

/** What a list to export consists of. */
export type ExportKind = 'papers' | 'results';

/** The formats of a list, as a page names them. */
export function formatsFor(kind: ExportKind): { id: string; name: string; ending: string }[] {
  const formats: Readonly<Record<string, { name: string; ending: string }>> =
    kind === 'papers' ? PAPER_FORMATS : RESULT_FORMATS;
  return Object.entries(formats).map(([id, { name, ending }]) => ({ id, name, ending }));
}

/** What a list of papers can be taken along as, in words: `BibTeX, RIS or JSON`. */
export function paperFormatNames(): string {
  const names = Object.values(PAPER_FORMATS).map(({ name }) => name);
  return new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(names);
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

/** The files of all lists, and of all results; what is in them is made when it is asked for. */
export function makeExportFiles(catalog: Catalog, urls: PaperUrls): ExportFile[] {
  const { title } = catalog.survey;
  const bySlug = new Map(catalog.entries.map((entry) => [entry.slug, entry]));
  const lists = makeNamedLists(catalog).flatMap(({ name, slugs }) => {
    const from = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
    const list = () => listPapers(from, catalog, urls);
    return filesOf(name, PAPER_FORMATS, { from, items: from, title, list });
  });
  const from = catalog.entries.filter(({ fields }) => fields.results);
  const results = filesOf('results', RESULT_FORMATS, { from, title, list: () => listResults(catalog, urls) });
  // The pages load the papers from data/papers.json, which is made elsewhere.
  return [...lists, ...results].filter(({ path }) => path !== 'data/papers.json');
}

function listPapers(entries: readonly Entry[], catalog: Catalog, urls: PaperUrls): ListedPaper[] {
  const paperOf = listedBySlug(makeListedPapers(catalog, urls));
  return entries.flatMap(({ slug }) => paperOf.get(slug) ?? []);
}

function listResults(catalog: Catalog, urls: PaperUrls): ListedResult[] {
  const paperOf = listedBySlug(makeListedPapers(catalog, urls));
  return makeResultTable(catalog).groups.flatMap(({ rows }) =>
    rows.flatMap(({ id, paper: { slug } }) => {
      const paper = paperOf.get(slug);
      const result = paper?.results.find((_, index) => resultId(slug, index) === id);
      return paper && result ? { paper, result } : [];
    }),
  );
}

const listedBySlug = oncePer(
  (papers: readonly ListedPaper[]) => new Map(papers.map((paper) => [paper.slug, paper])),
);

const SINGLE_IDS = ['bibtex', 'ris', 'csl-json'] as const;

/** The formats of which a single paper has a file: for pasting and for reference managers. */
export const SINGLE_FORMATS: readonly ListFormat<ListedPaper>[] = SINGLE_IDS.map((id) => PAPER_FORMATS[id]);

/** The same, as the page of a paper names them. */
export function formatsForOne(): { id: string; name: string; ending: string }[] {
  return SINGLE_IDS.map((id) => ({ id, name: PAPER_FORMATS[id].name, ending: PAPER_FORMATS[id].ending }));
}

/** A list: its items are made when a file of it is. */
type ExportList<Item> = Pick<ExportFile, 'from' | 'items'> & {
  readonly title: string;
  readonly list: () => readonly Item[];
};

function filesOf<Item extends object>(
  name: string,
  formats: Readonly<Record<string, ListFormat<Item>>>,
  { title, list, ...made }: ExportList<Item>,
): ExportFile[] {
  return Object.values(formats).map(({ ending, type, layOut }) => ({
    path: `data/${name}.${ending}`,
    type,
    ...made,
    layOut: () => layOut(list(), title),
  }));
}
