// What a run tells in the end, and on its way.
import { styleText } from 'node:util';
import { count } from '../../src/core/words.ts';
import type { Run } from './run.ts';

/** Renders the numbers of a source as a table. */
export function renderSummary({ file, tally }: Run): string {
  const { lines } = tally;
  const all = lines.entry + lines.header + lines.blank + lines['not-understood'];
  const rows: [string, number, string][] = [
    ['papers', tally.papers, ''],
    ['  created', tally.created, 'content/entries/'],
    ['  of them stubs', tally.stubs, 'without abstract; not shown before they are completed'],
    ['  filled', tally.filled, 'empty fields only, unless --accept was given'],
    ['  unchanged', tally.unchanged, ''],
    ['  without an entry', tally.unknown, 'see the messages above'],
    ['  differing', tally.differing, 'kept; see the messages above'],
    ['  settled', tally.settled, 'differences that are recorded in the entries, field kept'],
    ['repairs', tally.repairs, 'recorded in each entry, field repairs'],
    ['gaps', tally.gaps, 'lost in the source, field gaps'],
    ['lines', all, ''],
    ['  of entries', lines.entry, ''],
    ['  of the page', lines.header, ''],
    ['  blank', lines.blank, ''],
    ['  not understood', lines['not-understood'], 'see the messages above'],
  ];
  const table = rows.map(
    ([name, number, where]) =>
      `  ${name.padEnd(18)}${String(number).padStart(6)}${where && number > 0 ? `  ${styleText('dim', where)}` : ''}`,
  );
  return `${styleText('bold', file)}: ${count(tally.papers, 'paper')}\n${table.join('\n')}`;
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
