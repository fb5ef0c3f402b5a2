// bench build: whole builds in processes of their own: cold, with nothing changed, and with one entry changed. Peers are
// measured by the same function.
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { type Command, runMeasured } from './process.ts';
import { fileOf, writeSyntheticSurvey } from './synthetic-survey.ts';

/** A site that can be built. Paths are relative to its folder. */
export type Project = {
  readonly folder: string;
  /** What builds it. */
  readonly command: Command;
  /** What a build leaves behind: without it, the next build is a cold one. */
  readonly outputs: readonly string[];
  /** The file of one paper. */
  readonly entry: string;
};

const FOLDER = '.cache/bench/build';
const CHANGE = '\nOne more sentence on bees.\n';

/** Writes a survey of made-up papers that can be built. */
export async function writeOwnProject(catalog: Catalog, entries: readonly Entry[]): Promise<Project> {
  const [entry] = entries;
  if (!entry) throw new Error('A survey of no papers cannot be measured.');
  await writeSyntheticSurvey(FOLDER, catalog, entries);
  return {
    folder: FOLDER,
    // As `npm run build` does.
    command: { script: join(import.meta.dirname, '../astro.ts'), args: ['build'] },
    outputs: ['dist', '.cache', '.astro'],
    entry: fileOf('', entry),
  };
}

/** Builds a project three times; `tell` is called with what is being done. Seconds, and bytes of memory. */
export async function measureBuilds(
  { folder, command, outputs, entry }: Project,
  tell: (text: string) => void,
): Promise<Record<string, number>> {
  for (const output of outputs) await rm(join(folder, output), { recursive: true, force: true });
  const build = (what: string) => {
    tell(what);
    return runMeasured(folder, command);
  };
  const cold = await build('cold');
  const unchanged = await build('nothing changed');
  await appendFile(join(folder, entry), CHANGE);
  const oneChanged = await build('one entry changed');
  const peaks = [cold, unchanged, oneChanged].flatMap(({ peak }) => peak ?? []);
  return {
    cold: cold.seconds,
    unchanged: unchanged.seconds,
    oneChanged: oneChanged.seconds,
    ...(cold.processor !== undefined && { coldProcessor: cold.processor }),
    ...(oneChanged.processor !== undefined && { oneChangedProcessor: oneChanged.processor }),
    ...(peaks.length > 0 && { peak: Math.max(...peaks) }),
  };
}
