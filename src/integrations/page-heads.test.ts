import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeHead } from './page-heads.ts';
import { readHead } from './site-files.ts';

const home = 'https://bees.example.org/';
const nothing = { asksForTwin: false, asksForPicture: false };

test('a page says its canonical address, and the day of its last change where it knows it', () => {
  const link = `<link rel="canonical" href="${home}a/?x=1&amp;y=2">`;
  const address = `${home}a/?x=1&amp;y=2`;
  expect(
    describeHead(`${link}<meta property="article:modified_time" content="2025-12-08">`, 'a/index.html'),
  ).toEqual({ ...nothing, address, modified: '2025-12-08' });
  expect(describeHead(link, 'a/index.html')).toEqual({ ...nothing, address });
  expect(describeHead('<meta name="robots" content="noindex">', 'a/index.html')).toEqual(nothing);
});

test('it asks for a twin, and for a picture of its own', () => {
  const head = `<link rel="alternate" type="text/markdown" href="/a/index.html.md"><meta property="og:image" content="${home}og/a.png">`;
  expect(describeHead(head, 'a/index.html')).toEqual({ asksForTwin: true, asksForPicture: true });
  expect(describeHead(head, 'b/index.html')).toEqual({ asksForTwin: true, asksForPicture: false });
});

test.each([10, 8185, 8192, 8193, 20_000])('a head of %i bytes is read, and nothing after it', (bytes) => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-heads-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const head = `${'é'.repeat(bytes / 2)}</head>`;
  writeFileSync(join(folder, 'a.html'), `${head}<body>${'Bees. '.repeat(5000)}</head>`);
  expect(readHead(join(folder, 'a.html'))).toBe(head);
  writeFileSync(join(folder, 'b.html'), head.slice(0, -7));
  expect(readHead(join(folder, 'b.html'))).toBe(head.slice(0, -7));
});
