// conspectus new, as a contributor runs it: on a small survey of bees, in a folder of its own.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asker, openAsker } from '../../scripts/new/ask.ts';
import { gatherPaper } from '../../scripts/new/gather.ts';
import { type Paper, UnusableInputError } from '../../scripts/new/paper.ts';
import { propose } from '../../scripts/new/propose.ts';
import { loadContent } from '../../src/catalog/load.ts';

const conspectus = join(import.meta.dirname, '../../scripts/conspectus.ts');
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-new-'));
  cpSync(join(import.meta.dirname, 'survey'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const BIBTEX = `@article{byron, title = {Humming Scouts: How a Swarm Leaves}, author = {Byron, Ada and Hopper, Grace},
  date = {2025-03-04}, eprint = {2503.01234}, archivePrefix = {arXiv},
  abstract = {Before a swarm leaves, scouts hum. We count 12\\% more humming in large swarms, after the waggle dance.}}`;

/** Nothing is to be asked for. */
async function nobody(): Promise<string> {
  throw new Error('Nobody is to be asked.');
}

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [conspectus, 'new', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    // Whoever asks a server all the same finds none.
    env: { ...process.env, CONSPECTUS_FETCH_SERVER: 'http://127.0.0.1:1', CONSPECTUS_FETCH_PAUSE: '1' },
  });
  return { status, stdout: stripVTControlCharacters(stdout), stderr };
}

describe('a record', () => {
  test('becomes an entry that the check accepts, and its reasons are shown', async () => {
    writeFileSync(join(root, 'paper.bib'), BIBTEX);
    const { status, stdout } = run([
      'paper.bib',
      '--yes',
      '--summary',
      'Humming tells that a swarm will go.',
    ]);
    await expect(stdout.replace(/added: \S+/, 'added: TODAY')).toMatchFileSnapshot('from-bibtex.txt');
    expect(status).toBe(0);
    const content = await loadContent(root);
    expect(content.diagnostics).toEqual([]);
    const entry = content.entries.find(({ entry: { slug } }) => slug === 'humming-scouts')?.entry;
    expect(entry?.fields).toMatchObject({
      themes: ['hum', 'dance'],
      authors: ['Ada Byron', 'Grace Hopper'],
      arxiv: '2503.01234',
      key: 'hummingscouts2025',
    });
    expect(entry?.fields).not.toHaveProperty('source');
    expect(entry?.text).toContain('12% more');
  });

  test.each([
    ['as text in the argument', () => run([BIBTEX, '--dry-run'])],
    ['on standard input', () => run(['-', '--dry-run'], BIBTEX)],
    // As arXiv itself hands it out: asked for at arXiv it would be lost.
    [
      'with its own address at arXiv, and asks nobody',
      () => run([BIBTEX.replace('eprint', 'url = {https://arxiv.org/abs/2503.01234}, eprint'), '--dry-run']),
    ],
  ])('is read %s', (_, start) => {
    expect(start().stdout).toContain('papers/humming-scouts/');
  });

  test('without an abstract is refused, unless it may wait for one', () => {
    const record = '@article{a, title = {Humming at Night}, year = 2025}';
    expect(run([record])).toMatchObject({ status: 1, stderr: expect.stringContaining('--abstract-file') });
    expect(run([record, '--stub', '--theme', 'hum', '--dry-run']).stdout).toContain('stub: true');
  });
});

test('a paper by its facts stands under the theme that a person chose, and in the essay’s field also', async () => {
  writeFileSync(join(root, 'abstract.txt'), 'Scouts hum before the swarm leaves.\n');
  const args = [
    '--title',
    'A Hum',
    '--abstract-file',
    'abstract.txt',
    '--authors',
    'Ada Byron; Grace Hopper',
  ];
  const { status } = run([
    ...args,
    '--theme',
    'dance',
    '--theme',
    'hum',
    '--note',
    'The dance is the setting.',
    '--yes',
  ]);
  expect(status).toBe(0);
  expect(readFileSync(join(root, 'content/themes/dance.md'), 'utf8')).toContain('\nalso: [a-hum]\n');
  const { diagnostics, entries } = await loadContent(root);
  expect(diagnostics).toEqual([]);
  expect(entries.map(({ entry }) => entry.fields.classification)).toContainEqual({
    by: 'person',
    note: 'The dance is the setting.',
  });
});

