// bench ingest: time and memory of whole runs of the command on bibliographies of growing size, in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { count } from '../../src/core/words.ts';
import { makeBibliography, writeMadeUpSurvey } from './made-up-survey.ts';

/** What one size costs: seconds and peak memory of the first run, and of a second one that finds nothing new. */
export type IngestCosts = {
  readonly papers: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly peak: number;
  readonly secondsAgain: number;
  readonly peakAgain: number;
};

/** Ingests a tenth of the papers, a half and all of them, each into an empty survey and then once more. */
export async function measureIngest(papers: number): Promise<IngestCosts[]> {
  const sizes = [0.1, 0.5, 1].map((part) => Math.max(1, Math.round(papers * part)));
  const costs: IngestCosts[] = [];
  for (const size of sizes) costs.push(await measureSize(size));
  return costs;
}

async function measureSize(papers: number): Promise<IngestCosts> {
  const root = await mkdtemp(join(tmpdir(), 'conspectus-bench-'));
  try {
    await writeMadeUpSurvey(root);
    const text = makeBibliography(papers);
    await writeFile(join(root, 'refs.bib'), text);
    const first = await run(root);
    const again = await run(root);
    return {
      papers,
      megabytes: Buffer.byteLength(text) / 1e6,
      seconds: first.seconds,
      peak: first.peak,
      secondsAgain: again.seconds,
      peakAgain: again.peak,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** One run of the command in a process of its own, which tells its peak memory when it ends. */
async function run(root: string): Promise<{ seconds: number; peak: number }> {
  const command = resolve(import.meta.dirname, '../conspectus.ts');
  const report = `process.on('exit', () => console.error('peak=' + process.resourceUsage().maxRSS));`;
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, command, 'ingest', 'refs.bib'],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise((done) => child.on('close', done));
  const peak = Number(/peak=(\d+)/.exec(errors)?.[1]) / 1024;
  if (code !== 0 || !Number.isFinite(peak)) throw new Error(`ingest failed with ${code}:\n${errors}`);
  return { seconds: (performance.now() - start) / 1000, peak };
}

/** Renders the costs as a table. */
export function renderIngestCosts(costs: readonly IngestCosts[]): string {
  const rows = costs.map(({ papers, megabytes, seconds, peak, secondsAgain, peakAgain }) =>
    [
      count(papers, 'paper').padStart(14),
      `${megabytes.toFixed(1)} MB`.padStart(9),
      `${seconds.toFixed(1)} s`.padStart(9),
      `${((seconds / papers) * 1000).toFixed(2)} ms each`.padStart(14),
      `${peak.toFixed(0)} MB peak`.padStart(13),
      `again ${secondsAgain.toFixed(1)} s, ${peakAgain.toFixed(0)} MB`.padStart(22),
    ].join(''),
  );
  return rows.join('\n');
}
