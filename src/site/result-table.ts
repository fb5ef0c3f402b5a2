// The results that abstracts state, by benchmark: every number with its sentence, and no ranking.

import { groups } from 'd3-array';
import { type Catalog, compareText } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { Entry, Result } from '../core/schema/entry.ts';
import type { Term } from '../core/schema/glossary.ts';
import { count, LOCALE, say } from '../core/words.ts';
import { resultId } from '../export/result-id.ts';
import type { ResultRowData, ResultRowsFile } from '../export/result-rows.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { shortTitle } from './labels.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { cutGroups, cutIntoFiles, type GroupPage, pagesOfGroups, type RowsFile } from './pages.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';
import { findStatement, fromLabel, MEASURE_NAMES, type Statement, valueLabel } from './result-label.ts';
import { type TermNote, termHeading, termNote } from './term-note.ts';
import type { Urls } from './urls.ts';

/** A result of a paper, in words. */
export type StatedResult = {
  /** Unique on the page of its paper, and on that of all results. */
  readonly id: string;
  readonly value: string;
  readonly from?: string;
  readonly metric: string;
  readonly setting?: string;
  readonly measure: string;
  readonly model?: string;
  readonly versus?: string;
  readonly benchmark?: TermNote;
  /** Finds the sentence that states it: of most results nobody asks for theirs. */
  readonly findStatement: () => Statement;
};

/** A result with its paper, and with what it is sorted and filtered by. */
export type ResultRow = StatedResult & {
  readonly entry: Entry;
  readonly paper: PaperSummary;
  readonly shortTitle: string;
  readonly number: number;
  readonly measureId: Result['measure'];
  /** Only results of one benchmark that have this in common can be put in an order. */
  readonly kind: string;
};

/** The results on one benchmark; without one, those over several or unnamed benchmarks. */
export type ResultGroup = { readonly benchmark?: TermNote; readonly rows: readonly ResultRow[] };

/** Something to filter by. */
export type Choice = { readonly id: string; readonly name: string };

export type ResultTable = {
  /** How much there is, in a sentence. */
  readonly line: string;
  readonly groups: readonly ResultGroup[];
  readonly total: number;
  readonly themes: readonly ThemeLabel[];
  readonly measures: readonly Choice[];
};

/** Makes the table of all results: benchmarks that most papers report on come first. */
export const makeResultTable = oncePer(tabulate);

function tabulate(catalog: Catalog): ResultTable {
  const rows = makeRows(catalog);
  const used = new Set(rows.flatMap(({ paper }) => paper.themes.map(({ id }) => id)));
  const measures = new Set(rows.map(({ measureId }) => measureId));
  const papers = count(countPapers(rows), 'paper');
  return {
    line:
      rows.length === 0
        ? say`There are no results yet: no entry has any.`
        : say`${count(rows.length, 'result')} that the abstracts of ${papers} state, each with the sentence that states it.`,
    groups: groupRows(rows),
    total: rows.length,
    themes: catalog.themes.filter(({ id }) => used.has(id)).map(themeLabel),
    measures: (Object.keys(MEASURE_NAMES) as Result['measure'][])
      .filter((id) => measures.has(id))
      .map((id) => ({ id, name: MEASURE_NAMES[id] })),
  };
}

/** The pages of the table: the benchmarks one after the other. */
export function cutResultTable({ groups: all }: ResultTable): GroupPage<ResultGroup>[] {
  return cutGroups(all, ({ rows }) => rows.length, PAGE_SIZES.rows);
}

/** The page on which the results on each benchmark begin, by its id; `several` where no single one is named. */
export function pagesOfBenchmarks(pages: readonly GroupPage<ResultGroup>[]): ReadonlyMap<string, number> {
  return new Map([...pagesOfGroups(pages)].map(([group, page]) => [benchmarkId(group), page]));
}

/** The id of the benchmark of a group or of a result; `several` where no single one is named. */
export function benchmarkId({ benchmark }: Pick<ResultGroup, 'benchmark'>): string {
  return benchmark?.id ?? 'several';
}

/** The files of rows that a script loads where the table has several pages; none where it has one. */
export function listResultRows(
  table: ResultTable,
  urls: Pick<Urls, 'paper' | 'term' | 'theme'>,
): RowsFile<ResultRow, ResultRowsFile>[] {
  const rows = table.groups.flatMap((group) => group.rows);
  return cutIntoFiles(rows, (some) => makeRowsFile(some, table, urls));
}

