import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { digestOf } from '../site-files.ts';
import { makeAhead, WrongGuess } from './make-ahead.ts';

const PAGE = 'papers/a/index.html';
const TERM = 'terms/b/index.html';

let folder = '';
beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'conspectus-ahead-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  folder = made;
  put('pagefind/pagefind.js', '');
});

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** An edition whose page of a paper is made ahead; `finish` writes the rest of the site. Its files by name, in their order. */
async function make(page: string, finish: () => void): Promise<Map<string, string>> {
  const files = async function* () {
    put(PAGE, page);
    yield PAGE;
    finish();
  };
  const made = new Map<string, string>();
  const edition = makeAhead(
    { folder, base: '/' },
    {
      expected: [PAGE, TERM],
      files: files(),
      earlier: undefined,
      digestOf: (name) => digestOf(readFileSync(join(folder, name))),
    },
  );
  for await (const { files } of edition)
    for (const { name, deflated } of files) made.set(name, inflateRawSync(deflated).toString());
  return made;
}

test('a page leads to one that is not there yet, and the rest is made when it is', async () => {
  const made = await make('<a href="/terms/b/">b</a>', () => put(TERM, '<a href="/papers/a/">a</a>'));
  expect([...made.keys()].slice(0, 3)).toEqual([PAGE, TERM, 'README.txt']);
  expect(made.get(PAGE)).toBe('<a href="../../terms/b/index.html">b</a>');
  expect(made.get(TERM)).toBe('<a href="../../papers/a/index.html">a</a>');
});

test('an address that leads nowhere is named', async () => {
  const making = make('<a href="/gone/">b</a>', () => put(TERM, ''));
  await expect(making).rejects.toThrow(`lead nowhere:\n  ${PAGE}: /gone/`);
});

test.each([
  ['a file comes that nobody has expected', '<a href="/late/">b</a>', () => put('late/index.html', '')],
  ['a file is expected that does not come', '<a href="/terms/b/">b</a>', () => undefined],
  ['a page is changed once more', '<p>', () => put(PAGE, '<p>\n')],
  ['a page goes again', '<p>', () => rmSync(join(folder, PAGE))],
])('where %s, the edition has to be made once more', async (_, page, finish) => {
  await expect(make(page, finish)).rejects.toThrow(WrongGuess);
});
