// The parts of the benchmark, each with the number of papers that it is given, and the run through them.
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { count } from '../../src/core/words.ts';
import { LISTED, measureBuilds, writeOwnProject } from './build.ts';
import { measureIngest } from './ingest.ts';
import { describeMachine } from './machine.ts';
import { measurePages } from './page-kinds.ts';
import { eleventy } from './peers/eleventy.ts';
import { hugo } from './peers/hugo.ts';
import { measureLibraries, measureOwnSearch } from './peers/libraries.ts';
import { folderOf, installPackages, makePeerPapers, type Peer, writePeerProject } from './peers/peer.ts';
import { starlight } from './peers/starlight.ts';
import { chooseQueries, loadQueries, measureRanking } from './ranking.ts';
import { collectRuns, type Measured, OURS, type Part, type Row } from './results.ts';
import { measureSearchPage } from './search-page.ts';
import { makeSyntheticEntries } from './synthetic.ts';
import { writeSyntheticSite } from './synthetic-site.ts';

/** The folder of the built site. */
export const BUILT = 'dist';
const QUERIES = 50;

/** What is asked for: `runs` of what is measured outside a browser, `isAll` for each judged query; `say` is told of it. */
export type Request = {
  readonly catalog: Catalog;
  readonly runs: number;
  readonly isAll: boolean;
  readonly say: (text: string) => void;
};

/** What measurements are given; `tell` takes what is being done. */
type Bench = Request & {
  readonly tell: (text: string) => void;
  /** Takes what went wrong, where the rest goes on. */
  readonly fail: (error: unknown) => void;
  readonly make: (papers: number) => Entry[];
  /** What it took to index the sites that were written in this run, by their number of papers. */
  readonly sites: Map<number, Readonly<Record<string, number>>>;
};

/**
 * Measures part by part and hands over what each gave at once, for a later one may take long, or be stopped. Returns
 * what went wrong, which does not keep the rest from being measured.
 */
export async function measureAll(
  request: Request,
  parts: readonly Part[],
  sizes: readonly number[],
  keep: (part: Part, rows: readonly Measured[]) => Promise<void>,
): Promise<string[]> {
  const { catalog, say } = request;
  const failures: string[] = [];
  const make = (papers: number) => makeSyntheticEntries(catalog, { count: papers, seed: 1 });
  const sites: Bench['sites'] = new Map();
  const machine = describeMachine();
  for (const [index, part] of parts.entries()) {
    for (const papers of IS_OF_SURVEY.has(part) ? [catalog.entries.length] : sizes) {
      const title = `[${index + 1}/${parts.length}] ${part}, ${count(papers, 'paper')}`;
      const tell = (text: string) => say(`${new Date().toTimeString().slice(0, 8)} ${title}: ${text} ...`);
      const fail = (error: unknown) => {
        failures.push(`${title}: ${error instanceof Error ? error.message : error}`);
      };
      const measuring = MEASURES[part]({ ...request, tell, fail, make, sites }, papers);
      const rows = await measuring.catch((error) => {
        fail(error);
        return [];
      });
      await keep(
        part,
        rows.map((row) => ({ ...row, machine })),
      );
    }
  }
  return failures;
}

/** These measure the built site, or take from it what all sites have. */
export const NEEDS_SITE: ReadonlySet<Part> = new Set(['index', 'search', 'ranking', 'pages', 'libraries']);

/** These are measured on the survey itself, not on made-up papers. */
const IS_OF_SURVEY: ReadonlySet<Part> = new Set(['ranking', 'pages']);

const MEASURES: Readonly<Record<Part, (bench: Bench, papers: number) => Promise<Row[]>>> = {
  ingest: async ({ runs, tell }, papers) => [
    await repeat(runs, papers, tell, () => measureIngest(papers, tell)),
  ],
  build: async ({ runs, tell, catalog, make }, papers) => {
    // What was changed is not there in the next run.
    const measure = async () => measureBuilds(await writeOwnProject(catalog, make(papers + LISTED)), tell);
    return [await repeat(runs, papers, tell, measure)];
  },
  index: async (bench, papers) => [
    await repeat(bench.runs, papers, bench.tell, () => {
      bench.sites.delete(papers);
      return indexSite(bench, papers);
    }),
  ],
  search: async (bench, papers) => {
    const isSurvey = papers === bench.catalog.entries.length;
    if (!isSurvey) await indexSite(bench, papers);
    bench.tell('in a browser');
    const values = await measureSearchPage(isSurvey ? BUILT : siteOf(papers), await chosenQueries());
    return [{ subject: OURS, papers, values }];
  },
  ranking: async ({ catalog, tell, say, isAll }) => {
    tell('judged queries');
    return measureRanking(catalog, loadQueries(), isAll, say);
  },
  pages: async ({ catalog, tell }) => {
    tell('in a browser');
    return measurePages(BUILT, catalog);
  },
  peers: async ({ catalog, runs, tell, fail, make }, papers) => {
    const given = makePeerPapers(catalog, make(papers));
    const rows: Row[] = [];
    for (const peer of [eleventy, starlight, hugo]) {
      const version = await preparePeer(peer, tell);
      if (!version) continue;
      const tellOf = (text: string) => tell(`${peer.name} ${version}, ${text}`);
      try {
        const project = await writePeerProject(peer, given);
        const row = await repeat(runs, papers, tellOf, () => measureBuilds(project, tellOf));
        rows.push({ ...row, subject: peer.name, version });
      } catch (error) {
        fail(error);
      }
    }
    return rows;
  },
  libraries: async (bench, papers) => {
    const queries = await chosenQueries();
    const costs = await indexSite(bench, papers);
    bench.tell(OURS);
    const ours = await measureOwnSearch(siteOf(papers), papers, queries, costs);
    return [ours, ...(await measureLibraries(bench.make(papers), queries, bench.tell))];
  },
};

const siteOf = (papers: number) => `.cache/bench/sites/${papers}`;

/** Writes a site of made-up papers with its index, unless that was done in this run; returns what the index took. */
async function indexSite(
  { sites, catalog, make, tell }: Bench,
  papers: number,
): Promise<Readonly<Record<string, number>>> {
  const known = sites.get(papers);
  if (known) return known;
  tell('writing and indexing the pages');
  const costs = await writeSyntheticSite(siteOf(papers), BUILT, make(papers), catalog);
  sites.set(papers, costs);
  return costs;
}

async function chosenQueries(): Promise<string[]> {
  return chooseQueries(loadQueries(), QUERIES);
}

async function repeat(
  runs: number,
  papers: number,
  tell: (text: string) => void,
  measure: () => Promise<Readonly<Record<string, number>>>,
): Promise<Row> {
  const costs: Readonly<Record<string, number>>[] = [];
  for (let run = 1; run <= runs; run++) {
    if (runs > 1) tell(`run ${run} of ${runs}`);
    costs.push(await measure());
  }
  return { subject: OURS, papers, values: collectRuns(costs) };
}

/** Installs a peer where it needs that; returns its version, or nothing when it cannot be measured, which it tells. */
async function preparePeer(peer: Peer, tell: (text: string) => void): Promise<string | undefined> {
  const problem = await installPackages(folderOf(peer.name), peer.packages);
  const version = problem ? undefined : peer.version(folderOf(peer.name));
  if (!version) tell(`${peer.name} skipped: ${problem ?? 'it is not installed'}`);
  return version;
}