function makeRowsFile(
  rows: readonly ResultRow[],
  { groups: all, themes }: ResultTable,
  urls: Pick<Urls, 'paper' | 'term' | 'theme'>,
): ResultRowsFile {
  return {
    themes: themes.map(({ id, short }) => ({ id, short, url: urls.theme(id) })),
    benchmarks: all.map((group) => ({
      id: benchmarkId(group),
      ...(group.benchmark
        ? {
            name: termHeading(group.benchmark.name),
            url: urls.term(group.benchmark.id),
            definition: group.benchmark.definition,
          }
        : { name: SEVERAL.name, definition: SEVERAL.definition }),
    })),
    rows: rows.map((row) => makeRowData(row, urls)),
  };
}

/** What stands in the place of a benchmark and its definition where there is no single one. */
export const SEVERAL = {
  name: say`Several or unnamed benchmarks`,
  definition: say`Averages, groups of tasks, and what no single benchmark measures.`,
} as const;

function makeRowData(row: ResultRow, urls: Pick<Urls, 'paper'>): ResultRowData {
  const { id, value, from, metric, setting, measure, measureId, model, versus, kind, number } = row;
  return {
    id,
    url: urls.paper(row.paper.slug),
    paper: row.shortTitle,
    themes: row.paper.themes.map((theme) => theme.id),
    benchmark: benchmarkId(row),
    ...{ value, number, metric, measure, measureId, kind },
    ...(from && { from }),
    ...(setting && { setting }),
    ...(model && { model }),
    ...(versus && { versus }),
    statement: row.findStatement(),
  };
}

/** The results on one benchmark; undefined where there are none. */
export function resultsOn(benchmark: string, table: ResultTable): ResultGroup | undefined {
  return table.groups.find((group) => group.benchmark?.id === benchmark);
}

/** The results of one paper, in the order of its abstract. */
export function resultsOf({ slug, fields, text }: Entry, terms: ReadonlyMap<string, Term>): StatedResult[] {
  return (fields.results ?? []).map((result, index) => {
    const benchmark = result.benchmark === undefined ? undefined : terms.get(result.benchmark);
    const from = fromLabel(result);
    const { setting, model, versus } = result;
    return {
      id: resultId(slug, index),
      value: valueLabel(result),
      ...(from && { from }),
      metric: result.metric,
      ...(setting && { setting }),
      measure: MEASURE_NAMES[result.measure],
      ...(model && { model }),
      ...(versus && { versus }),
      ...(benchmark && { benchmark: termNote(benchmark) }),
      findStatement: () => findStatement(result, text),
    };
  });
}

function makeRows(catalog: Catalog): ResultRow[] {
  const summarize = makeSummarizer(catalog);
  const terms = new Map(catalog.terms.map((term) => [term.id, term]));
  return catalog.entries.flatMap((entry) => {
    const results = entry.fields.results ?? [];
    return resultsOf(entry, terms).flatMap((stated, index): ResultRow[] => {
      const result = results[index];
      if (!result) return [];
      return [
        {
          ...stated,
          entry,
          paper: summarize(entry),
          shortTitle: shortTitle(plainFormulas(entry.fields.title)),
          number: result.value,
          measureId: result.measure,
          kind: [result.measure, result.metric, result.unit ?? ''].join(' | '),
        },
      ];
    });
  });
}

function groupRows(rows: readonly ResultRow[]): ResultGroup[] {
  return groups(rows, ({ benchmark }) => benchmark?.id)
    .map(([, members]): ResultGroup => {
      const benchmark = members[0]?.benchmark;
      // Scores first, each metric together; then the newest paper first, as they came.
      const sorted = members.toSorted(
        (a, b) =>
          measureOrder(a) - measureOrder(b) || compareText(a.metric, b.metric) || compareText(a.kind, b.kind),
      );
      return { ...(benchmark && { benchmark }), rows: sorted };
    })
    .toSorted(
      (a, b) =>
        Number(!a.benchmark) - Number(!b.benchmark) ||
        countPapers(b.rows) - countPapers(a.rows) ||
        (a.benchmark?.name ?? '').localeCompare(b.benchmark?.name ?? '', LOCALE, { numeric: true }),
    );
}

function measureOrder({ measureId }: ResultRow): number {
  return Object.keys(MEASURE_NAMES).indexOf(measureId);
}

function countPapers(rows: readonly ResultRow[]): number {
  return new Set(rows.map(({ paper }) => paper.slug)).size;
}
