import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './files.ts';

test.each(['./tests/sites/second', 'tests/sites/second/', 'tests/../tests/sites/second'])(
  'files are named as seen from the folder, however %s is written',
  async (root) => {
    const files = await listFiles(root, 'content');
    expect(files).toContain('content/survey.yaml');
    expect(files).toEqual(await listFiles(resolve(root), 'content'));
  },
);
