import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listFiles, readText } from './files.ts';

test.each(['./tests/sites/second', 'tests/sites/second/', 'tests/../tests/sites/second'])(
  'files are named as seen from the folder, however %s is written',
  async (root) => {
    const files = await listFiles(root, 'content');
    expect(files).toContain('content/survey.yaml');
    expect(files).toEqual(await listFiles(resolve(root), 'content'));
  },
);

test('what is a link, or is reached by one, is not read; only the first folder may be one', () => {
  const root = mkdtempSync(join(tmpdir(), 'conspectus-files-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const put = (file: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  };
  put('elsewhere/entries/hive/swarm.md');
  put('outside/scout.md');
  symlinkSync(join(root, 'elsewhere'), join(root, 'content'));
  symlinkSync(join(root, 'outside/scout.md'), join(root, 'content/entries/hive/scout.md'));
  symlinkSync(join(root, 'outside'), join(root, 'content/entries/wasps'));
  const linked = { diagnostic: expect.objectContaining({ rule: 'file-unreadable' }) };
  expect(readText(root, 'content/entries/hive/swarm.md')).toEqual({
    text: 'elsewhere/entries/hive/swarm.md',
  });
  expect(readText(root, 'content/entries/hive/scout.md')).toEqual(linked);
  expect(readText(root, 'content/entries/wasps/scout.md')).toEqual(linked);
  expect(readText(root, 'content/entries/hive/swarm.md')).toEqual({
    text: 'elsewhere/entries/hive/swarm.md',
  });
});
