// A second survey, of another field, really built: whatever the software does for the first one it does for this too.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../scripts/commands/search.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
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

test('its papers go out in every format, all of them and those of a theme', () => {
  const exported = (file: string) => readFileSync(join(built.dist, 'data', file), 'utf8');
  expect(exported('papers.bib').match(/^@\w+\{/gm)).toHaveLength(20);
  expect(exported('papers.ris').match(/^TY {2}- /gm)).toHaveLength(20);
  expect(JSON.parse(exported('papers.csl.json'))).toHaveLength(20);
  for (const { fields } of entries) expect(exported('papers.csv')).toContain(fields.title.split('"')[0]);
  const loads = entries.filter(({ fields }) => fields.themes.includes('loads'));
  expect(exported('themes/loads.bib').match(/^@\w+\{/gm)).toHaveLength(loads.length);
});

test('the terminal searches it: every paper is found by its title, and a term by its alias', async () => {
  const engine = await openEngine(join(built.dist, 'pagefind'));
  const find = async (query: string) => (await engine.search({ ...EMPTY_STATE, query }, 20)).hits;
  for (const { slug, fields } of entries) expect((await find(fields.title))[0]?.slug).toBe(slug);
  const [term] = terms.filter(({ aliases }) => aliases);
  expect((await find(term?.aliases?.[0] ?? '')).length).toBeGreaterThan(0);
});

test('programs get a formula in their own way: TeX in Markdown, plain characters in the structured data', () => {
  const read = (file: string) => readFileSync(join(built.dist, 'papers/counting-fatigue', file), 'utf8');
  expect(read('index.html.md')).toContain('$O(n \\log n)$ steps');
  expect(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read('index.html'))?.[1]).not.toContain(
    '$O',
  );
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

  test('a formula of an abstract is shown as mathematics, within the policy of the site', async () => {
    const { page, assertQuiet } = await site.openPage('/papers/counting-fatigue/');
    const formula = page.locator('blockquote.prose math');
    expect(await formula.getAttribute('alttext')).toBe('O(n \\log n)');
    expect((await formula.boundingBox())?.width).toBeGreaterThan(30);
    expect(await page.locator('blockquote.prose').textContent()).not.toContain('$');
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
