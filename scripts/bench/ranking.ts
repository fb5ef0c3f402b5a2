// bench ranking: how well search ranks what the judged queries ask for, against others, on the built site.
import { styleText } from 'node:util';
import MiniSearch from 'minisearch';
import { readText } from '../../src/catalog/files.ts';
import { checkSchema } from '../../src/catalog/schema-diagnostics.ts';
import { parseYaml } from '../../src/catalog/yaml-file.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { type JudgedQuery, relevanceSchema } from '../../src/core/schema/relevance.ts';
import { importPagefind } from '../../src/integrations/search-index/import-pagefind.ts';
import { ndcg, recall } from '../../src/search/evaluate.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { openEngine } from '../commands/search.ts';
import { OURS, type Row } from './results.ts';

const INDEX = 'dist/pagefind';
const DEPTH = 10;

/** A search to be compared: a query in, slugs out, best first. */
type Ranker = { readonly name: string; readonly rank: (query: string) => Promise<readonly string[]> };
/** A query, and how well each ranker answers it. */
type Score = JudgedQuery & { readonly scores: readonly { readonly ndcg: number; readonly recall: number }[] };

/** Ranks all queries by each; `show` gets the scores in words, of all queries or of those that need work. */
export async function measureRanking(
  catalog: Catalog,
  queries: readonly JudgedQuery[],
  isAll: boolean,
  show: (text: string) => void,
): Promise<Row[]> {
  const rankers = [await ours(), await plainPagefind(), bm25(catalog)];
  const all: Score[] = [];
  for (const query of queries) {
    const rankings = await Promise.all(rankers.map(({ rank }) => rank(query.query)));
    const scores = rankings.map((ranking) => ({
      ndcg: ndcg(ranking, query.papers),
      recall: recall(ranking, query.papers),
    }));
    all.push({ ...query, scores });
  }
  show(renderScores(all, rankers, isAll));
  return rankers.map(({ name }, index) => {
    const of = (isHeld: boolean, measure: 'ndcg' | 'recall') =>
      all.filter((query) => isTuned(query) !== isHeld).map(({ scores }) => scores[index]?.[measure] ?? 0);
    const values = {
      tuned: of(false, 'ndcg'),
      heldOut: of(true, 'ndcg'),
      tunedRecall: of(false, 'recall'),
      heldOutRecall: of(true, 'recall'),
    };
    return { subject: name, papers: catalog.entries.length, values };
  });
}

/** So many of the queries that the ranking was tuned on and that papers answer, of each kind in turn. */
export function chooseQueries(queries: readonly JudgedQuery[], most: number): string[] {
  const kinds = [
    ...Map.groupBy(
      queries.filter((query) => isTuned(query) && query.kind !== 'none'),
      ({ kind }) => kind,
    ).values(),
  ];
  const longest = Math.max(0, ...kinds.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, index) => kinds.flatMap((of) => of[index]?.query ?? []));
  return [...new Set(inTurn.flat())].slice(0, most);
}

/** The judged queries; throws with a sentence where they cannot be read. */
export function loadQueries(): readonly JudgedQuery[] {
  const file = 'content/relevance.yaml';
  const read = readText(process.cwd(), file);
  if ('diagnostic' in read) throw new Error(`${read.diagnostic.message} ${read.diagnostic.cure}`);
  const { value, diagnostics } = checkSchema(parseYaml(read.text, file), relevanceSchema);
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.queries;
}

async function ours(): Promise<Ranker> {
  const engine = await openEngine(INDEX);
  return {
    name: OURS,
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

/** Mean scores by group, and single queries: held-out ones only on demand, for who looks at them tunes on them. */
function renderScores(all: readonly Score[], rankers: readonly Ranker[], isAll: boolean): string {
  const heldOut = all.filter((query) => !isTuned(query));
  const groups: [string, readonly Score[]][] = [
    ['tuned on', all.filter(isTuned)],
    ['held out', heldOut],
    ...Map.groupBy(heldOut, ({ kind }) => `  ${kind}`),
  ];
  const names = rankers.map(({ name }) => name.padStart(15)).join('');
  const rows = groups
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => {
      const cells = rankers.map((_, index) => {
        const mean = (measure: 'ndcg' | 'recall') =>
          group.reduce((sum, { scores }) => sum + (scores[index]?.[measure] ?? 0), 0) / group.length;
        return `${mean('ndcg').toFixed(3)} / ${mean('recall').toFixed(2)}`.padStart(15);
      });
      return `${name.padEnd(24)}${String(group.length).padStart(3)} queries${cells.join('')}`;
    });
  const single = all
    .filter((query) => isAll || (isTuned(query) && (query.scores[0]?.ndcg ?? 0) < 0.75))
    .map(
      ({ query, scores }) =>
        `  ${query.padEnd(48)}${scores.map((score) => score.ndcg.toFixed(3).padStart(9)).join('')}`,
    );
  return [styleText('bold', `${'nDCG@10 / recall@10'.padEnd(34)}${names}`), ...rows, ...single].join('\n');
}
