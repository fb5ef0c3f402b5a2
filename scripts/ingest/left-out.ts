// What the survey leaves out on purpose, in the sources: which records they are, and how many lines they have.
import type { Content } from '../../src/catalog/content.ts';
import { type Diagnostic, diagnose } from '../../src/core/diagnostics.ts';
import { splitLines } from '../../src/core/digest.ts';
import { indexLeftOut, type LeftOut } from '../../src/core/left-out.ts';
import type { Lines } from '../../src/ingest/adapter.ts';
import type { Step } from '../../src/ingest/ingest.ts';
import type { Input } from './inputs.ts';
import type { Readings } from './readings.ts';

/** A record of a paper that is left out. */
export type LeftOutRecord = {
  readonly title: string;
  readonly lines: Lines;
  readonly reason?: string | undefined;
};

/** Reads what all sources say of the papers that are left out. Where there are none, no source is read. */
export function readLeftOut(
  { survey }: Pick<Content, 'survey'>,
  inputs: readonly Input[],
  read: Readings['read'],
): LeftOut {
  const { leftOut: items = [] } = survey ?? {};
  function* papers() {
    for (const input of items.length > 0 ? inputs : [])
      for (const step of read(input)) if (isProposal(step)) yield step.proposal;
  }
  return indexLeftOut(items, papers());
}

function isProposal(step: Step): step is Extract<Step, { proposal: unknown }> {
  return 'proposal' in step;
}

/** An item that names no paper of any source keeps nothing out: a slip of the pen, or no longer needed. */
export function reportUnmatched({ surveyFile }: Pick<Content, 'surveyFile'>, leftOut: LeftOut): Diagnostic[] {
  return leftOut.unmatched.map((item) =>
    diagnose(
      'left-out-unknown',
      surveyFile?.locate(['leftOut', item]) ?? { file: 'content/survey.yaml' },
      'No source has the paper that is left out here.',
      'Compare it with the record in the source, letter by letter; or remove it.',
    ),
  );
}

/** How many lines records that are left out have, without blank ones and those that they share with another paper. */
export function countLeftOutLines(text: string, leftOut: readonly Lines[], others: readonly Lines[]): number {
  if (leftOut.length === 0) return 0;
  const lines = splitLines(text);
  const left = new Set(leftOut.flatMap(listLines));
  for (const line of others.flatMap(listLines)) left.delete(line);
  return [...left].filter((line) => lines[line - 1]?.trim()).length;
}

function listLines([first, last]: Lines): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
