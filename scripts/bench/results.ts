// What was measured, as it is kept between runs: rows of numbers, by part.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Machine } from './machine.ts';

/** What can be measured, in the order in which it is. */
export const PARTS = [
  'ingest',
  'build',
  'index',
  'search',
  'ranking',
  'pages',
  'peers',
  'libraries',
] as const;
export type Part = (typeof PARTS)[number];

/** Numbers by name, in seconds, milliseconds or bytes: one for each run, or for each query. */
export type Values = Readonly<Record<string, readonly number[]>>;
/** What was measured of one thing (`Conspectus`, a peer, a kind of page) with so many papers. */
export type Row = {
  readonly subject: string;
  readonly version?: string;
  readonly papers: number;
  readonly values: Values;
};
/** A row, and where and when it was measured. */
export type Measured = Row & { readonly machine: Machine };
export type Results = { readonly [part in Part]?: readonly Measured[] };

/** Our own name among those that are compared. */
export const OURS = 'Conspectus';

/** Adds rows to a part: those of the same subject and number of papers are replaced, all others stay. */
export function mergeRows(results: Results, part: Part, rows: readonly Measured[]): Results {
  const keyOf = ({ subject, papers }: Row) => `${papers} ${subject}`;
  const isNew = new Set(rows.map(keyOf));
  const kept = (results[part] ?? []).filter((row) => !isNew.has(keyOf(row)));
  return { ...results, [part]: [...kept, ...rows].toSorted((a, b) => a.papers - b.papers) };
}

/** Reads the results of former runs; none where there is no such file. */
export async function loadResults(file: string): Promise<Results> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Writes results as JSON, a line for each row. */
export async function saveResults(file: string, results: Results): Promise<void> {
  const parts = Object.entries(results).map(
    ([part, rows]) => `${JSON.stringify(part)}: [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `{\n${parts.join(',\n')}\n}\n`);
}

/** Puts the numbers of several runs together: [{a: 1}, {a: 2}] -> {a: [1, 2]}. */
export function collectRuns(runs: readonly Readonly<Record<string, number>>[]): Values {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return Object.fromEntries(
    names.map((name) => [name, runs.flatMap((run) => (name in run ? [run[name] ?? 0] : []))]),
  );
}

/** The value in the middle, or between the two that are; undefined of no values. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
