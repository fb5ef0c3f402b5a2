import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from './machine.ts';
import {
  collectRuns,
  loadResults,
  type Measured,
  median,
  mergeRows,
  type Results,
  saveResults,
  type Values,
} from './results.ts';
import { SECTIONS } from './sections.ts';
import { renderSection, replaceSections } from './tables.ts';

const machine: Machine = { date: '2026-11-26', cores: 2, node: '24.1', astro: '7.3', pagefind: '1.6' };
const row = (subject: string, papers: number, values: Values): Measured => ({
  ...{ subject, papers, values, machine },
});
const results: Results = {
  build: [
    row('Conspectus', 62, { cold: [12, 10, 14], unchanged: [0.5], oneChanged: [8], peak: [1_500_000_000] }),
  ],
  peers: [{ ...row('Eleventy', 62, { cold: [3], oneChanged: [2] }), version: '3.1.8' }],
  index: [row('Conspectus', 50_000, { index: [71], indexBytes: [25_400_000], listBytes: [9_300] })],
  search: [row('Conspectus', 50_000, { firstBytes: [512_000], newTime: [40, 10, 20, 30] })],
};
const lines = (id: string, of: Results = results) => renderSection(id, of).split('\n');

test('of several runs a table has the median, the least and the greatest', () => {
  expect(lines('build')).toEqual([
    '`npm run bench -- build`. Measured on 2026-11-26 with 2 cores, Node 24.1, Astro 7.3, Pagefind 1.6.',
    '',
    '| papers | cold | processor | nothing changed | one entry changed | 60 papers more | a definition changed | peak memory |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| 62 | 12.0 s (10.0 s to 14.0 s) | – | 0.50 s | 8.0 s | – | – | 1.5 GB |',
  ]);
});

test('peers stand beside ours of as many papers, with their version and as a ratio', () => {
  expect(lines('peers').at(-1)).toBe(
    '| 62 | Eleventy 3.1.8 | 3.0 s | 0.25 × | – | – | 2.0 s | 0.25 × | – | – |',
  );
  expect(lines('peers', { peers: results.peers ?? [] }).at(-1)).toContain('| 3.0 s | – |');
});

test('what grows is one row for each number of papers, from several parts', () => {
  expect(lines('growth').at(-1)).toBe('| 50,000 | – | 71.0 s | 25 MB | 512 kB | 25 ms | 40 ms |');
});

test('parts that were not measured alike say each what they were measured with', () => {
  const later = (results.search ?? []).map((one) => ({
    ...one,
    machine: { ...machine, date: '2026-12-01' },
  }));
  expect(lines('growth')[0]).not.toContain('index:');
  expect(lines('growth', { ...results, search: later })[0]).toMatch(
    /index: Measured on 2026-11-26 with .*\. search: Measured on 2026-12-01 with /,
  );
});

test('sections go between their marks, and nothing else is touched', () => {
  const text = (inner: string) =>
    `a\n<!-- bench:build -->\n${inner}<!-- /bench:build -->\nb\n<!-- bench:pages -->\nc\n<!-- /bench:pages -->\n`;
  const once = replaceSections(text('old\n'), results);
  expect(once).toBe(text(`\n${renderSection('build', results)}\n\n`));
  expect(replaceSections(once, results)).toBe(once);
  expect(replaceSections(text('old\n'), {})).toBe(text('old\n'));
});

test('the tables of the docs say what was measured', async () => {
  const kept = await loadResults('docs/performance.json');
  for (const name of ['performance', 'scaling']) {
    const text = readFileSync(`docs/${name}.md`, 'utf8');
    expect(replaceSections(text, kept)).toBe(text);
  }
});

test('results that are kept are found again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-results-'));
  try {
    await saveResults(join(folder, 'results.json'), results);
    expect(await loadResults(join(folder, 'results.json'))).toEqual(results);
    expect(await loadResults(join(folder, 'none.json'))).toEqual({});
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each section has its place in the docs', () => {
  const docs = ['performance', 'scaling'].map((name) => readFileSync(`docs/${name}.md`, 'utf8')).join('');
  const places = [...docs.matchAll(/<!-- bench:(\w+) -->[\s\S]*?<!-- \/bench:\1 -->/g)].map(([, id]) => id);
  expect(places.toSorted()).toEqual(Object.keys(SECTIONS).toSorted());
});

test('a new result replaces the one of the same with as many papers, and others stay', () => {
  const merged = mergeRows(results, 'build', [
    row('Conspectus', 62, { cold: [1] }),
    row('Conspectus', 10, { cold: [2] }),
  ]);
  expect(merged.build?.map(({ papers, values }) => [papers, values['cold']])).toEqual([
    [10, [2]],
    [62, [1]],
  ]);
  expect(merged.peers).toBe(results.peers);
  expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, undefined]);
  expect(collectRuns([{ a: 1, b: 2 }, { a: 3 }])).toEqual({ a: [1, 3], b: [2] });
});
