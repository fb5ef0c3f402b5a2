import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { FOLDERS_OF_OTHERS, listFiles, readBriefly } from './site-files.ts';

test('files that are read one after the other are whole, however large, and nothing is left of the one before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const contents = ['hive', 'dance '.repeat(500_000), '', 'bee'];
  for (const [index, content] of contents.entries()) writeFileSync(join(folder, String(index)), content);
  const read = contents.map((_, index) => Buffer.from(readBriefly(join(folder, String(index)))).toString());
  expect(read).toEqual(contents);
});

test('files can be listed while others make and remove some in their folders', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['papers', 'pagefind']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'papers/index.html'), '');
  const worker = new Worker(
    `const { mkdirSync, rmdirSync } = require('node:fs');
    const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage('begun');
    for (;;) { mkdirSync(workerData); rmdirSync(workerData); }`,
    { eval: true, workerData: join(folder, 'pagefind/new') },
  );
  await once(worker, 'message');
  for (let times = 0; times < 2000; times++)
    expect(await listFiles(folder, FOLDERS_OF_OTHERS)).toEqual(['papers/index.html']);
  await worker.terminate();
});
