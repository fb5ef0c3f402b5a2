// conspectus bench: measurements in one run: search, the quality of its ranking and what it costs; ingest and build,
// their time and memory.
import { parseArgs, styleText } from 'node:util';
import MiniSearch from 'minisearch';
import { readText } from '../../src/catalog/files.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { checkSchema } from '../../src/catalog/schema-diagnostics.ts';
import { parseYaml } from '../../src/catalog/yaml-file.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { type JudgedQuery, relevanceSchema } from '../../src/core/schema/relevance.ts';
import { count } from '../../src/core/words.ts';
import { ndcg, recall } from '../../src/search/evaluate.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { measureBuilds, renderBuildCosts } from '../bench/build.ts';
import { measureIngest, renderIngestCosts } from '../bench/ingest.ts';
import { measureLighthouse, renderLighthouse } from '../bench/lighthouse.ts';
import { measureSearchPage, type SearchCosts } from '../bench/search-page.ts';
import { makeSyntheticEntries } from '../bench/synthetic.ts';
import { writeSyntheticSite } from '../bench/synthetic-site.ts';
import { importPagefind, openEngine } from './search.ts';

/** What it takes, for --help. */
export const USAGE = 'Usage: npm run bench -- search|ingest|build|lighthouse [--all] [--json] [--papers N]';

const INDEX = 'dist/pagefind';
const DEPTH = 10;

/** A search to be compared: a query in, slugs out, best first. */
type Ranker = { readonly name: string; readonly rank: (query: string) => Promise<readonly string[]> };
type Row = JudgedQuery & { readonly scores: readonly { readonly ndcg: number; readonly recall: number }[] };

/**
 * Measures what is named; `--all` shows every query, `--json` prints everything for programs, `--papers` says how
 * many papers are made up for the second measurement of costs (0 for none of either).
 */
export async function bench(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean' },
      json: { type: 'boolean' },
      papers: { type: 'string', default: '10000' },
    },
  });
  const papers = Number(values.papers);
  if (positionals.join() === 'lighthouse') return benchLighthouse(values.json ?? false);
  if (positionals.join() === 'ingest' && papers > 0) return benchIngest(papers, values.json ?? false);
  if (positionals.join() === 'build' && papers > 0) return benchBuild(papers, values.json ?? false);
  if (positionals.join() !== 'search' || !Number.isInteger(papers) || papers < 0) {
    console.error(USAGE);
    return 2;
  }
  const queries = await loadQueries();
  if (typeof queries === 'string') {
    console.error(queries);
    return 1;
  }
  const catalog = toCatalog(await loadContent(process.cwd()));
  const rankers = [await ours(), await plainPagefind(), bm25(catalog)];
  const rows: Row[] = [];
  for (const query of queries) {
    const rankings = await Promise.all(rankers.map(({ rank }) => rank(query.query)));
    const scores = rankings.map((ranking) => ({
      ndcg: ndcg(ranking, query.papers),
      recall: recall(ranking, query.papers),
    }));
    rows.push({ ...query, scores });
  }
  if (!values.json) printTables(rows, rankers, values.all ?? false);
  const costs = papers > 0 ? await measureCosts(catalog, rows, papers) : [];
  if (values.json)
    console.log(JSON.stringify({ rankers: rankers.map(({ name }) => name), rows, costs }, null, 2));
  else printCosts(costs);
  return 0;
}

type Costs = SearchCosts & { readonly papers: number };

/** Costs at the size of the survey and at another, by queries of each kind. */
async function measureCosts(catalog: Catalog, rows: readonly Row[], papers: number): Promise<Costs[]> {
  const tuned = rows.filter((row) => isTuned(row) && row.kind !== 'none');
  const queries = [...Map.groupBy(tuned, ({ kind }) => kind).values()].flatMap((of) =>
    of.slice(0, 3).map(({ query }) => query),
  );
  const folder = '.cache/bench/site';
  const made = makeSyntheticEntries(catalog, { count: papers, seed: 1 });
  await writeSyntheticSite(folder, 'dist', made, catalog);
  return [
    { papers: catalog.entries.length, ...(await measureSearchPage('dist', queries)) },
    // A first search in a big index takes seconds: a few of them will do.
    {
      papers,
      ...(await measureSearchPage(
        folder,
        queries.filter((_, index) => index % 3 === 0),
      )),
    },
  ];
}

function printCosts(costs: readonly Costs[]): void {
  for (const { papers, first, new: unasked, warm } of costs) {
    const names = [...new Set(first.flatMap(({ parts }) => Object.keys(parts)))];
    const kilobytes = (sizes: readonly number[]) => `${(quantile(sizes, 0.5) / 1000).toFixed(0)} kB`;
    const parts = names.map((name) => `${name} ${kilobytes(first.map((one) => one.parts[name] ?? 0))}`);
    console.log(
      styleText(
        'bold',
        `\n${count(papers, 'paper')}, ${count(first.length, 'query', 'queries')}, in a browser`,
      ),
    );
    console.log(
      `first search   ${kilobytes(first.map(({ total }) => total))} beyond the page: ${parts.join(', ')}`,
    );
    const describe = (times: readonly number[]) =>
      `${quantile(times, 0.5).toFixed(1)} ms (median), ${quantile(times, 0.95).toFixed(1)} ms (95 in 100 take no longer)`;
    console.log(`new words      ${describe(unasked)}\nwarm search    ${describe(warm)}`);
  }
}

