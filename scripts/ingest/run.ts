// One ingest: sources are read paper by paper, merged into what is there, and staged; nothing is written in its place
// before all of it is done.
import { renderAbstract } from '../../src/catalog/abstract.ts';
import type { Content } from '../../src/catalog/content.ts';
import { fillEntryFile, renderEntryFile } from '../../src/catalog/entry-file.ts';
import type { Staging } from '../../src/catalog/staging.ts';
import { makeClassifier } from '../../src/core/classify.ts';
import { type Diagnostic, diagnose } from '../../src/core/diagnostics.ts';
import type { LeftOut } from '../../src/core/left-out.ts';
import type { Lines } from '../../src/ingest/adapter.ts';
import type { Proposal } from '../../src/ingest/ingest.ts';
import {
  type Decision,
  type Filling,
  type Merge,
  type MergeOptions,
  type NewEntry,
  openMerge,
  reportDifferences,
} from '../../src/ingest/merge.ts';
import type { Input } from './inputs.ts';
import { countLeftOutLines, type LeftOutRecord } from './left-out.ts';
import { type LineCounts, type Readings, sourceFile } from './readings.ts';

/** What a source came to, in numbers. */
export type Tally = Record<
  | 'papers'
  | 'created'
  | 'stubs'
  | 'filled'
  | 'unchanged'
  | 'unknown'
  | 'differing'
  | 'settled'
  | 'repairs'
  | 'gaps',
  number
> & { readonly lines: LineCounts & { readonly 'left-out': number } };

/** What a source came to: its numbers, and everything that was noticed. */
export type Run = {
  readonly file: string;
  /** Whether the source came into the survey by this run. */
  readonly isNew: boolean;
  readonly tally: Tally;
  readonly leftOut: readonly LeftOutRecord[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Where files are staged; a dry run has one that writes nothing. */
export type Stage = Pick<Staging, 'read' | 'write'>;

/** Reads sources one after the other. `onPaper` is told how many papers of a source are done. */
export async function runInputs(
  inputs: readonly Input[],
  content: Content,
  { leftOut, ...context }: Omit<Context, 'files' | 'reasonOf'> & { readonly leftOut: LeftOut },
): Promise<Run[]> {
  const classifier = makeClassifier(content.themes.map(({ theme }) => theme));
  const merge = openMerge(
    content.entries.map(({ entry }) => entry),
    classifier,
    leftOut,
  );
  const reasonOf = (item: number) => content.survey?.leftOut?.[item]?.reason;
  const files = new Map(content.entries.map(({ entry, file, text }) => [entry.slug, { file, text }]));
  const runs: Run[] = [];
  for (const input of inputs) runs.push(await runInput(input, merge, { ...context, files, reasonOf }));
  return runs;
}

type Context = {
  /** Files of the entries; their texts, but for those that this run has made. */
  readonly files: Map<string, { readonly file: string; readonly text?: string }>;
  readonly read: Readings['read'];
  readonly stage: Stage;
  readonly options: MergeOptions;
  readonly reasonOf: (item: number) => string | undefined;
  readonly onPaper: (file: string, done: number) => void;
};

async function runInput(input: Input, merge: Merge, context: Context): Promise<Run> {
  const { source, adapter } = input;
  const file = sourceFile(input);
  const tally = emptyTally();
  const diagnostics: Diagnostic[] = [];
  const leftOut: LeftOutRecord[] = [];
  const others: Lines[] = [];
  const options = { ...context.options, onlyAdds: adapter.onlyAdds ?? false };
  const steps = context.read(input);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const lines = splitLeftOut(step.value, input, leftOut, others);
      return { file, isNew: input.isNew, tally: { ...tally, lines }, leftOut, diagnostics };
    }
    if ('diagnostic' in step.value) diagnostics.push(step.value.diagnostic);
    else {
      const { proposal } = step.value;
      const decision = merge.add(proposal, options);
      await writeDecision(decision, context);
      count(tally, proposal, decision);
      const { title, source: { lines } = { lines: [1, 1] } } = proposal.fields;
      if (decision.leftOut === undefined) others.push(lines);
      else leftOut.push({ title, lines, reason: context.reasonOf(decision.leftOut) });
      diagnostics.push(...reportDecision(decision, source.file, file, context));
      context.onPaper(file, tally.papers);
    }
  }
}

