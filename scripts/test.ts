// What `npm test` runs once the packages are there: all that can be checked, fast things first, up to the first
// stage that fails. `npm test -- unit content` runs the stages that are named.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { renderSeconds, runStep, type Step } from './progress.mjs';
import { astroStep, buildStep, conspectusStep, root, toolStep } from './steps.ts';

/** Programs that must all end well, or a project of vitest.config.ts. */
type Stage = { readonly id: string } & (
  | { readonly steps: readonly Step[] }
  | { readonly label: string; readonly needsBrowser?: boolean }
);

/** How a stage went. `milliseconds` is absent where it was not run. */
type Outcome = {
  readonly id: string;
  readonly milliseconds?: number;
  readonly passed: number;
  readonly failed: number;
};

const stages: readonly Stage[] = [
  {
    id: 'format',
    steps: [toolStep('Format and lint', 'biome', 'check', '--error-on-warnings', '--diagnostic-level=warn')],
  },
  {
    id: 'types',
    steps: [
      astroStep('Types of the content collections', 'sync'),
      toolStep('Types', 'tsc', '--noEmit'),
      astroStep('Types in Astro files', 'check', '--noSync'),
    ],
  },
  { id: 'exports', steps: [toolStep('Unused files, exports and dependencies', 'knip', '--no-progress')] },
  { id: 'unit', label: 'Unit tests' },
  { id: 'content', steps: [conspectusStep('The real content', 'check')] },
  { id: 'build', steps: [buildStep()] },
  { id: 'site', label: 'Tests of the built site' },
  { id: 'browser', label: 'Tests in a browser', needsBrowser: true },
];

/** A survey that `conspectus init` has made comes without the tests of the engine: what is checked is its content. */
const OF_A_SURVEY = ['content', 'build'];
const isEngine = existsSync(join(root, 'vitest.config.ts'));
const all = stages.filter(({ id }) => isEngine || OF_A_SURVEY.includes(id));

const names = process.argv.slice(2);
const unknown = names.filter((name) => !all.some(({ id }) => id === name));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. The stages are ${all.map(({ id }) => id).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  const outcomes = await runStages(all.filter(({ id }) => names.length === 0 || names.includes(id)));
  console.log(`\n${renderOutcomes(outcomes)}`);
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}

async function runStages(chosen: readonly Stage[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const stage of chosen) {
    const isStopped = outcomes.some(({ failed }) => failed > 0);
    outcomes.push(isStopped ? { id: stage.id, passed: 0, failed: 0 } : await runStage(stage));
  }
  return outcomes;
}

async function runStage(stage: Stage): Promise<Outcome> {
  const start = Date.now();
  const counts = await ('steps' in stage ? runPrograms(stage.steps) : runTests(stage));
  return { id: stage.id, milliseconds: Date.now() - start, ...counts };
}

type Counts = Pick<Outcome, 'passed' | 'failed'>;

async function runPrograms(steps: readonly Step[]): Promise<Counts> {
  for (const step of steps) {
    const { code } = await runStep(step);
    if (code !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

/** Runs a project of Vitest and reads the counts from its report. */
async function runTests(stage: { id: string; label: string; needsBrowser?: boolean }): Promise<Counts> {
  const browser = stage.needsBrowser ? await getBrowser() : '';
  if (browser === undefined) return { passed: 0, failed: 1 };
  const report = join(root, '.cache', 'tests', `${stage.id}.json`);
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const step = toolStep(stage.label, 'vitest', 'run', '--project', stage.id, ...reporters);
  const { code } = await runStep(browser ? { ...step, env: { ...step.env, CHROMIUM_PATH: browser } } : step);
  const { passed, failed } = readCounts(report);
  // A file that cannot be loaded has no failed test, and yet nothing of it has passed.
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

async function getBrowser(): Promise<string | undefined> {
  try {
    return await ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

function readCounts(report: string): Counts {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** A table of the stages, and the sums alone on the last line. */
function renderOutcomes(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ id, milliseconds, passed, failed }) => {
    if (milliseconds === undefined) return `- ${id.padEnd(10)}not run`;
    const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
    return `${failed > 0 ? '✗' : '✓'} ${id.padEnd(10)}${renderSeconds(milliseconds).padStart(12)}   ${counts}`;
  });
  const sum = (key: keyof Counts) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${rows.join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed`;
}
