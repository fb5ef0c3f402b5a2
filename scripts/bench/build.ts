// bench build: whole builds in processes of their own: cold, with nothing changed, and after changes. Peers are measured by
// the same function.
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderEntryFile } from '../../src/catalog/entry-file.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import type { SurveyFields } from '../../src/core/schema/survey.ts';
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
  /** What else is changed, one after the other. */
  readonly changes?: readonly Change[];
};

/** A change after which a site is built: the name of its value, what it is in words, and what makes it. */
type Change = { readonly of: string; readonly what: string; readonly make: () => Promise<void> };

const FOLDER = '.cache/bench/build';
const SENTENCE = '\nOne more sentence on bees.\n';

/** So many papers come with a listing, as on the pages that the real survey began with. */
export const LISTED = 60;
/** All of them newer than those that are there. */
const LISTED_ON = '2025-12-31';

/** Writes a survey of made-up papers that can be built; the last ones come with a listing, later. */
export async function writeOwnProject(catalog: Catalog, all: readonly Entry[]): Promise<Project> {
  const entries = all.slice(0, -LISTED);
  const [entry] = entries;
  if (!entry) throw new Error('A survey of no papers cannot be measured.');
  await writeSyntheticSurvey(FOLDER, catalog, entries);
  await addSource('first.bib');
  return {
    folder: FOLDER,
    // As `npm run build` does.
    command: { script: join(import.meta.dirname, '../astro.ts'), args: ['build'] },
    outputs: ['dist', '.cache', '.astro'],
    entry: fileOf('', entry),
    changes: [
      { of: 'listed', what: `${LISTED} papers more`, make: () => addListing(all.slice(-LISTED)) },
      { of: 'defined', what: 'a definition changed', make: changeDefinition },
    ],
  };
}

async function addListing(papers: readonly Entry[]): Promise<void> {
  await addSource('second.bib');
  for (const { fields, ...paper } of papers) {
    const newest = { ...paper, fields: { ...fields, published: LISTED_ON } };
    await writeFile(fileOf(FOLDER, newest), renderEntryFile(newest.fields, newest.body));
  }
}

async function addSource(file: string): Promise<void> {
  await mkdir(join(FOLDER, 'content/sources'), { recursive: true });
  await writeFile(join(FOLDER, 'content/sources', file), 'A made-up listing.\n');
  const source = { file, format: 'bibtex', listed: LISTED_ON, origin: 'Made-up listings' };
  await editJson<Pick<SurveyFields, 'sources'>>('content/survey.yaml', ({ sources }) => sources.push(source));
}

async function changeDefinition(): Promise<void> {
  await editJson<{ terms: { definition: string }[] }>('content/glossary.yaml', ({ terms }) => {
    for (const term of terms.slice(0, 1)) term.definition += ' In other words.';
  });
}

/** Changes what is in a file of the project, which is JSON. */
async function editJson<Value>(file: string, edit: (value: Value) => unknown): Promise<void> {
  const path = join(FOLDER, file);
  const value: Value = JSON.parse(await readFile(path, 'utf8'));
  edit(value);
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Builds a project, and again after each change; `tell` is called with what is being done. Seconds, and bytes of memory. */
export async function measureBuilds(
  { folder, command, outputs, entry, changes = [] }: Project,
  tell: (text: string) => void,
): Promise<Record<string, number>> {
  const steps: readonly Change[] = [
    {
      of: 'cold',
      what: 'cold',
      make: async () => {
        for (const output of outputs) await rm(join(folder, output), { recursive: true, force: true });
      },
    },
    { of: 'unchanged', what: 'nothing changed', make: async () => undefined },
    { of: 'oneChanged', what: 'one entry changed', make: () => appendFile(join(folder, entry), SENTENCE) },
    ...changes,
  ];
  const values: Record<string, number> = {};
  for (const { of, what, make } of steps) {
    await make();
    tell(what);
    const { seconds, processor, peak } = await runMeasured(folder, command);
    values[of] = seconds;
    if (processor !== undefined) values[`${of}Processor`] = processor;
    if (peak !== undefined) values['peak'] = Math.max(values['peak'] ?? 0, peak);
  }
  return values;
}