/** The lines of papers that are left out are told apart from those of entries. */
function splitLeftOut(
  lines: LineCounts,
  { text }: Input,
  leftOut: readonly LeftOutRecord[],
  others: readonly Lines[],
): Tally['lines'] {
  const left = countLeftOutLines(
    text,
    leftOut.map((record) => record.lines),
    others,
  );
  return { ...lines, entry: lines.entry - left, 'left-out': left };
}

async function writeDecision({ create, fill }: Decision, { files, stage }: Context): Promise<void> {
  if (create) {
    const file = pathOf(create);
    files.set(create.slug, { file });
    await stage.write(file, renderEntryFile(create.fields, create.text && renderAbstract(create.text)));
  }
  if (fill) await writeFilling(fill, files, stage);
}

async function writeFilling(fill: Filling, files: Context['files'], stage: Stage): Promise<void> {
  const known = files.get(fill.slug);
  const text = known && ((await stage.read(known.file)) ?? known.text);
  if (!known || text === undefined) return;
  const markdown = fill.text === undefined ? undefined : renderAbstract(fill.text);
  await stage.write(known.file, fillEntryFile(text, fill.fields, { remove: fill.remove ?? [], markdown }));
}

function pathOf({ slug, fields }: NewEntry): string {
  return `content/entries/${fields.themes[0]}/${slug}.md`;
}

function reportDecision(
  { create, differ, unknown, near }: Decision,
  source: string,
  sourceFile: string,
  { files }: Context,
): Diagnostic[] {
  const fileOf = (slug: string) => files.get(slug)?.file ?? slug;
  return [
    ...(create?.diagnostics ?? []),
    ...(create?.fields.stub ? [reportStub(fileOf(create.slug), create)] : []),
    ...(near ? [reportNear(fileOf(near.slug), near, fileOf(near.like))] : []),
    ...(differ ? reportDifferences(fileOf(differ.slug), differ.differences, source) : []),
    ...(unknown ? [reportUnknown(unknown, sourceFile)] : []),
  ];
}

function reportStub(file: string, { fields }: NewEntry): Diagnostic {
  return diagnose(
    'stub',
    { file },
    `The source has no abstract of “${fields.title}”, so a stub was made.`,
    'Put the abstract after the front matter and remove the line stub: true, or ingest a source that has it.',
  );
}

function reportNear(file: string, { title }: NonNullable<Decision['near']>, other: string): Diagnostic {
  return diagnose(
    'title-near',
    { file },
    `“${title}” was taken for another paper than that of ${other}, which has nearly the same title.`,
    'If they are one, give the entry there the identifier or the exact title of the source, and remove this one.',
  );
}

function reportUnknown({ fields }: Proposal, file: string): Diagnostic {
  return diagnose(
    'listing-record',
    { file, line: fields.source?.lines[0] ?? 1, column: 1 },
    `No entry has the title “${fields.title}”, and this source has no abstract to make one from.`,
    'Correct the title, add the entry by hand, or name the paper in leftOut of content/survey.yaml.',
  );
}

function emptyTally(): Omit<Tally, 'lines'> {
  const none = { papers: 0, created: 0, stubs: 0, filled: 0, unchanged: 0, unknown: 0 };
  return { ...none, differing: 0, settled: 0, repairs: 0, gaps: 0 };
}

function count(tally: Omit<Tally, 'lines'>, { fields }: Proposal, decision: Decision): void {
  tally.papers++;
  if (decision.create) tally.created++;
  if (decision.create?.fields.stub) tally.stubs++;
  if (decision.fill) tally.filled++;
  if (decision.unchanged) tally.unchanged++;
  if (decision.unknown) tally.unknown++;
  if (decision.differ) tally.differing++;
  tally.settled += decision.settled ?? 0;
  tally.repairs += fields.repairs?.length ?? 0;
  tally.gaps += fields.gaps?.length ?? 0;
}
