// `conspectus search` as a person or a program runs it, on a tiny site.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeIndex } from '../../src/integrations/search-index/index-work.ts';
import { BEES, pagesOf, writePages } from './pages.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(async () => {
  folder = await writePages(BEES);
  await writeIndex(folder, pagesOf(BEES));
});
afterAll(() => rm(folder, { recursive: true }));

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(args: readonly string[], index = join(folder, 'pagefind')): Promise<Run> {
  const words = ['scripts/conspectus.ts', 'search', ...args, '--index', index];
  // Colours are for terminals: what a pipe gets has none, whatever the terminal of the tests wants.
  const { FORCE_COLOR: _, ...env } = process.env;
  return new Promise((resolve) =>
    execFile(process.execPath, words, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    ),
  );
}

const slugs = async (...args: string[]): Promise<string[]> =>
  JSON.parse((await run([...args, '--json'])).stdout).map(({ slug }: { slug: string }) => slug);

test('people get a numbered list: title, authors, date, themes and address, and an excerpt', async () => {
  const { code, stdout, stderr } = await run(['waggle']);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout:
      ' 1. The Waggle Dance: How Bees Tell the Way\n' +
      '    Karla Frisch and Martin Lindauer\n' +
      '    2024-03-01  bees  /papers/waggle-dance/\n' +
      '    A dancer tells <b>distance</b> by time & direction by angle.\n\n',
    stderr: '1 paper found, 1 shown.\n',
  });
});

test('programs get an array of objects', async () => {
  const { stdout } = await run(['found@1', '--json']);
  expect(JSON.parse(stdout)).toEqual([
    {
      slug: 'hive-star',
      title: 'Hive*: Searching a Comb',
      url: '/papers/hive-star/',
      score: expect.any(Number),
      date: '2025-06-01',
      authors: [],
      themes: ['bees'],
      summary: '',
      lacking: [],
      excerpt: 'The swarm scores found@1 on every comb.',
    },
  ]);
});

test('names with a star find themselves alone, and words what begins with them', async () => {
  expect(await slugs('hive*')).toEqual(['hive-star']);
  expect((await slugs('hive')).toSorted()).toEqual(['hive-star', 'stop-signals']);
});

test('papers can be sorted, narrowed and limited', async () => {
  expect(await slugs('swarm', '--sort', 'oldest')).toEqual(['stop-signals', 'hive-star']);
  expect(await slugs('swarm', '--sort', 'newest', '--limit', '1')).toEqual(['hive-star']);
  expect(await slugs('--year', '2024', '--year', '2025', '--theme', 'bees')).toHaveLength(3);
  expect(await slugs('dance', '--year', '2025')).toEqual(['stop-signals']);
});

test('nothing found is no error: a sentence, and an empty array for programs', async () => {
  expect(await run(['xyzzyplugh', '--json'])).toEqual({
    code: 0,
    stdout: '[]\n',
    stderr: expect.stringContaining('Nothing was found.'),
  });
});

describe('what cannot be done is told in a sentence, with code 2', () => {
  test.each([
    [[], 'There is nothing to search for.'],
    [['bee', '--sort', 'sideways'], 'There is no order sideways'],
    [['bee', '--limit', '0'], '--limit takes a whole number from 1, not 0.'],
    [['bee', '--limit', 'ten'], '--limit takes a whole number from 1, not ten.'],
    [['bee', '--colour', 'red'], "Unknown option '--colour'"],
    [['bee', '--theme', 'bee'], 'There is no theme bee. Did you mean bees?'],
    [['bee', '--year', '1066'], 'There is no year 1066. Use one of: 2024, 2025.'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  test('a wrong option shows how it is used', async () => {
    expect((await run(['bee', '--colour', 'red'])).stderr).toContain('Usage: npm run conspectus -- search');
  });

  test('no index', async () => {
    expect(await run(['bee'], join(folder, 'papers'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^There is no search index in .*papers\. Run npm run build first\.\n$/),
    });
  });
});
