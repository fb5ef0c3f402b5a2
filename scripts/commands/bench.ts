// conspectus bench: what the software costs, measured: ingest, builds, the search index, search, pages; and what others
// cost with the same papers.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { measureLighthouse, renderLighthouse } from '../bench/lighthouse.ts';
import { listPageKinds } from '../bench/page-kinds.ts';
import { BUILT, measureAll, NEEDS_SITE } from '../bench/parts.ts';
import { listSeries, renderPlot } from '../bench/plot.ts';
import { loadResults, mergeRows, PARTS, type Part, type Results, saveResults } from '../bench/results.ts';
import { SECTIONS } from '../bench/sections.ts';
import { renderTable, replaceSections } from '../bench/tables.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run bench -- [part...] [--papers N,N,...] [--runs N] [--write] [--json] [--all]

Without a part, all of these are measured, and docs/performance.md, its plot, its JSON and docs/scaling.md are written anew:
  ingest      whole runs of the command on a bibliography, and again with nothing new
  build       whole builds: cold, with nothing changed, with one entry changed, with 60 papers more, with a definition changed
  index       Pagefind on the pages of papers: time and size
  search      in a browser: what a first search loads, and the time of 50 queries; also ranking
  ranking     the quality of search on the judged queries, against others
  pages       in a browser: bytes and requests of each kind of page
  peers       builds of Eleventy, Starlight and Hugo with the same papers
  libraries   MiniSearch, FlexSearch, Orama and lunr on the same papers and queries, in Node
And by its name alone:
  lighthouse  what Lighthouse says of each kind of page

  --papers    how many made-up papers, such as 62,1000 (as many as the survey has, 1,000 and 10,000); 0 for none
  --runs      how often ingest, build, index and peers are measured (1); tables show the median, least and greatest
  --write     write the docs also after some parts
  --json      print what was measured as JSON
  --all       show how each judged query is answered

What is written is kept in docs/performance.json: a new result replaces what was measured of the same with as many papers.
The rest goes into .cache/bench/results.json.
All but ingest, build and peers need the built site: npm run build first. Peers are installed when they are needed.`;

/** What the tables and the plot of the docs are written from. */
const RESULTS = 'docs/performance.json';
const UNWRITTEN = '.cache/bench/results.json';
const DOCS = ['docs/performance.md', 'docs/scaling.md'];
const PLOT = 'docs/performance.svg';
const LARGE = [1000, 10_000];
const LIGHTHOUSE = 'lighthouse';

const OPTIONS = {
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  papers: { type: 'string' },
  runs: { type: 'string', default: '1' },
  write: { type: 'boolean', default: false },
} as const;

/** Measures what is named, and prints it as tables or JSON. */
export async function bench(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const catalog = toCatalog(await loadContent(process.cwd()));
  const runs = Number(values.runs);
  const sizes = values.papers?.split(',').map(Number) ?? [catalog.entries.length, ...LARGE];
  const wrong = findWrong(positionals, runs, sizes);
  if (wrong) {
    console.error(`${wrong} npm run bench -- --help tells more.`);
    return 2;
  }
  if (positionals.includes(LIGHTHOUSE)) return benchLighthouse(catalog, values.json);
  const parts = chooseParts(positionals);
  if (parts.some((part) => NEEDS_SITE.has(part)) && !existsSync(join(BUILT, 'pagefind'))) {
    console.error('There is no built site to measure. Run npm run build first.');
    return 2;
  }
  const isWritten = values.write || positionals.length === 0;
  let measured: Results = {};
  let results = await loadResults(RESULTS);
  const failures = await measureAll(
    { catalog, runs, isAll: values.all, say: (text) => console.error(text) },
    parts,
    sizes.filter((size) => size > 0),
    async (part, rows) => {
      measured = mergeRows(measured, part, rows);
      results = mergeRows(results, part, rows);
      await saveResults(isWritten ? RESULTS : UNWRITTEN, isWritten ? results : measured);
    },
  );
  console.log(values.json ? JSON.stringify(measured, null, 2) : renderResults(measured, results));
  if (isWritten) await writeDocs(results);
  for (const failure of failures) console.error(`\n${failure}`);
  return failures.length > 0 ? 2 : 0;
}

/** What is wrong with what was asked for. */
function findWrong(names: readonly string[], runs: number, sizes: readonly number[]): string | undefined {
  const known: readonly string[] = [...PARTS, LIGHTHOUSE];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) return `There is no part ${unknown.join(', ')}: there are ${known.join(', ')}.`;
  if (names.includes(LIGHTHOUSE) && names.length > 1)
    return `${LIGHTHOUSE} is measured by itself: name it alone.`;
  const isWhole = (number: number, least: number) => Number.isInteger(number) && number >= least;
  if (!isWhole(runs, 1)) return '--runs takes a whole number from 1 on.';
  if (!sizes.every((size) => isWhole(size, 0)))
    return '--papers takes whole numbers with commas between them, such as 62,1000.';
  return undefined;
}

/** The parts by their names, all of them where none is named. */
function chooseParts(names: readonly string[]): readonly Part[] {
  const named = new Set([...names, ...(names.includes('search') ? ['ranking'] : [])]);
  return PARTS.filter((part) => named.size === 0 || named.has(part));
}

/** The tables of what was measured now, beside what was measured of it before. */
function renderResults(measured: Results, all: Results): string {
  const isNew = (parts: readonly Part[]) => parts.slice(-1).some((part) => (measured[part] ?? []).length > 0);
  return Object.entries(SECTIONS)
    .filter(([, { parts, isJoined }]) => !isJoined && isNew(parts))
    .map(([id, section]) => `\n${id}\n${renderTable(section, all)}`)
    .join('\n');
}

/** Writes the tables of the docs, and the plot. */
async function writeDocs(results: Results): Promise<void> {
  for (const file of DOCS) await writeFile(file, replaceSections(await readFile(file, 'utf8'), results));
  const plot = renderPlot(listSeries(results));
  if (plot) await writeFile(PLOT, plot);
}

async function benchLighthouse(catalog: Catalog, isJson: boolean): Promise<number> {
  try {
    const paths = listPageKinds(catalog).map(({ path }) => path);
    const scores = await measureLighthouse(BUILT, paths);
    console.log(isJson ? JSON.stringify(scores, null, 2) : renderLighthouse(scores));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
}
