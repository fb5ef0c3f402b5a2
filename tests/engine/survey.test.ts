// Making a survey of another field by the real engine, and renewing its engine.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listEngineFiles, MANIFEST } from '../../scripts/engine/engine-files.ts';
import { makeSurvey } from '../../scripts/engine/new-survey.ts';
import { updateSurvey } from '../../scripts/engine/update-survey.ts';
import { checkContent } from '../../src/catalog/check.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { findLostFiles } from '../transcript.ts';

const repository = join(import.meta.dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conspectus-engine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const command = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(repository, 'scripts/conspectus.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** An engine as small as can be, with some files of its own. */
function writeEngine(name: string, version: string, files: Readonly<Record<string, string>>): string {
  const engine = join(folder, name);
  for (const [path, text] of Object.entries({ 'package.json': JSON.stringify({ version }), ...files })) {
    mkdirSync(join(engine, path, '..'), { recursive: true });
    writeFileSync(join(engine, path), text);
  }
  return engine;
}

test('the engine is all that a survey needs, and nothing of the survey that is here', async () => {
  const files = await listEngineFiles(repository);
  expect(files).toEqual(
    expect.arrayContaining(['package.json', 'src/core/catalog.ts', '.github/workflows/check.yml']),
  );
  expect(
    files.filter((path) => /^content\/|^tests\/|\.test\.ts$|^CITATION|^\.git\/|node_modules/.test(path)),
  ).toEqual([]);
});

test('a new survey has a content of its own that is sound, whatever its title is', async () => {
  const title = 'Mead: "Old" & {New} # \'1\'';
  const { status, stdout } = command('init', 'mead', '--title', title);
  expect(status).toBe(0);
  expect(stdout).toContain('cd mead');
  const content = await loadContent(join(folder, 'mead'));
  expect(toCatalog(content).survey.title).toBe(title);
  expect((await checkContent(content)).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(readdirSync(folder)).toEqual(['mead']);
});

test('what the texts of a new survey link to is there', async () => {
  const survey = join(folder, 'other');
  await makeSurvey(repository, survey, 'Other');
  const texts = readdirSync(survey, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:docs\/|content\/)?[\w-]+\.md$/.test(path),
  );
  expect(texts).toEqual(expect.arrayContaining(['SECURITY.md', 'CONTRIBUTING.md', 'docs/hosting.md']));
  const lost = texts.flatMap((path) =>
    findLostFiles(read(`other/${path}`), dirname(path), survey).map((link) => `${path}: ${link}`),
  );
  expect(lost).toEqual([]);
});

test('a text that comes with the engine says where tests and judged queries are, which do not', async () => {
  const texts = (await listEngineFiles(repository)).filter((path) => path.endsWith('.md'));
  const naming = texts
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8').replace(/\s+/g, ' ') }))
    .filter(({ text }) => /tests\/|content\/relevance\.yaml/.test(text));
  expect(naming.map(({ path }) => path)).toContain('SECURITY.md');
  for (const { path, text } of naming) expect(text, path).toContain('in the repository of Conspectus');
});

test('a folder that is in use is left alone, and a run that fails leaves nothing behind', async () => {
  mkdirSync(join(folder, 'mead'));
  writeFileSync(join(folder, 'mead/notes.txt'), 'mine');
  const { status, stderr } = command('init', 'mead', '--title', 'Mead');
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('is not empty') });
  expect(readdirSync(join(folder, 'mead'))).toEqual(['notes.txt']);
  await expect(makeSurvey(join(folder, 'nowhere'), join(folder, 'other'), 'Other')).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['mead']);
});

test('a newer engine replaces what is as it came, keeps what was changed, and never touches content', async () => {
  const old = writeEngine('old', '1.0.0', {
    'src/a.ts': 'a1',
    'src/b.ts': 'b1',
    'src/c.ts': 'c1',
    'src/gone.ts': 'g',
    LICENSE: 'l',
  });
  await makeSurvey(old, join(folder, 'mine'), 'Mine');
  writeFileSync(join(folder, 'mine/src/b.ts'), 'mine');
  writeFileSync(join(folder, 'mine/LICENSE'), 'my own');
  const survey = read('mine/content/survey.yaml');
  const next = writeEngine('next', '2.0.0', {
    'src/a.ts': 'a2',
    'src/b.ts': 'b2',
    'src/c.ts': 'c1',
    'src/d.ts': 'd2',
    LICENSE: 'l',
  });
  expect(await updateSurvey(next, join(folder, 'mine'))).toEqual({
    from: '1.0.0',
    to: '2.0.0',
    written: ['package.json', 'src/a.ts', 'src/d.ts'],
    removed: ['src/gone.ts'],
    kept: ['src/b.ts'],
  });
  expect(
    ['a', 'b', 'c', 'd', 'b.ts.new'].map((name) =>
      read(`mine/src/${name.includes('.') ? name : `${name}.ts`}`),
    ),
  ).toEqual(['a2', 'mine', 'c1', 'd2', 'b2']);
  expect([read('mine/LICENSE'), read('mine/content/survey.yaml')]).toEqual(['my own', survey]);
  expect(existsSync(join(folder, 'mine/src/gone.ts'))).toBe(false);
  // Once more there is nothing left to do.
  expect(await updateSurvey(next, join(folder, 'mine'))).toMatchObject({
    written: [],
    removed: [],
    kept: [],
  });
});

test('what init has not made cannot be updated', () => {
  const { status, stderr } = command('update', '.');
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(MANIFEST) });
});
