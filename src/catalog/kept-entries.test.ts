import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Content } from './content.ts';
import { openEntries } from './kept-entries.ts';
import { loadContent } from './load.ts';

const survey = join(import.meta.dirname, '../../tests/sites/second/content');
const ENTRY = 'content/entries/loads/ice-on-stays.md';
let root: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-entries-'));
  cpSync(survey, join(root, 'content'), { recursive: true });
  // Some summaries of that survey are too near to their abstracts: here nothing is wrong at first.
  for (const name of globSync('content/entries/*/*.md', { cwd: root }))
    edit(name, (text) => text.replace(/^summary: .*\n/m, ''));
  await load();
});
afterEach(() => rmSync(root, { recursive: true }));

function edit(name: string, change: (text: string) => string): void {
  writeFileSync(join(root, name), change(readFileSync(join(root, name), 'utf8')));
}

type Loaded = {
  readonly content: Content;
  /** How many entries were as the last build had read them, */
  readonly known: number;
  /** and the files of those that no rule had to look at. */
  readonly sound: ReadonlySet<string>;
};

/** Loads as a build does. */
async function load(software = '1'): Promise<Loaded> {
  const keeper = await openEntries(root, software);
  let known = 0;
  let sound: Loaded['sound'] = new Set();
  const find: typeof keeper.find = (file, text) => {
    const found = keeper.find(file, text);
    if (found) known++;
    return found;
  };
  const findSound: typeof keeper.sound = (unchecked) => {
    sound = keeper.sound(unchecked);
    return sound;
  };
  const content = await loadContent(root, undefined, { keeper: { ...keeper, find, sound: findSound } });
  keeper.add(content);
  await keeper.save();
  return { content, known, sound };
}

const entriesOf = ({ entries }: Content) => entries.map(({ entry }) => entry);
const problemsOf = ({ diagnostics }: Content) => diagnostics.map(({ rule, place }) => [rule, place]);

/** Loading with what is kept has to give what loading gives without. */
async function expectTheSame(): Promise<Loaded> {
  const loaded = await load();
  const fresh = await loadContent(root);
  expect(entriesOf(loaded.content)).toEqual(entriesOf(fresh));
  expect(loaded.content.diagnostics).toEqual(fresh.diagnostics);
  return loaded;
}

test('what stays is not read again', async () => {
  const { content, known } = await expectTheSame();
  expect(known).toBe(content.entries.length);
});

test('one that changes is, and what is wrong with it is found', async () => {
  appendFileSync(join(root, ENTRY), '\nA new line with <b>markup and an end that is untidy. \n');
  const { content, known } = await expectTheSame();
  expect(known).toBe(content.entries.length - 1);
  expect(problemsOf(content).map(([rule]) => rule)).toContain('file-form');
  // It is found as long as it is there.
  expect(problemsOf((await expectTheSame()).content)).toEqual(problemsOf(content));
});

test('an entry that was sound is looked at again where what it names has gone', async () => {
  edit(ENTRY, (text) => text.replace('\n---\n', '\nterms: [fatigue]\n---\n'));
  expect(problemsOf((await expectTheSame()).content)).toEqual([]);
  edit('content/glossary.yaml', (text) => text.replaceAll('id: fatigue', 'id: tiredness'));
  const { content, known } = await expectTheSame();
  expect(known).toBe(content.entries.length);
  expect(problemsOf(content)).toContainEqual(['unknown-term', expect.objectContaining({ file: ENTRY })]);
});

test('and where another entry has gone', async () => {
  edit(ENTRY, (text) => `${text}\nSee [it](../timber-again/).\n`);
  expect(problemsOf((await expectTheSame()).content)).toEqual([]);
  rmSync(join(root, 'content/entries/materials/timber-again.md'));
  const { content } = await expectTheSame();
  expect(problemsOf(content)).toContainEqual(['internal-link', expect.objectContaining({ file: ENTRY })]);
});

test('and where another entry cannot be read', async () => {
  edit(ENTRY, (text) => `${text}\nSee [it](../timber-again/).\n`);
  expect(problemsOf((await expectTheSame()).content)).toEqual([]);
  edit('content/entries/materials/timber-again.md', (text) => text.replace('title:', 'name:'));
  const { content } = await expectTheSame();
  expect(problemsOf(content)).toContainEqual(['internal-link', expect.objectContaining({ file: ENTRY })]);
});

test('another listing leaves all of them sound; a change of one, those that do not name it', async () => {
  const listing = join(root, 'content/sources/more.bib');
  const list = (listed: string) => {
    const row = `  - {file: more.bib, format: bibtex, listed: ${listed}, origin: More}\n`;
    edit('content/survey.yaml', (text) => text.replace(/(?: {2}- \{file: more.*\n)?$/, row));
  };
  writeFileSync(listing, '@article{more,\n}\n');
  list('2025-01-16');
  const files = (await expectTheSame()).sound;
  expect(files.size).toBe(20);
  edit(ENTRY, (text) => text.replace('\nkey: ', '\nbibliography: {file: more.bib, lines: [1, 2]}\nkey: '));
  await expectTheSame();
  const others = new Set([...files].filter((file) => file !== ENTRY));
  list('2025-01-17');
  expect((await expectTheSame()).sound).toEqual(others);
  writeFileSync(listing, '');
  const { content, sound } = await expectTheSame();
  expect(sound).toEqual(others);
  expect(problemsOf(content)).toEqual([['source-unknown', expect.objectContaining({ file: ENTRY })]]);
});

test('a term more, or another definition, leaves all of them sound; a benchmark less, those that do not name it', async () => {
  const glossary = 'content/glossary.yaml';
  const term = '  - {id: wire-break, name: wire break, kind: concept, definition: A wire that breaks.}\n';
  edit(glossary, (text) => `${text.replace('Metal turning', 'Iron turning')}${term}`);
  const { sound } = await expectTheSame();
  expect(sound.size).toBe(20);
  edit(glossary, (text) =>
    text.replace('name: tension trial, kind: benchmark', 'name: tension trial, kind: method'),
  );
  const { content, sound: others } = await expectTheSame();
  const named = content.entries.filter(({ entry }) =>
    entry.fields.results?.some(({ benchmark }) => benchmark === 'tension-trial'),
  );
  expect(named.length).toBeGreaterThan(1);
  expect(others).toEqual(sound.difference(new Set(named.map(({ file }) => file))));
  expect(new Set(problemsOf(content).map(([rule]) => rule))).toEqual(new Set(['result-benchmark']));
});

test('a link to the page of a term is looked at again where that has gone', async () => {
  const term = '  - {id: wire-break, name: wire break, kind: concept, definition: A wire that breaks.}\n';
  edit('content/glossary.yaml', (text) => text + term);
  edit(ENTRY, (text) => `${text}\nSee [it](../../terms/wire-break/).\n`);
  expect(problemsOf((await expectTheSame()).content)).toEqual([]);
  edit('content/glossary.yaml', (text) => text.replace(term, ''));
  expect(problemsOf((await expectTheSame()).content)).toContainEqual([
    'internal-link',
    expect.objectContaining({ file: ENTRY }),
  ]);
});

test('other software reads all anew; a broken cache costs time', async () => {
  expect((await load('2')).known).toBe(0);
  writeFileSync(join(root, '.cache/entries.lines'), '{');
  expect((await load('2')).known).toBe(0);
});
