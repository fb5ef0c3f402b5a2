// conspectus ingest: listings in, entries out. Creates entries and fills empty fields; overwrites nothing by itself.
import { parseArgs } from 'node:util';
import type { Content } from '../../src/catalog/content.ts';
import { mayKeep } from '../../src/catalog/engine.ts';
import { readText } from '../../src/catalog/files.ts';
import { loadKept } from '../../src/catalog/load-kept.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { openStaging } from '../../src/catalog/staging.ts';
import { listSources } from '../../src/catalog/survey-file.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../src/core/diagnostics.ts';
import type { LeftOut } from '../../src/core/left-out.ts';
import { suggest } from '../../src/core/text.ts';
import { count } from '../../src/core/words.ts';
import { DIFFERING, type MergeOptions } from '../../src/ingest/merge.ts';
import { findInputs, type Inputs } from '../ingest/inputs.ts';
import { readLeftOut, reportUnmatched } from '../ingest/left-out.ts';
import { openReadings, READ_ANEW, type Readings } from '../ingest/readings.ts';
import { type Run, runInputs, type Stage } from '../ingest/run.ts';
import { makeProgress, renderSummary } from '../ingest/summary.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- ingest [FILE|FOLDER|-] ... [options]

Without a file: all sources that content/survey.yaml lists. A new file is copied into content/sources/ and listed.

  --format ID              the format, where it is not recognised
  --columns title=Name,... for a table: which column holds which field
  --listed YYYY-MM-DD      day of the listing (else a day in the name of the file, else today)
  --origin TEXT            where it comes from, in words
  --accept FIELD,...       take what the source says where it differs from the entry
  --keep FIELD,...         settle it: the entry is right, and the difference is not reported again
  --note TEXT              why, for --keep
  --dry-run                write nothing
  --go-on                  end well though something in a source is not understood: it is reported all the same`;

/** More messages than these are counted, not printed. */
const MOST_MESSAGES = 200;

/** Ingests the sources that survey.yaml lists, or what is named. */
export async function ingest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      'go-on': { type: 'boolean' },
      format: { type: 'string' },
      columns: { type: 'string' },
      listed: { type: 'string' },
      origin: { type: 'string' },
      accept: { type: 'string', multiple: true },
      keep: { type: 'string', multiple: true },
      note: { type: 'string' },
    },
  });
  const columns = parseColumns(values.columns);
  const wishes = { accept: splitList(values.accept), keep: splitList(values.keep), note: values.note };
  const wrong = typeof columns === 'string' ? columns : wrongUsage(values.listed, wishes);
  if (wrong || typeof columns === 'string') {
    console.error(`${wrong}\n\n${USAGE}`);
    return 2;
  }
  const root = process.cwd();
  const content = await loadKept(root);
  const unsafe = content.diagnostics.filter(isUnsafe);
  if (unsafe.length > 0) {
    console.error(renderForTerminal(unsafe));
    console.error('Nothing was written: mend these first, so that no entry is taken for missing.');
    return 1;
  }
  if (content.themes.length === 0) {
    console.error(
      'There is no theme to file a paper under, so nothing was written. Write one first, such as content/themes/first.md: content/README.md explains its fields.',
    );
    return 1;
  }
  const today = new Date().toISOString().slice(0, 10);
  const { format, listed, origin } = values;
  const found = await findInputs(root, positionals, content, { format, columns, listed, origin, today });
  const sources = positionals.length === 0 ? 'all' : 'some';
  const readings = mayKeep(root) ? await openReadings(root, sources) : READ_ANEW;
  const modes = { isDry: values['dry-run'] ?? false, goesOn: values['go-on'] ?? false };
  // What is left out by its id is so in a source of titles, too, where another source tells both.
  const isPartial = positionals.length > 0 && content.survey?.leftOut !== undefined;
  const others = isPartial ? (await findInputs(root, [], content, { today })).inputs : [];
  const leftOut = readLeftOut(content, [...found.inputs, ...others], readings.read);
  const diagnostics = [...found.diagnostics, ...reportUnmatched(content, leftOut)];
  return run(root, content, { ...found, diagnostics, leftOut }, readings, wishes, modes);
}

async function run(
  root: string,
  content: Content,
  { inputs, diagnostics, leftOut }: Inputs & { readonly leftOut: LeftOut },
  { read, save }: Readings,
  wishes: MergeOptions,
  { isDry, goesOn }: { readonly isDry: boolean; readonly goesOn: boolean },
): Promise<number> {
  const staging = isDry ? undefined : await openStaging(root);
  let runs: Run[];
  try {
    const stage = staging ?? makeDryStage();
    const onPaper = makeProgress();
    runs = await runInputs(inputs, content, { read, stage, options: wishes, leftOut, onPaper });
    if (staging) await listNewSources(root, inputs, staging);
  } catch (error) {
    await staging?.discard();
    throw error;
  }
  // A commit that fails leaves its journal, with which the next run goes on: nothing of it is discarded.
  await staging?.commit();
  if (staging) await save();
  const all = sortDiagnostics([...diagnostics, ...runs.flatMap((done) => done.diagnostics)]);
  printMessages(all);
  for (const done of runs) console.log(renderSummary(done));
  if (isDry) console.log('Nothing was written (--dry-run).');
  // A source that cannot be read at all is no line of it.
  return hasErrors(goesOn ? diagnostics : all) ? 1 : 0;
}

/** Copies new files into content/sources/ and lists them in survey.yaml. */
async function listNewSources(root: string, inputs: Inputs['inputs'], stage: Stage): Promise<void> {
  const fresh = inputs.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return;
  const survey = readText(root, 'content/survey.yaml');
  if ('diagnostic' in survey) throw new Error(survey.diagnostic.message);
  for (const { source, bytes } of fresh)
    if (bytes) await stage.write(`content/sources/${source.file}`, bytes);
  const rows = fresh.map(({ source }) => source);
  await stage.write('content/survey.yaml', listSources(survey.text, rows));
}

/** A file that cannot be read may hold a paper, which ingest would otherwise create a second time. */
function isUnsafe({ rule, severity }: Diagnostic): boolean {
  return (
    severity === 'error' &&
    ['file-unreadable', 'front-matter', 'yaml', 'schema', 'unknown-field'].includes(rule)
  );
}

/** Keeps what a dry run would write, so that a later source sees it. */
function makeDryStage(): Stage {
  const written = new Map<string, string>();
  return {
    write: async (file, content) => {
      written.set(file, String(content));
    },
    read: async (file) => written.get(file),
  };
}

function printMessages(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  console.log(`${renderForTerminal(diagnostics.slice(0, MOST_MESSAGES))}\n`);
  const left = diagnostics.length - MOST_MESSAGES;
  if (left > 0)
    console.log(`... and ${count(left, 'more message')}; ingest fewer files at a time to see them.\n`);
}

/** Reads "title=Name,abstract=Summary"; undefined where nothing was given, a sentence where it cannot be read. */
function parseColumns(text: string | undefined): Record<string, string> | string | undefined {
  if (text === undefined) return undefined;
  const pairs = text.split(',').map((pair) => /^\s*([a-z]+)\s*=\s*(.*\S)\s*$/.exec(pair));
  if (pairs.some((pair) => pair === null)) return `--columns cannot be read: ${text}`;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}

function splitList(lists: readonly string[] | undefined): string[] {
  return (lists ?? []).flatMap((list) => list.split(',')).map((item) => item.trim());
}

function wrongUsage(listed: string | undefined, { accept = [], keep = [] }: MergeOptions) {
  const unknown = [...accept, ...keep].find((field) => !DIFFERING.includes(field));
  if (unknown !== undefined) return `No source gives a field ${unknown}. ${suggest(unknown, DIFFERING)}`;
  const isDay = listed === undefined || /^\d{4}-\d{2}-\d{2}$/.test(listed);
  return isDay ? undefined : `--listed must be a day such as 2025-12-08, not ${listed}.`;
}
