// What a run tells in the end, and on its way.
import { styleText } from 'node:util';
import { showControls } from '../../src/core/invisible.ts';
import { count } from '../../src/core/words.ts';
import type { LeftOutRecord } from './left-out.ts';
import type { Run } from './run.ts';

/** Renders the numbers of a source as a table. */
export function renderSummary({ file, isNew, tally, leftOut }: Run): string {
  const { lines } = tally;
  const all = lines.entry + lines['left-out'] + lines.header + lines.blank + lines['not-understood'];
  // What a source has brought before comes back if its entry is removed.
  const created = isNew
    ? 'content/entries/'
    : 'content/entries/; leftOut in content/survey.yaml keeps one out';
  const isLeftOut = leftOut.length > 0;
  const rows: [string, number, string][] = [
    ['papers', tally.papers, ''],
    ['  created', tally.created, created],
    ['  of them stubs', tally.stubs, 'without abstract; not shown before they are completed'],
    ['  filled', tally.filled, 'empty fields only, unless --accept was given'],
    ['  unchanged', tally.unchanged, ''],
    ['  without an entry', tally.unknown, 'see the messages above'],
    ['  differing', tally.differing, 'kept; see the messages above'],
    ['  settled', tally.settled, 'differences that are recorded in the entries, field kept'],
    ...(isLeftOut ? [['  left out', leftOut.length, 'see below'] as [string, number, string]] : []),
    ['repairs', tally.repairs, 'recorded in each entry, field repairs'],
    ['gaps', tally.gaps, 'lost in the source, field gaps'],
    ['lines', all, ''],
    ['  of entries', lines.entry, ''],
    ...(isLeftOut ? [['  left out', lines['left-out'], ''] as [string, number, string]] : []),
    ['  of the page', lines.header, ''],
    ['  blank', lines.blank, ''],
    ['  not understood', lines['not-understood'], 'see the messages above'],
  ];
  const table = rows.map(
    ([name, number, where]) =>
      `  ${name.padEnd(18)}${String(number).padStart(6)}${where && number > 0 ? `  ${styleText('dim', where)}` : ''}`,
  );
  const records = leftOut.map((record) => `\n${renderLeftOut(record, file)}`);
  return `${styleText('bold', file)}: ${count(tally.papers, 'paper')}\n${table.join('\n')}${records.join('')}`;
}

/** "content/sources/refs.bib:12:1 left out, as content/survey.yaml says: “Nest Choice”. It is about wasps." */
function renderLeftOut({ title, lines: [line], reason }: LeftOutRecord, file: string): string {
  const said = `“${title}”.${reason ? ` ${reason}` : ''}`;
  return showControls(`${file}:${line}:1 left out, as content/survey.yaml says: ${said}`);
}

/** No line of progress comes sooner after the last one than this (milliseconds). */
const PATIENCE = 2_000;

/** Tells on standard error how far a long run is; a short one says nothing. */
export function makeProgress(now: () => number = Date.now): (file: string, done: number) => void {
  let last = now();
  return (file, done) => {
    if (done % 100 !== 0 || now() - last < PATIENCE) return;
    last = now();
    console.error(styleText('dim', `${file}: ${count(done, 'paper')} so far`));
  };
}
