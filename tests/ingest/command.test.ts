// The command as a person runs it, on a made-up survey in a folder of its own; also when it is killed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { makeBibliography, writeMadeUpSurvey } from '../../scripts/bench/made-up-survey.ts';
import { listFiles } from '../../src/catalog/files.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { openStaging, StagingBusyError } from '../../src/catalog/staging.ts';

const command = resolve(import.meta.dirname, '../../scripts/conspectus.ts');
/** How often a run is killed; more with KILLS=50. */
const KILLS = Number(process.env['KILLS'] ?? 15);
const RECORD =
  '@article{a, title = {Nest Choice}, author = {Byron, Ada}, year = 2025, abstract = {Swarms vote.}}\n';

vi.setConfig({ testTimeout: 120_000 });

let root = '';
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-ingest-'));
  await writeMadeUpSurvey(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function ingest(args: readonly string[], input: string | Uint8Array = '') {
  const run = spawnSync(process.execPath, [command, 'ingest', ...args], {
    cwd: root,
    // In CI nothing is kept.
    env: { ...process.env, CI: '' },
    input,
    encoding: 'utf8',
  });
  return { ...run, output: run.stdout + run.stderr };
}

async function entries(): Promise<string[]> {
  return listFiles(root, 'content/entries');
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('a file needs no flag: it is copied, listed and ingested; a second run changes nothing', async () => {
  writeFileSync(join(root, 'my refs.bib'), RECORD);
  expect(ingest(['my refs.bib'])).toMatchObject({ status: 0 });
  expect(await entries()).toEqual(['content/entries/bees/nest-choice.md']);
  expect(read('content/sources/my-refs.bib')).toBe(RECORD);
  const survey = read('content/survey.yaml');
  expect(survey).toContain('file: my-refs.bib\n    format: bibtex');
  const entry = read('content/entries/bees/nest-choice.md');
  expect(ingest(['my refs.bib']).output).toMatch(/unchanged +1/);
  expect(ingest([]).output).toMatch(/unchanged +1/);
  expect([read('content/survey.yaml'), read('content/entries/bees/nest-choice.md')]).toEqual([survey, entry]);
  const { diagnostics } = await loadContent(root);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('beside the software, what sources say is kept, and a run that finds it does what one without it does', async () => {
  writeFileSync(join(root, 'astro.config.mjs'), '');
  writeFileSync(join(root, 'refs.bib'), `${RECORD}@article{b, title = {Half`);
  expect(ingest(['refs.bib']).status).toBe(1);
  const kept = read('.cache/readings.lines');
  const entry = 'content/entries/bees/nest-choice.md';
  const text = read(entry);
  const runs = [false, true].map((isKept) => {
    if (!isKept) rmSync(join(root, '.cache'), { recursive: true, force: true });
    expect(existsSync(join(root, '.cache/readings.lines'))).toBe(isKept);
    rmSync(join(root, entry));
    const { output } = ingest([]);
    return { output, entry: read(entry) };
  });
  expect(runs[0]).toEqual(runs[1]);
  // What a file said when it was named is what it says when it is listed.
  expect(read('.cache/readings.lines')).toBe(kept);
  expect(runs[0]?.entry).toBe(text);
  expect(runs[0]?.output).toMatch(/created +1/);
  expect(runs[0]?.output).toContain('has no end: a closing brace is missing');
});

test('a file in content/sources/ that is not listed is never written over', () => {
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  writeFileSync(join(root, 'content/sources/refs.bib'), 'notes of ours\n');
  writeFileSync(join(root, 'content/sources/refs-2.bib'), RECORD);
  writeFileSync(join(root, 'refs.bib'), RECORD);
  expect(ingest(['refs.bib']).status).toBe(0);
  expect(read('content/sources/refs.bib')).toBe('notes of ours\n');
  // The same bytes are the same file, and need no third copy.
  expect(read('content/survey.yaml')).toContain('file: refs-2.bib');
});

test('a paper that survey.yaml leaves out does not come back, and is told with its line', async () => {
  const two = `${RECORD}\n@article{b, title = {Hum}, author = {Hopper, Grace},\n  year = 2025, abstract = {Bees hum.}}\n`;
  writeFileSync(join(root, 'refs.bib'), two);
  expect(ingest(['refs.bib']).status).toBe(0);
  rmSync(join(root, 'content/entries/bees/hum.md'));
  const survey = read('content/survey.yaml');
  writeFileSync(
    join(root, 'content/survey.yaml'),
    `${survey}leftOut:\n  - { title: Hum, reason: It is a tune. }\n`,
  );
  const { output, status } = ingest([]);
  expect(status).toBe(0);
  expect(await entries()).toEqual(['content/entries/bees/nest-choice.md']);
  expect(output).toContain(
    'content/sources/refs.bib:3:1 left out, as content/survey.yaml says: “Hum”. It is a tune.',
  );
  const row = (name: string) => new RegExp(`^ +${name} +(\\d+)`, 'gm');
  const rows = ['papers', 'created', 'unchanged', 'left out', 'lines', 'of entries', 'blank'];
  const told = rows.map((name) => [...output.matchAll(row(name))].map(([, number]) => Number(number)));
  expect(told).toEqual([[2], [0], [1], [1, 2], [5], [1], [2]]);
  expect((await loadContent(root)).diagnostics.map(({ rule }) => rule)).toEqual(['needs-review']);
  // Who removes an entry alone is told how to keep it out.
  writeFileSync(join(root, 'content/survey.yaml'), survey);
  expect(ingest([]).output).toMatch(/created +1 .*leftOut in content\/survey.yaml/);
});

test('what is left out by its id is so in a source of titles, where another source tells both', async () => {
  writeFileSync(join(root, 'titles.bib'), RECORD);
  writeFileSync(join(root, 'ids.bib'), RECORD.replace('author', 'doi = {10.1000/Bees}, author'));
  const survey = read('content/survey.yaml');
  writeFileSync(
    join(root, 'content/survey.yaml'),
    `${survey}leftOut:\n  - doi: 10.1000/bees\n  - arxiv: "2501.01234"\n`,
  );
  const { output, status } = ingest(['titles.bib', 'ids.bib']);
  expect(status).toBe(0);
  expect(await entries()).toEqual([]);
  expect(output.match(/left out, as/g)).toHaveLength(2);
  expect(output).toMatch(/^content\/survey\.yaml:\d+:5 left-out-unknown /m);
  // Also where only one of the two is named.
  expect(ingest(['titles.bib']).output).toContain('titles.bib:1:1 left out, as');
  expect(await entries()).toEqual([]);
});

test('where no theme is there to file a paper under, nothing is written', async () => {
  rmSync(join(root, 'content/themes'), { recursive: true });
  writeFileSync(join(root, 'refs.bib'), RECORD);
  const { status, output } = ingest(['refs.bib']);
  expect(status).toBe(1);
  expect(output).toContain('There is no theme to file a paper under');
  expect(await entries()).toEqual([]);
  expect(read('content/survey.yaml')).toContain('sources: []');
});

test('what comes from a place that its format tells is named by that, however often it comes, or as somebody says', () => {
  const answer = readFileSync(resolve(import.meta.dirname, 'fixtures/arxiv-atom/answer/input.xml'), 'utf8');
  for (const name of ['monday.xml', 'tuesday.xml', 'alert.xml'])
    writeFileSync(join(root, name), `${answer}<!-- ${name} -->\n`);
  ingest(['monday.xml', 'tuesday.xml']);
  ingest(['alert.xml', '--origin', 'An alert of ours']);
  const { sources } = parse(read('content/survey.yaml'));
  const arxiv = { origin: 'arXiv', url: 'https://arxiv.org' };
  expect(sources).toMatchObject([arxiv, arxiv, { origin: 'An alert of ours' }]);
  expect(sources[2]).not.toHaveProperty('url');
});

test('standard input and a folder are read, and what is of no format is reported', async () => {
  expect(ingest(['-', '--listed', '2025-12-08'], RECORD).status).toBe(0);
  expect(existsSync(join(root, 'content/sources/2025-12-08-bibtex.bib'))).toBe(true);
  // No language of the interface: pages of any survey show it.
  expect(read('content/survey.yaml')).toContain('origin: 2025-12-08-bibtex.bib\n');
  mkdirSync(join(root, 'folder'));
  writeFileSync(
    join(root, 'folder', 'a.ris'),
    'TY  - JOUR\nTI  - Two Bridges\nAB  - Bridges differ.\nER  - \n',
  );
  writeFileSync(join(root, 'folder', 'b.txt'), 'Nothing that anybody knows.');
  const { status, output } = ingest(['folder']);
  expect(status).toBe(1);
  expect(output).toContain('No format is recognised in folder/b.txt.');
  expect(await entries()).toEqual([
    'content/entries/bees/nest-choice.md',
    'content/entries/bees/two-bridges.md',
  ]);
});

test('columns are guessed, shown, recorded, and changed on demand', async () => {
  writeFileSync(join(root, 't.csv'), 'Name,What,Abstract\nA,Nest Choice,Swarms vote.\n');
  expect(ingest(['t.csv', '--dry-run']).output).toContain('title = Name, abstract = Abstract');
  expect(await entries()).toEqual([]);
  expect(ingest(['t.csv', '--columns', 'title=What']).status).toBe(0);
  expect(read('content/survey.yaml')).toContain('title: What');
  expect(await entries()).toEqual(['content/entries/bees/nest-choice.md']);
});

test('a difference is kept, accepted or settled, as a person says', async () => {
  writeFileSync(join(root, 'a.bib'), RECORD);
  writeFileSync(join(root, 'b.bib'), RECORD.replace('Byron, Ada', 'Byron, Ada and Hopper, Grace'));
  ingest(['a.bib']);
  const entry = 'content/entries/bees/nest-choice.md';
  expect(ingest(['b.bib']).output).toContain(
    'authors: the entry has “Ada Byron”; b.bib says “Ada Byron, Grace Hopper”',
  );
  expect(ingest([]).output).toContain('as a.bib says; b.bib says');
  expect(ingest(['b.bib', '--keep', 'authors', '--note', 'She left.']).output).not.toContain('entry-differs');
  expect(read(entry)).toContain('note: She left.');
  expect(ingest([]).output).toMatch(/settled +1/);
  writeFileSync(join(root, entry), read(entry).replace(/kept:\n(?: .*\n)+/, ''));
  expect(ingest(['b.bib', '--accept', 'authors']).output).not.toContain('entry-differs');
  expect(read(entry)).toContain('- Grace Hopper');
});

test('an accepted title is that of the source as it is now', async () => {
  writeFileSync(join(root, 'a.bib'), RECORD.replace('year', 'doi = {10.1000/nest}, year'));
  ingest(['a.bib']);
  const source = join(root, 'content/sources/a.bib');
  writeFileSync(
    source,
    readFileSync(source, 'utf8').replace(/title = \{[^}]*\}/, 'title = {Nests: A Choice}'),
  );
  expect(ingest([]).output).toContain('Nests: A Choice');
  ingest(['--accept', 'title']);
  expect(read('content/entries/bees/nest-choice.md')).toContain('title: "Nests: A Choice"');
  const { diagnostics } = await loadContent(root);
  expect(diagnostics.map(({ rule }) => rule)).not.toContain('abstract-edited');
  expect(diagnostics.map(({ rule }) => rule)).not.toContain('source-changed');
});

test('a stub is made without an abstract, and completed by a source that has it', async () => {
  writeFileSync(join(root, 'a.bib'), '@article{a, title = {Nest Choice}, author = {Byron, Ada}}\n');
  expect(ingest(['a.bib']).output).toContain('a stub was made');
  const entry = 'content/entries/bees/nest-choice.md';
  expect(read(entry)).toContain('stub: true');
  writeFileSync(join(root, 'b.bib'), RECORD);
  ingest(['b.bib']);
  expect(read(entry)).not.toContain('stub: true');
  expect(read(entry)).toContain('\n\nSwarms vote.\n');
});

test('Latin-1 is read and said', () => {
  const bytes = Buffer.from(RECORD.replace('Byron', 'Müller'), 'latin1');
  writeFileSync(join(root, 'a.bib'), bytes);
  expect(ingest(['a.bib']).output).toContain('The file is Latin-1');
  expect(read('content/entries/bees/nest-choice.md')).toContain('- Ada Müller');
  expect(readFileSync(join(root, 'content/sources/a.bib'))).toEqual(bytes);
});

test('a line that is not understood is reported, and with --go-on the run ends well', () => {
  writeFileSync(join(root, 'refs.bib'), `${RECORD}@article{b, title = {Half`);
  expect(ingest(['refs.bib']).status).toBe(1);
  const { status, output } = ingest(['--go-on']);
  expect(output).toContain('has no end: a closing brace is missing');
  expect(status).toBe(0);
  rmSync(join(root, 'content/sources/refs.bib'));
  expect(ingest(['--go-on']).status).toBe(1);
});

test('wrong usage says what is possible', () => {
  expect(ingest(['--accept', 'titel'])).toMatchObject({ status: 2 });
  expect(ingest(['--accept', 'titel']).output).toContain('Did you mean title?');
});

test('a journal that is complete is finished by whoever comes next, one that is not is dropped', async () => {
  const staging = await openStaging(root);
  await staging.write('content/themes/wasps.md', 'new');
  // As a run that was killed: half of the files are in their places, and the journal is still there.
  const folder = join(root, 'content/.staging');
  await staging.write('content/glossary.yaml', 'terms: []\n');
  writeFileSync(
    join(folder, 'journal.json'),
    JSON.stringify({ write: ['content/themes/wasps.md', 'content/glossary.yaml'], remove: [] }),
  );
  renameSync(join(folder, 'files/content/themes/wasps.md'), join(root, 'content/themes/wasps.md'));
  await loadContent(root);
  expect(read('content/glossary.yaml')).toBe('terms: []\n');
  expect(existsSync(folder)).toBe(false);
  const dropped = await openStaging(root);
  await dropped.write('content/never.md', 'x');
  const next = await openStaging(root);
  await next.commit();
  expect(existsSync(join(root, 'content/never.md'))).toBe(false);
});

test('a file that cannot be put in its place is named, and what is left waits for the next run', async () => {
  const records = RECORD + RECORD.replace('Nest Choice', 'Two Bridges').replace('{a,', '{b,');
  writeFileSync(join(root, 'refs.bib'), records);
  // A folder in the place of a file: nobody can write there, not even root.
  mkdirSync(join(root, 'content/entries/bees/two-bridges.md'), { recursive: true });
  const failed = ingest(['refs.bib']);
  expect(failed).toMatchObject({ status: 2 });
  expect(failed.output).toContain('content/entries/bees/two-bridges.md cannot be written');
  expect(failed.output).not.toContain('    at ');
  expect(ingest([]).output).toContain('could not put content/entries/bees/two-bridges.md in its place');
  rmSync(join(root, 'content/entries/bees/two-bridges.md'), { recursive: true });
  expect(ingest([]).output).toMatch(/unchanged +2/);
  expect(existsSync(join(root, 'content/.staging'))).toBe(false);
});

test('two runs at once do not mix', async () => {
  mkdirSync(join(root, 'content/.staging'));
  writeFileSync(join(root, 'content/.staging/owner'), String(process.ppid));
  await expect(openStaging(root)).rejects.toThrow(StagingBusyError);
});

test(`killed ${KILLS} times at random moments, it leaves the old survey or the new one`, {
  timeout: 600_000,
}, async () => {
  const records = 60;
  writeFileSync(join(root, 'refs.bib'), makeBibliography(records));
  const start = performance.now();
  ingest(['refs.bib']);
  const whole = performance.now() - start;
  expect(await entries()).toHaveLength(records);
  const seen = { old: 0, new: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    for (const folder of ['entries', 'sources', '.staging'])
      rmSync(join(root, 'content', folder), { recursive: true, force: true });
    await writeMadeUpSurvey(root);
    // The second half of a run is where files are written.
    await killAfter(whole * (0.3 + 0.75 * Math.random()));
    const { diagnostics, survey } = await loadContent(root);
    const found = (await entries()).length;
    expect([0, records]).toContain(found);
    expect(survey?.sources).toHaveLength(found === 0 ? 0 : 1);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    seen[found === 0 ? 'old' : 'new']++;
  }
  expect(seen.old + seen.new).toBe(KILLS);
  expect(ingest(['refs.bib']).status).toBe(0);
  expect(await entries()).toHaveLength(records);
});

async function killAfter(milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [command, 'ingest', 'refs.bib'], { cwd: root, stdio: 'ignore' });
  const ended = new Promise((done) => child.on('close', done));
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
}
