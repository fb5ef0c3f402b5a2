// bench build: whole builds of surveys of growing size, in processes of their own: cold, with nothing changed, and with
// one entry changed.
import { spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../src/core/catalog.ts';
import { count } from '../../src/core/words.ts';
import { makeSyntheticEntries } from './synthetic.ts';
import { fileOf, writeSyntheticSurvey } from './synthetic-survey.ts';

const FOLDER = '.cache/bench/build';

/** What one build costs: seconds on the clock and of the processor, and the peak of memory in megabytes. */
export type BuildCost = { readonly seconds: number; readonly processor: number; readonly peak: number };
/** The builds of one size, in the order in which they were run. */
export type BuildCosts = {
  readonly papers: number;
  readonly cold: BuildCost;
  readonly unchanged: BuildCost;
  readonly oneChanged: BuildCost;
};

/** Builds made-up surveys of some sizes, in the words of a real one; `tell` is called with what is being done. */
export async function measureBuilds(
  catalog: Catalog,
  sizes: readonly number[],
  tell: (text: string) => void,
): Promise<BuildCosts[]> {
  const costs: BuildCosts[] = [];
  for (const papers of sizes) {
    const entries = makeSyntheticEntries(catalog, { count: papers, seed: 1 });
    await writeSyntheticSurvey(FOLDER, catalog, entries);
    const build = (what: string) => {
      tell(`${count(papers, 'paper')}: ${what} ...`);
      return runBuild(FOLDER);
    };
    const cold = await build('cold');
    const unchanged = await build('nothing changed');
    const [entry] = entries;
    if (!entry) throw new Error('A survey of no papers cannot be measured.');
    await appendFile(fileOf(FOLDER, entry), '\nOne more sentence on bees.\n');
    costs.push({ papers, cold, unchanged, oneChanged: await build('one entry changed') });
  }
  return costs;
}

/** One build. Pagefind's own process, which works beside, is in the time, and not in the rest. */
async function runBuild(folder: string): Promise<BuildCost> {
  const astro = join(import.meta.dirname, '../../node_modules/.bin/astro');
  const report = `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.error('cost=' + (userCPUTime + systemCPUTime) / 1e6 + ',' + maxRSS / 1024);
  });`;
  const reporter = `data:text/javascript,${encodeURIComponent(report)}`;
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', reporter, astro, 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-10_000);
  });
  const code = await new Promise((done) => child.on('close', done));
  const [, processor, peak] = /cost=([\d.]+),([\d.]+)/.exec(errors) ?? [];
  if (code !== 0 || peak === undefined) throw new Error(`The build failed with ${code}:\n${errors}`);
  return { seconds: (performance.now() - start) / 1000, processor: Number(processor), peak: Number(peak) };
}

/** Renders the costs as a table in Markdown. */
export function renderBuildCosts(costs: readonly BuildCosts[]): string {
  const rows = costs.map(({ papers, cold, unchanged, oneChanged }) => {
    const cells = [cold, unchanged, oneChanged].map(
      ({ seconds, processor }) => `${seconds.toFixed(1)} s (${processor.toFixed(1)})`,
    );
    const peak = Math.max(...[cold, unchanged, oneChanged].map((cost) => cost.peak));
    return [papers.toLocaleString('en'), ...cells, `${peak.toFixed(0)} MB`];
  });
  const head = ['papers', 'cold (processor)', 'nothing changed', 'one entry changed', 'peak memory'];
  return [head, head.map(() => '---:'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
