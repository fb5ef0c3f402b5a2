import { describe, expect, test } from 'vitest';
import { locateFiles } from '../core/offline-edition.ts';
import { makeEdition } from './offline-edition.ts';
import type { SiteFile } from './site-files.ts';

/** Makes the edition of files in memory. */
async function make(files: readonly SiteFile[]) {
  const bundles: SiteFile[] = [];
  const edition = await makeEdition(
    files.map(({ name, content }) => ({ name, bytes: content.byteLength })),
    async (names) => names.flatMap((name) => files.find((one) => one.name === name) ?? []),
    async (bundle) => void bundles.push(bundle),
  );
  return { edition, bundles };
}

const file = (name: string, text = name): SiteFile => ({ name, content: Buffer.from(text) });
const pages = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, index) =>
    file(`papers/${index}/index.html`, `${index} `.padEnd(bytes, 'x')),
  );
const site = [
  file('index.html'),
  file('themes.css'),
  file('pagefind/fragment/en_1.pf_fragment'),
  ...pages(9, 10),
];

test('the same files give the same edition, in whatever order they are read', async () => {
  expect(await make(site.toReversed())).toEqual(await make(site));
});

test.each([
  ['a changed page', [...site.slice(1), file('index.html', 'changed')]],
  ['a changed style', site.map((one) => (one.name === 'themes.css' ? file(one.name, 'changed') : one))],
  ['a page more', [...site, file('about/index.html')]],
  ['a page less', site.slice(1)],
  ['a page elsewhere', [...site.slice(1), file('home/index.html', 'index.html')]],
])('%s gives another version', async (_, files) => {
  expect((await make(files)).edition.version).not.toBe((await make(site)).edition.version);
});

test('every file is where the edition says', async () => {
  const { edition, bundles } = await make(site);
  const places = locateFiles(edition);
  expect(new Set(places.keys())).toEqual(new Set(site.map(({ name }) => name)));
  for (const { name, content } of site) {
    const { part, slice } = places.get(name) ?? {};
    const whole = [...site, ...bundles].find((one) => one.name === part?.name)?.content;
    expect(Buffer.from(whole ?? []).subarray(slice?.start, slice?.end)).toEqual(content);
  }
});

test('pages and fragments travel in bundles of about 256 KiB; kinds do not mix', async () => {
  const { bundles } = await make([...pages(400, 10_000), file('pagefind/fragment/en_1.pf_fragment')]);
  expect(bundles.map(({ name }) => name.replace(/.*\./, ''))).toEqual([...Array(16).fill('txt'), 'bin']);
  const sizes = bundles.slice(0, -1).map(({ content }) => content.byteLength / 1024);
  for (const size of sizes) expect(size).toSatisfy((kib: number) => kib > 100 && kib < 500);
});

test('a page that changes, or one more, touches one bundle', async () => {
  const before = pages(400, 10_000);
  const digests = async (files: readonly SiteFile[]) => (await make(files)).bundles.map(({ name }) => name);
  const old = new Set(await digests(before));
  const fresh = async (files: readonly SiteFile[]) => (await digests(files)).filter((name) => !old.has(name));
  expect(await fresh([...before.slice(1), file('papers/0/index.html', 'changed')])).toHaveLength(1);
  expect(await fresh([...before, file('papers/new/index.html')])).toHaveLength(1);
});

describe('what no reader needs stays on the server:', () => {
  const names = async (...files: readonly string[]) => [
    ...locateFiles((await make(files.map((name) => file(name)))).edition).keys(),
  ];

  test.each([
    'sw.js',
    '_headers',
    '_redirects',
    '_offline/old.txt',
    'portable/survey.zip',
    '_astro/search.js.map',
    'pagefind/pagefind-ui.js',
    'pagefind/pagefind-component-ui.css',
    'pagefind/playground/index.html',
  ])('%s', async (name) => {
    expect(await names(name, 'pagefind/pagefind.js', 'data/papers.json')).toEqual([
      'data/papers.json',
      'pagefind/pagefind.js',
    ]);
  });

  test('the reader for unknown languages only where a language has its own', async () => {
    expect(await names('pagefind/wasm.unknown.pagefind')).toHaveLength(1);
    expect(await names('pagefind/wasm.unknown.pagefind', 'pagefind/wasm.en.pagefind')).toEqual([
      'pagefind/wasm.en.pagefind',
    ]);
  });
});
