import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/catalog/load.ts';
import { compareContent, type Difference, differenceSchema, renderDifference } from './diff.ts';

const survey = join(import.meta.dirname, '../../tests/new/survey');
const root = await mkdtemp(join(tmpdir(), 'conspectus-diff-'));
afterAll(() => rm(root, { recursive: true }));

test('added, changed and removed papers are told, with what changed', async () => {
  await cp(survey, root, { recursive: true });
  const file = (name: string) => join(root, 'content/entries', name);
  await writeFile(
    file('dance/leaving.md'),
    '---\ntitle: Leaving `now` @all\nthemes: [dance]\n---\n\nBees leave.\n',
  );
  await rm(file('hum/piping.md'));
  const scouts = await readFile(file('dance/scouts.md'), 'utf8');
  await writeFile(
    file('dance/scouts.md'),
    scouts.replace('themes:', 'summary: Ours.\nthemes:').replace('point', 'show'),
  );
  const difference = compareContent(await loadContent(survey), await loadContent(root));
  expect(differenceSchema.parse(JSON.parse(JSON.stringify(difference)))).toEqual(difference);
  expect(difference).toMatchObject({
    added: [{ slug: 'leaving' }],
    changed: [{ slug: 'scouts', fields: ['summary', 'abstract'] }],
    removed: [{ slug: 'piping' }],
    entries: { before: 2, now: 2 },
  });
  const text = renderDifference({ ...difference, size: 1_234_567 });
  expect(text).toContain('- `Leaving ’now’ @all` (`leaving`)');
  expect(text).toContain('- `Scouts` (`scouts`): summary, abstract');
  expect(text).toContain('| size of the site |  | 1.23 MB |');
  expect(renderDifference({ ...difference, size: 1_234_567, sizeBefore: 1_200_000 })).toContain(
    '| size of the site | 1.20 MB | 1.23 MB |',
  );
});

describe('what a stranger may send', () => {
  const sound: Difference = {
    ...{ added: [], changed: [], removed: [], errors: 0, warnings: 0 },
    entries: { before: 1, now: 1 },
    pages: { before: 1, now: 1 },
  };

  test('a sound difference is read', () => {
    expect(renderDifference(differenceSchema.parse(sound))).toContain('No paper is added');
  });

  test.each([
    ['more than is known', { ...sound, body: '@everyone' }],
    ['words for a slug', { ...sound, added: [{ slug: '](https://evil.example)', title: 'a', fields: [] }] }],
    ['a title without end', { ...sound, added: [{ slug: 'a', title: 'a'.repeat(201), fields: [] }] }],
    ['words for a field', { ...sound, added: [{ slug: 'a', title: 'a', fields: ['[x](y)'] }] }],
    ['words for a number', { ...sound, errors: '0 [x](https://evil.example)' }],
  ])('%s is refused', (_, given) => {
    expect(differenceSchema.safeParse(given).success).toBe(false);
  });
});
