// A second survey, of another field, really built: whatever the software does for the first one it does for this too.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { unpackPortableEdition } from '../portable-folder.ts';
import { type BuiltSite, buildSite } from '../sites/build-site.ts';
import { findLostLinks, readPages, type SitePages } from '../sites/read-site.ts';
import { openSite, type Site } from './site.ts';

const LONG = 300_000;
const survey = join(import.meta.dirname, '..', 'sites', 'second');
const { entries, themes, terms, paths } = toCatalog(await loadContent(survey));

let built: BuiltSite;
let site: Site;
let pages: SitePages;
beforeAll(async () => {
  built = await buildSite(survey);
  site = await openSite({ outDir: built.dist, base: '/' });
  pages = readPages(built.dist);
}, LONG);
afterAll(async () => {
  await site?.close();
  built?.remove();
});

test('it is a whole survey: twenty papers, essays, terms, results, a path, a bibliography', () => {
  expect(entries).toHaveLength(20);
  for (const { body } of themes) expect(body).toContain('[@');
  expect(terms.length).toBeGreaterThan(10);
  expect(paths).toHaveLength(1);
  expect(entries.filter(({ fields }) => fields.results).length).toBeGreaterThan(5);
  expect(existsSync(join(survey, 'content', 'sources', 'bridges.bib'))).toBe(true);
});

test('every paper, theme, term and path has its page, with its name', () => {
  const expected = [
    ...entries.map(({ slug, fields }) => [`papers/${slug}`, fields.title]),
    ...themes.map(({ id, fields }) => [`themes/${id}`, fields.title]),
    ...paths.map(({ id, fields }) => [`paths/${id}`, fields.title]),
  ];
  for (const [address, title] of expected)
    expect(pages.get(`${address}/index.html`)?.textOf('h1'), address).toBe(title);
  for (const { id } of terms) expect(pages.has(`terms/${id}/index.html`), id).toBe(true);
});

test('a paper leads to its file in the repository, and every page to the form for a new one', () => {
  const root = 'https://github.com/example/bridges';
  for (const { slug, fields } of entries)
    expect(pages.get(`papers/${slug}/index.html`)?.links).toContain(
      `${root}/edit/main/content/entries/${fields.themes[0]}/${slug}.md`,
    );
  for (const [name, { links }] of pages)
    expect(links, name).toContain(`${root}/issues/new?template=add-paper.yml`);
});

test('every link within the site leads to a page, and to its place there', () => {
  expect(findLostLinks(built.dist, pages)).toEqual([]);
});

test('no word of the first survey is on its pages', async () => {
  const first = toCatalog(await loadContent(process.cwd()));
  const text = [...pages.values()].map((page) => page.text).join('\n');
  expect(text).not.toContain(first.survey.title);
  for (const { fields } of first.themes) expect(text).not.toContain(fields.title);
  for (const { fields } of first.entries) expect(text).not.toContain(fields.title);
});

describe('in a browser', () => {
  test('search finds each paper by its title', { timeout: LONG }, async () => {
    const { page, assertQuiet } = await site.openPage('/search/');
    for (const { fields } of entries) {
      await page.goto(site.address(`/search/?q=${encodeURIComponent(fields.title)}`));
      const first = page.locator('[data-part="hits"] [data-slot="title"]').first();
      await expect
        .poll(() => first.textContent(), { message: fields.title, timeout: 10_000 })
        .toBe(fields.title);
    }
    assertQuiet();
  });

  test('papers are compared, and kept in a list', async () => {
    const [a, b] = entries;
    const { page, assertQuiet } = await site.openPage(`/compare/?p=${a?.slug}&p=${b?.slug}`);
    for (const entry of [a, b])
      await page
        .getByRole('link', { name: entry?.fields.title ?? '' })
        .first()
        .waitFor();
    assertQuiet();
  });

  test('the portable edition opens from its folder, and finds a paper', { timeout: LONG }, async () => {
    const portable = await unpackPortableEdition(built.dist);
    try {
      const [paper] = entries;
      const { page } = await site.openPage('/');
      await page.goto(
        portable.address(`search/index.html?q=${encodeURIComponent(paper?.fields.title ?? '')}`),
      );
      const first = page.locator('[data-part="hits"] [data-slot="title"]').first();
      await expect.poll(() => first.textContent(), { timeout: 10_000 }).toBe(paper?.fields.title);
      await first.click();
      await page.waitForURL((url) => url.href === portable.address(`papers/${paper?.slug}/index.html`));
    } finally {
      portable.remove();
    }
  });
});

test('programs get its papers: data, feed and sitemap name all of them', () => {
  for (const name of ['data/survey.json', 'feed.xml', 'sitemap.xml', 'llms.txt']) {
    const text = readFileSync(join(built.dist, name), 'utf8');
    const missing = entries.filter(({ slug }) => !text.includes(slug)).map(({ slug }) => slug);
    expect(missing, name).toEqual([]);
  }
});
