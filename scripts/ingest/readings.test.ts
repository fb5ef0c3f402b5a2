import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bibtex } from '../../src/ingest/adapters/bibtex.ts';
import type { Step } from '../../src/ingest/ingest.ts';
import type { Input } from './inputs.ts';
import { openReadings, READ_ANEW, type Readings } from './readings.ts';

const TEXT =
  '@article{a, title = {Nest Choice}, abstract = {Swarms vo- te.}}\n\nA line.\n@article{b, title = {Nest';
let root: string;
let timesRead: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-readings-'));
  timesRead = 0;
});
afterEach(() => rmSync(root, { recursive: true }));

/** A source, whose adapter counts how often it is asked. */
function input(text = TEXT, listed = '2025-12-08'): Input {
  const adapter: Input['adapter'] = {
    ...bibtex,
    read: (...asked) => {
      timesRead++;
      return bibtex.read(...asked);
    },
  };
  return {
    source: { file: 'refs.bib', format: 'bibtex', listed, origin: 'A page' },
    adapter,
    text,
    isNew: false,
  };
}

/** All that a source says. */
function readAll({ read }: Readings, source: Input) {
  const steps: Step[] = [];
  const reading = read(source);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return { steps, lines: next.value };
    steps.push(next.value);
  }
}

/** Reads all sources as one run does. */
async function run(...sources: readonly Input[]) {
  return runOn('all', sources);
}

async function runOn(which: 'all' | 'some', sources: readonly Input[]) {
  const readings = await openReadings(root, which);
  const said = sources.map((source) => readAll(readings, source));
  await readings.save();
  return said;
}

test('a source that stays is not read again, and says the same', async () => {
  const anew = readAll(READ_ANEW, input());
  expect(anew.steps.length).toBeGreaterThan(1);
  expect(anew.lines).toEqual({ entry: 1, header: 1, blank: 1, 'not-understood': 1 });
  timesRead = 0;
  expect(await run(input())).toEqual([anew]);
  expect(timesRead).toBe(1);
  expect(await run(input())).toEqual([anew]);
  expect(timesRead).toBe(1);
});

test('one that changes is, or what is known of it, or the software', async () => {
  await run(input());
  const [changed] = await run(input(`${TEXT}}}`));
  expect(changed?.steps).toEqual(readAll(READ_ANEW, input(`${TEXT}}}`)).steps);
  timesRead = 0;
  await run(input(`${TEXT}}}`, '2025-12-09'));
  expect(timesRead).toBe(1);
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/other.ts'), '');
  await run(input(`${TEXT}}}`, '2025-12-09'));
  expect(timesRead).toBe(2);
});

test('a run that is given some sources leaves what is known of others', async () => {
  const other = input('@article{c, title = {Two Bridges}}');
  await run(input());
  await runOn('some', [other]);
  timesRead = 0;
  await run(input(), other);
  expect(timesRead).toBe(0);
  await run(other);
  await run(input(), other);
  expect(timesRead).toBe(1);
});