test('an abstract may stand in the argument', () => {
  const abstract =
    'Before a swarm leaves, its scouts hum: we count what they say, arXiv:2503.01234, and dance.';
  const { stdout } = run([abstract, '--title', 'A Hum', '--dry-run']);
  expect(stdout).toContain('papers/a-hum/');
  expect(stdout).toContain(`  ${abstract}\n`);
});

test('--help names every option, and so does a slip', () => {
  expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--abstract-file') });
  expect(run(['--titel', 'x'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--abstract-file'),
  });
});

describe('nothing is written', () => {
  test.each([
    ['when it is only shown', ['--dry-run'], 0, /--dry-run/],
    ['when nobody agrees', [], 0, /--yes/],
    ['when the theme is unknown', ['--theme', 'humm', '--yes'], 1, /Did you mean hum\?/],
    ['when the date has not come', ['--published', '2999-01-01', '--yes'], 1, /date-future/],
    ['when the name is none', ['--slug', 'a--b', '--theme', 'dance', '--yes'], 1, /single hyphens, such as/],
    ['when the name is taken', ['--slug', 'scouts', '--theme', 'dance', '--yes'], 1, /duplicate-slug/],
  ])('%s', (_, args, status, message) => {
    const result = run([BIBTEX, ...args]);
    expect(result.status).toBe(status);
    expect(result.stdout + result.stderr).toMatch(message);
    expect(existsSync(join(root, 'content/entries/hum/humming-scouts.md'))).toBe(false);
    expect(readFileSync(join(root, 'content/entries/dance/scouts.md'), 'utf8')).toContain('title: Scouts');
  });

  test.each([
    [
      'a paper that is there',
      ['--title', 'SCOUTS', '--abstract-file', 'content/survey.yaml'],
      /entries\/dance\/scouts\.md/,
    ],
    ['a file that is not there', ['paper.bib'], /no file paper\.bib/],
    ['a text in no format', ['content/themes/dance.md'], /no format/],
    ['nothing at all', [], /which paper/],
  ])('for %s', (_, args, message) => {
    expect(run(args)).toMatchObject({ status: 1, stderr: expect.stringMatching(message) });
  });
});

test('a paper that the survey leaves out stays out, and it is said why, and where', () => {
  const survey = join(root, 'content/survey.yaml');
  appendFileSync(survey, 'leftOut:\n  - { arxiv: "2503.01234", reason: It is about wasps. }\n');
  const line = readFileSync(survey, 'utf8').split('\n').length - 1;
  expect(run([BIBTEX, '--yes'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(new RegExp(`about wasps\\. .* content/survey\\.yaml:${line}:5`)),
  });
  expect(existsSync(join(root, 'content/entries/hum/humming-scouts.md'))).toBe(false);
});

describe('an arXiv id', () => {
  test('alone is asked for at arXiv; where that is not to be had, it is said what else to give', () => {
    const { status, stderr } = run(['2503.01234']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/127\.0\.0\.1:1[\s\S]*--abstract-file/);
  });

  test('brings the record of arXiv', async () => {
    const record = async (id: string) => {
      expect(id).toBe('2503.01234');
      return BIBTEX;
    };
    const paper = await gatherPaper(
      { facts: { arxiv: '2503.01234' } },
      { today: '2026-01-01', fetchRecord: record },
    );
    expect(paper.fields.title).toBe('Humming Scouts: How a Swarm Leaves');
  });

  test('with a title and an abstract asks nobody', async () => {
    const facts = { arxiv: '2503.01234', title: 'A Hum', abstract: 'Scouts hum.' };
    const paper = await gatherPaper({ facts }, { today: '2026-01-01', fetchRecord: nobody });
    expect(paper).toEqual({ fields: { title: 'A Hum', arxiv: '2503.01234' }, text: 'Scouts hum.' });
  });
});

describe('at a terminal', () => {
  /** Somebody who types these lines; `said` is what they were asked. */
  function typing(lines: string): { asker: Asker; said: () => string } {
    const input = new PassThrough();
    const output = new PassThrough();
    const asker = openAsker(input, output);
    input.end(lines);
    return { asker, said: () => String(output.read()) };
  }
  const options = { today: '2026-01-01', fetchRecord: nobody };

  test('what is missing is asked for', async () => {
    const { asker, said } = typing(
      'A Hum\nScouts hum.\nThey leave.\n\nAda Byron; Grace Hopper\n\narXiv:2503.01234v2\n',
    );
    const paper = await gatherPaper({ facts: { venue: 'Hive 2025' } }, { ...options, asker });
    asker.close();
    expect(paper).toEqual({
      fields: {
        title: 'A Hum',
        authors: ['Ada Byron', 'Grace Hopper'],
        venue: 'Hive 2025',
        arxiv: '2503.01234',
      },
      text: 'Scouts hum. They leave.',
    });
    expect(said()).toContain('Abstract (end with an empty line):');
  });

  test.each([
    ['an id', 'arXiv:2503.01234v2\n'],
    ['a record of many lines', `${BIBTEX.replace('date', '\n\n  date')}\n`],
  ])('%s is enough', async (_, lines) => {
    const { asker } = typing(lines);
    const paper = await gatherPaper({ facts: {} }, { ...options, asker, fetchRecord: async () => BIBTEX });
    asker.close();
    expect(paper.fields).toMatchObject({ title: 'Humming Scouts: How a Swarm Leaves', arxiv: '2503.01234' });
  });

  test('where arXiv cannot be asked, a person is', async () => {
    const { asker, said } = typing('2503.01234\nA Hum\nScouts hum.\n');
    const fetchRecord = () => Promise.reject(new UnusableInputError('It cannot be reached.'));
    const paper = await gatherPaper({ facts: {} }, { ...options, asker, fetchRecord });
    asker.close();
    expect(paper).toEqual({ fields: { title: 'A Hum', arxiv: '2503.01234' }, text: 'Scouts hum.' });
    expect(said()).toContain('It cannot be reached.');
  });

  test.each([
    ['Enter agrees', '\n', 'hum'],
    ['the end of the input agrees to nothing', '', undefined],
    ['no is no', 'n\n', undefined],
    ['other themes may be named, and a slip is asked about again', 'danse\nDance, hum\ny\n', 'dance'],
  ])('%s', async (_, lines, folder) => {
    expect(await proposeHum(lines)).toBe(0);
    const found = ['hum', 'dance'].filter((theme) =>
      existsSync(join(root, 'content/entries', theme, 'a-hum.md')),
    );
    expect(found).toEqual(folder ? [folder] : []);
  });

  test.each([
    ['is not written', 'y\n', 1],
    ['is, after the part was named', 'Cold nights\ny\n', 0],
  ])('a paper of a theme with parts, and of none of them, %s', async (_, lines, code) => {
    const parts = ['Cold', 'Warm'].map((name) => ({
      id: name.toLowerCase(),
      name: `${name} nights`,
      definition: `${name}.`,
      signals: { 5: [`${name.toLowerCase()} night`] },
    }));
    const file = join(root, 'content/themes/hum.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('\nsignals:', `\nparts: ${JSON.stringify(parts)}\nsignals:`));
    expect(await proposeHum(lines)).toBe(code);
    expect(existsSync(join(root, 'content/entries/hum/a-hum.md'))).toBe(code === 0);
  });

  async function proposeHum(lines: string): Promise<number> {
    const { asker } = typing(lines);
    const paper: Paper = {
      fields: { title: 'A Hum' },
      text: 'Scouts hum, and hum, before the swarm leaves.',
    };
    const code = await propose(paper, await loadContent(root), { today: '2026-01-01' }, { root, asker });
    asker.close();
    return code;
  }
});