/** The value that a share of the values do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** One page of each kind of the built site. */
async function benchLighthouse(isJson: boolean): Promise<number> {
  const { entries, themes, terms, paths } = toCatalog(await loadContent(process.cwd()));
  const pages = [
    '',
    'papers/',
    'terms/',
    'results/',
    'map/',
    'search/',
    'search/help/',
    'about/',
    'offline/',
  ];
  const examples = [
    entries.slice(0, 1).map(({ slug }) => `papers/${slug}/`),
    themes.slice(0, 1).map(({ id }) => `themes/${id}/`),
    terms.slice(0, 1).map(({ id }) => `terms/${id}/`),
    paths.slice(0, 1).map(({ id }) => `paths/${id}/`),
  ];
  try {
    const scores = await measureLighthouse('dist', [...pages, ...examples.flat()]);
    console.log(isJson ? JSON.stringify(scores, null, 2) : renderLighthouse(scores));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
}

async function benchIngest(papers: number, isJson: boolean): Promise<number> {
  const costs = await measureIngest(papers);
  console.log(isJson ? JSON.stringify(costs, null, 2) : renderIngestCosts(costs));
  return 0;
}

async function benchBuild(papers: number, isJson: boolean): Promise<number> {
  const catalog = toCatalog(await loadContent(process.cwd()));
  const sizes = [...new Set([catalog.entries.length, papers])];
  const costs = await measureBuilds(catalog, sizes, (text) => console.error(text));
  console.log(isJson ? JSON.stringify(costs, null, 2) : renderBuildCosts(costs));
  return 0;
}

async function loadQueries(): Promise<readonly JudgedQuery[] | string> {
  const file = 'content/relevance.yaml';
  const read = await readText(process.cwd(), file);
  if ('diagnostic' in read) return `${read.diagnostic.message} ${read.diagnostic.cure}`;
  const { value, diagnostics } = checkSchema(parseYaml(read.text, file), relevanceSchema);
  return value?.queries ?? diagnostics.map(({ message }) => message).join('\n');
}

async function ours(): Promise<Ranker> {
  const engine = await openEngine(INDEX);
  return {
    name: 'Conspectus',
    rank: async (query) =>
      (await engine.search({ ...EMPTY_STATE, query }, DEPTH)).hits.map(({ slug }) => slug),
  };
}

/** Pagefind on the same index, as it comes: words of texts, titles, summaries and names, without the glossary. */
async function plainPagefind(): Promise<Ranker> {
  const pagefind = await importPagefind(INDEX, 'plain');
  await pagefind.init();
  return {
    name: 'Pagefind',
    rank: async (query) => {
      const { results } = await pagefind.search(query);
      const pages = await Promise.all(results.slice(0, DEPTH).map(({ data }) => data()));
      return pages.map(({ meta }) => meta['slug'] ?? '');
    },
  };
}

/** BM25 over titles and abstracts by MiniSearch, with the settings that its documentation suggests for a search box. */
function bm25({ entries }: Catalog): Ranker {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] });
  index.addAll(entries.map(({ slug, fields, text }) => ({ id: slug, title: fields.title, text })));
  const options = { boost: { title: 2 }, prefix: true, fuzzy: 0.2 };
  return {
    name: 'MiniSearch',
    rank: async (query) =>
      index
        .search(query, options)
        .slice(0, DEPTH)
        .map(({ id }) => String(id)),
  };
}

function isTuned({ heldOut }: JudgedQuery): boolean {
  return !heldOut;
}

function printTables(rows: readonly Row[], rankers: readonly Ranker[], isAll: boolean): void {
  const groups: [string, readonly Row[]][] = [
    ['tuned on', rows.filter(isTuned)],
    ['held out', rows.filter(({ heldOut }) => heldOut)],
    ...[
      ...Map.groupBy(
        rows.filter(({ heldOut }) => heldOut),
        ({ kind }) => `  ${kind}`,
      ),
    ],
  ];
  console.log(
    styleText(
      'bold',
      `${'nDCG@10 / recall@10'.padEnd(34)}${rankers.map(({ name }) => name.padStart(15)).join('')}`,
    ),
  );
  for (const [name, group] of groups.filter(([, group]) => group.length > 0)) {
    const cells = rankers.map((_, index) => {
      const mean = (measure: 'ndcg' | 'recall') =>
        group.reduce((sum, { scores }) => sum + (scores[index]?.[measure] ?? 0), 0) / group.length;
      return `${mean('ndcg').toFixed(3)} / ${mean('recall').toFixed(2)}`.padStart(15);
    });
    console.log(`${name.padEnd(24)}${String(group.length).padStart(3)} queries${cells.join('').padStart(0)}`);
  }
  // Held-out queries are shown only on demand: who looks at them tunes on them.
  const shown = rows.filter((row) => isAll || (isTuned(row) && (row.scores[0]?.ndcg ?? 0) < 0.75));
  for (const { query, scores } of shown)
    console.log(`  ${query.padEnd(48)}${scores.map((score) => score.ndcg.toFixed(3).padStart(9)).join('')}`);
}
