import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeDataFiles } from '../site/data-files.ts';
import { bees } from '../site/made-up-catalog.ts';
import { createUrls } from '../site/urls.ts';
import { listAddresses, STATIC_FILES, STATIC_PAGES } from './site-pages.ts';

/**
 * The first page of a list that may go on stands at the folder itself: `papers/[...page].astro` -> `papers/index.astro`.
 * `[...index]` is only there where the survey has what it lists.
 */
const pages = globSync('src/pages/**/*.{astro,ts}').map((file) =>
  file
    .replaceAll('\\', '/')
    .slice(10)
    .replace(/\[\.{3}(?!index)\w+\]\.astro$/, 'index.astro'),
);
const fixed = pages.filter((file) => !/\[|(?:^|\/)_|^404/.test(file));

test('the pages are those of src/pages/', () => {
  const made = fixed.flatMap((file) =>
    file.endsWith('.astro')
      ? [file.replace(/(?:(?<=^|\/)index)?\.astro$/, '/').replace(/^\/|(?<=\/)\/$/g, '')]
      : [],
  );
  expect(made.toSorted()).toEqual([...STATIC_PAGES].toSorted());
});

test('the list of reading paths has an address where there are some', () => {
  const none = { themes: [], entries: [], paths: [], terms: [] };
  expect(listAddresses(none)).not.toContain('paths/');
  expect(listAddresses({ ...none, paths: ['evening'] })).toEqual(
    expect.arrayContaining(['paths/', 'paths/evening/']),
  );
});

test('the files are some of those of src/pages/, and of data/', () => {
  const routes = fixed.flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
  const made = [...routes, ...makeDataFiles(bees, createUrls('/')).map(({ path }) => path)];
  expect(STATIC_FILES.filter((file) => !made.includes(file))).toEqual([]);
});
