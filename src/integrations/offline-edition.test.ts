import { describe, expect, test } from 'vitest';
import { locateFiles } from '../core/offline-edition.ts';
import { makeEdition } from './offline-edition.ts';
import { digestOf, type SiteFile } from './site-files.ts';

/** Makes the edition of files in memory. */
function make(files: readonly SiteFile[]) {
  const edition = makeEdition(
    files.map(({ name, content }) => ({ name, bytes: content.byteLength, digest: digestOf(content) })),
  );
  const contentOf = (name: string) => files.find((one) => one.name === name)?.content ?? new Uint8Array();
  const bundles = edition.parts.flatMap(({ name, members }): SiteFile[] =>
    members ? [{ name, content: Buffer.concat(members.map(([member]) => contentOf(member))) }] : [],
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
  file('style.css'),
  file('pagefind/fragment/en_1.pf_fragment'),
  ...pages(9, 10),
];

test('the same files give the same edition, in whatever order they are read', () => {
  expect(make(site.toReversed())).toEqual(make(site));
});

test.each([
  ['a changed page', [...site.slice(1), file('index.html', 'changed')]],
  ['a changed style', site.map((one) => (one.name === 'style.css' ? file(one.name, 'changed') : one))],
  ['a page more', [...site, file('about/index.html')]],
  ['a page less', site.slice(1)],
  ['a page elsewhere', [...site.slice(1), file('home/index.html', 'index.html')]],
])('%s gives another version', (_, files) => {
  expect(make(files).edition.version).not.toBe(make(site).edition.version);
});

test('every file is where the edition says', () => {
  const { edition, bundles } = make(site);
  const places = locateFiles(edition);
  expect(new Set(places.keys())).toEqual(new Set(site.map(({ name }) => name)));
  for (const { name, content } of site) {
    const { part, slice } = places.get(name) ?? {};
    const whole = [...site, ...bundles].find((one) => one.name === part?.name)?.content;
    expect(Buffer.from(whole ?? []).subarray(slice?.start, slice?.end)).toEqual(content);
  }
});

test('pages, fragments and pieces of data travel in bundles of about 256 KiB; kinds do not mix', () => {
  const { bundles } = make([
    ...pages(400, 10_000),
    file('pagefind/fragment/en_1.pf_fragment'),
    file('data/pieces/papers-1.json'),
    file('data/pieces/papers-2.json'),
  ]);
  expect(bundles.map(({ name }) => name.replace(/.*\./, ''))).toEqual([
    ...Array(16).fill('txt'),
    'bin',
    'txt',
  ]);
  const sizes = bundles.slice(0, -2).map(({ content }) => content.byteLength / 1024);
  for (const size of sizes) expect(size).toSatisfy((kib: number) => kib > 100 && kib < 500);
});

test('a page that changes, or one more, touches one bundle', () => {
  const before = pages(400, 10_000);
  const digests = (files: readonly SiteFile[]) => make(files).bundles.map(({ name }) => name);
  const old = new Set(digests(before));
  const fresh = (files: readonly SiteFile[]) => digests(files).filter((name) => !old.has(name));
  expect(fresh([...before.slice(1), file('papers/0/index.html', 'changed')])).toHaveLength(1);
  expect(fresh([...before, file('papers/new/index.html')])).toHaveLength(1);
});

describe('what no reader needs stays on the server:', () => {
  const names = (...files: readonly string[]) => [
    ...locateFiles(make(files.map((name) => file(name))).edition).keys(),
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
  ])('%s', (name) => {
    expect(names(name, 'pagefind/pagefind.js', 'data/papers.json')).toEqual([
      'data/papers.json',
      'pagefind/pagefind.js',
    ]);
  });

  test('the reader for unknown languages only where a language has its own', () => {
    expect(names('pagefind/wasm.unknown.pagefind')).toHaveLength(1);
    expect(names('pagefind/wasm.unknown.pagefind', 'pagefind/wasm.en.pagefind')).toEqual([
      'pagefind/wasm.en.pagefind',
    ]);
  });
});
