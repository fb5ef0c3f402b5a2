// A survey that fills many pages, as pages that hold little make of it: every list goes on, nothing is lost on the way,
// and what a script sorts, filters and exports is all of it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { renderListHash } from '../../src/client/reading-list-items.ts';
import { byNewest } from '../../src/core/catalog.ts';
import { countPieces, pieceOf } from '../../src/core/data-pieces.ts';
import { unpackPortableEdition } from '../portable-folder.ts';
import { type BuiltSite, buildSite } from '../sites/build-site.ts';
import { findLostLinks, readPages, type SitePages } from '../sites/read-site.ts';
import { findViolations } from './axe.ts';
import { openSite, type Site } from './site.ts';

const LONG = 300_000;
const survey = join(import.meta.dirname, '..', 'sites', 'second');
const { entries, themes, terms } = toCatalog(await loadContent(survey));
const newest = entries.toSorted(byNewest);
const results = entries.flatMap(({ fields }) => fields.results ?? []);
const ROWS = 6;
const LIST = 2;
const SIZES = `export const PAGE_SIZES = { rows: ${ROWS}, list: ${LIST}, resultsOfTerm: 2, map: 8, timeline: 10 };
export const ROWS_PER_FILE = 7;
export const PAPERS_PER_PIECE = 3;`;
/** The files that scripts find papers in. */
const PIECES = countPieces(entries.length, 3);

let built: BuiltSite;
let site: Site;
let pages: SitePages;
beforeAll(async () => {
  built = await buildSite(survey, { 'src/site/page-sizes.ts': SIZES });
  site = await openSite({ outDir: built.dist, base: '/' });
  pages = readPages(built.dist);
}, LONG);
afterAll(async () => {
  await site?.close();
  built?.remove();
});

/** The pages of a list in their order: `papers/index.html`, `papers/2/index.html` … */
function pagesOf(folder: string): string[] {
  const names = [`${folder}/index.html`];
  for (let number = 2; pages.has(`${folder}/${number}/index.html`); number++)
    names.push(`${folder}/${number}/index.html`);
  return names;
}
const htmlOf = (name: string) => pages.get(name)?.html ?? '';
const listedOnPage = (name: string) =>
  [...htmlOf(name).matchAll(/data-listed="([^"]+)"/g)].map(([, id = '']) => id);
const listedOn = (folder: string) => pagesOf(folder).flatMap(listedOnPage);

describe('pages', () => {
  test('have all papers, newest first, each once', () => {
    expect(pagesOf('papers')).toHaveLength(Math.ceil(entries.length / ROWS));
    expect(listedOn('papers')).toEqual(newest.map(({ slug }) => slug));
  });

  test('have a twin in Markdown that their head leads to, but for those that go on with a list', () => {
    for (const [name, { html }] of pages) {
      if (!html.includes('<link rel="canonical"')) continue;
      const isFurther = /\/\d+\/index\.html$/.test(name);
      expect(html.includes('type="text/markdown"'), name).toBe(!isFurther);
      expect(existsSync(join(built.dist, `${name}.md`)), name).toBe(!isFurther);
    }
  });

  test('have all papers of each theme, and none is long', () => {
    for (const { id } of themes) {
      const own = entries.filter(({ fields }) => fields.themes.includes(id)).map(({ slug }) => slug);
      expect(listedOn(`themes/${id}`).toSorted(), id).toEqual(own.toSorted());
      for (const name of pagesOf(`themes/${id}`))
        expect(htmlOf(name).match(/data-listed=/g)?.length, name).toBeLessThanOrEqual(LIST);
    }
  });

  test('have all results, each once', () => {
    const ids = listedOn('results');
    expect(new Set(ids).size).toBe(results.length);
    expect(ids).toHaveLength(results.length);
  });

  test('of a term have all papers that use it', () => {
    const long = terms.map(({ id }) => `terms/${id}`).filter((folder) => pagesOf(folder).length > 1);
    expect(long.length).toBeGreaterThan(0);
    for (const folder of long) {
      const papers = listedOn(folder).filter((id) => !id?.startsWith('result-'));
      expect(new Set(papers).size, folder).toBe(papers.length);
      expect(htmlOf(`${folder}/index.html`), folder).toContain(`${papers.length} papers, newest first`);
    }
  });

  test('say which they are, where they belong, and what is before and after', () => {
    const page = pages.get('papers/2/index.html');
    const count = pagesOf('papers').length;
    expect(page?.textOf('title')).toContain(`All papers, page 2 of ${count}`);
    expect(page?.text).toContain(`Papers 7 to 12 of ${entries.length}, newest first`);
    expect(page?.text).toContain(`Page 2 of ${count}`);
    expect(page?.html).toMatch(/<link rel="canonical" href="[^"]+\/papers\/2\/"/);
    for (const name of ['link', 'a'])
      for (const [rel, url] of [
        ['prev', '/papers/'],
        ['next', '/papers/3/'],
      ])
        expect(page?.html, `${name} ${rel}`).toMatch(new RegExp(`<${name} rel="${rel}" href="${url}"`));
    expect(readFileSync(join(built.dist, 'sitemap.xml'), 'utf8')).toContain('/papers/2/');
  });

  test('lead to pages, and to places on them', () => {
    expect(findLostLinks(built.dist, pages)).toEqual([]);
  });
});

test('a map shows a part, says which, and leads to the maps of themes', () => {
  const map = pages.get('map/index.html');
  expect(map?.text).toContain(`Shown are 8 of ${entries.length} papers`);
  const used = themes.filter(({ id }) => entries.some(({ fields }) => fields.themes[0] === id));
  for (const { id } of used) expect(map?.links).toContain(`/map/${id}/`);
  const dots = (name: string) =>
    new Set([...htmlOf(name).matchAll(/class="dot[^>]+data-slug="([^"]+)"/g)].map(([, slug]) => slug));
  expect(dots('map/index.html').size).toBe(8);
  for (const { id } of used) expect(dots(`map/${id}/index.html`).size, id).toBeGreaterThan(0);
});

test('the plot over time shows years, and leads to their papers', () => {
  expect(pages.get('index.html')?.text).toContain('One dot a year');
  const years = pages.get('index.html')?.links.filter((link) => /\?theme=[^&]+&year=/.test(link)) ?? [];
  expect(years.length).toBeGreaterThan(themes.length);
});

describe('with a script', () => {
  test('all papers are sorted, not only those of the page', async () => {
    const { page, assertQuiet } = await site.openPage('/papers/2/');
    await page.getByRole('button', { name: 'Title' }).click();
    const titles = entries
      .map(({ fields }) => fields.title)
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const shown = async () => (await page.locator('tbody th').allTextContents()).map((title) => title.trim());
    await expect.poll(shown).toEqual(titles.slice(0, ROWS));
    expect(await page.getByRole('status').first().textContent()).toContain(
      `${entries.length} papers, by title, A to Z; the first ${ROWS} are shown`,
    );
    expect(await page.locator('nav[data-part="pages"]').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(shown).toEqual(titles.slice(0, 2 * ROWS));
    assertQuiet();
  });

  test('a row that was loaded is like one that was there', async () => {
    const { page } = await site.openPage('/papers/2/');
    const row = page.locator(`tr[data-listed="${newest[ROWS]?.slug}"]`);
    const before = await row.evaluate((element) => element.outerHTML);
    const header = page.locator('th[data-key="date"] button');
    await header.click();
    await header.click();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2 * ROWS);
    const absolute = (html: string) => html.replaceAll(/href="\//g, `href="${site.address('/')}`);
    const tidy = (html: string) =>
      absolute(html)
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/> ?| ?</g, '|');
    expect(tidy(await row.evaluate((element) => element.outerHTML))).toBe(tidy(before));
  });

  test('all papers are filtered by theme, and exported', async () => {
    const { page, assertQuiet } = await site.openPage('/papers/');
    const theme = themes[1]?.id ?? '';
    const own = newest.filter(({ fields }) => fields.themes.includes(theme));
    const wanted = own.map(({ slug }) => slug);
    await page.locator('paper-table select').selectOption(theme);
    const shown = () =>
      page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-listed')));
    await expect.poll(shown).toEqual(wanted.slice(0, ROWS));
    await page.locator('export-list summary').first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).first().click();
    const text = readFileSync(await (await download).path(), 'utf8');
    for (const { fields } of own) expect(text).toContain(fields.title);
    expect(text.trim().split('\n')).toHaveLength(own.length + 1);
    assertQuiet();
  });

  test('a filter in the address is one of all papers, on whatever page', async () => {
    const theme = themes[1]?.id ?? '';
    const { page, assertQuiet } = await site.openPage(`/papers/2/?theme=${theme}`);
    const wanted = newest.filter(({ fields }) => fields.themes.includes(theme)).map(({ slug }) => slug);
    const shown = () =>
      page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-listed')));
    await expect.poll(shown).toEqual(wanted.slice(0, ROWS));
    expect(await page.locator('paper-table select').inputValue()).toBe(theme);
    expect(await page.locator('nav[data-part="pages"]').isVisible()).toBe(false);
    assertQuiet();
  });

  test('all results are sorted and filtered', async () => {
    const { page, assertQuiet } = await site.openPage('/results/2/');
    const sorted = page.getByRole('button', { name: 'Paper' });
    await sorted.click();
    const status = () => page.getByRole('status').first().textContent();
    const rows = page.locator('tbody tr[data-value]');
    await expect
      .poll(status)
      .toContain(`${results.length} results, by benchmark, then by paper, A to Z; the first`);
    expect(await rows.count()).toBe(ROWS);
    const theme = themes[0]?.id ?? '';
    await page.getByLabel('Theme').selectOption(theme);
    const all = entries
      .filter(({ fields }) => fields.themes.includes(theme))
      .flatMap(({ fields }) => fields.results ?? []).length;
    expect(all).toBeLessThan(results.length);
    await expect.poll(status).toContain(`${all} of ${results.length} results`);
    expect(await rows.count()).toBe(all);
    expect(await page.locator('tbody tr[data-value] summary').allTextContents()).not.toContain('');
    assertQuiet();
  });

  test('what cannot be loaded is said', async () => {
    const { page } = await site.openPage('/papers/');
    await page.route('**/data/rows/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Title' }).click();
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('could not be loaded');
    expect(await page.locator('tbody tr').count()).toBe(ROWS);
  });
});

test.each(['/papers/2/', '/results/2/', `/themes/${themes[0]?.id}/2/`, `/map/${themes[0]?.id}/`])(
  '%s is accessible, and fits narrow screens',
  async (path) => {
    const { page } = await site.openPage(path);
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);

describe('of all papers a script loads those that it needs', () => {
  const [first, second, third] = newest.map(({ slug, fields: { title } }) => ({ slug, title }));
  if (!first || !second || !third) throw new Error('The survey has too few papers for this test.');
  const filesOf = (kind: string, slugs: readonly string[]) =>
    [...new Set(slugs.map((slug) => `/data/pieces/${kind}-${pieceOf(slug, PIECES)}.json`))].toSorted();
  /** Opens a page; `asked` are the files of papers that it has asked for since. */
  async function openAndWatch(path: string) {
    const opened = await site.openPage('/papers/');
    const asked = new Set<string>();
    opened.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/data\/(?:pieces|papers|abstracts)/.test(pathname)) asked.add(pathname);
    });
    const save = opened.page.getByRole('button', { name: `Save ${second?.title}`, exact: true });
    await save.click();
    await opened.page.goto(site.address(path));
    return { ...opened, asked };
  }

  test('to export a page', async () => {
    const theme = themes[0]?.id ?? '';
    const slugs = listedOnPage(`themes/${theme}/index.html`);
    const { page, asked, assertQuiet } = await openAndWatch(`/themes/${theme}/`);
    await page.locator('main export-list summary').first().click();
    await expect.poll(() => [...asked].toSorted()).toEqual(filesOf('papers', slugs));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download this page RIS' }).first().click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text.match(/^AB {2}- ./gm)).toHaveLength(slugs.length);
    expect([...asked].toSorted()).toEqual([...filesOf('abstracts', slugs), ...filesOf('papers', slugs)]);
    assertQuiet();
  });

  test('to export results', async () => {
    const { page, asked, assertQuiet } = await openAndWatch('/results/');
    await page.locator('main export-list summary').first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON' }).first().click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(JSON.parse(text).results).toHaveLength(results.length);
    const having = entries.filter(({ fields }) => fields.results).map(({ slug }) => slug);
    expect([...asked].toSorted()).toEqual(filesOf('papers', having));
    assertQuiet();
  });

  test('to show the reading list, and what is shared', async () => {
    const { page, asked, assertQuiet } = await openAndWatch('/list/');
    const titles = () => page.locator('[data-part="items"] [data-slot="title"]').allTextContents();
    await expect.poll(titles).toEqual([second.title]);
    expect([...asked]).toEqual(filesOf('papers', [second.slug]));
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      renderListHash([{ slug: third.slug, isRead: false, note: '' }]),
    );
    await page.getByRole('button', { name: 'Add to my list' }).click();
    await expect.poll(titles).toEqual([second.title, third.title]);
    expect([...asked].toSorted()).toEqual(filesOf('papers', [second.slug, third.slug]));
    assertQuiet();
  });

  test('to compare: what is saved is offered beside', async () => {
    const { page, asked, assertQuiet } = await openAndWatch(`/compare/?p=${first.slug}&p=${third.slug}`);
    const heads = () => page.locator('thead th a').allTextContents();
    await expect.poll(heads).toEqual([first.title, third.title]);
    const all = [first, second, third].map(({ slug }) => slug);
    expect([...asked].toSorted()).toEqual(filesOf('papers', all));
    expect(await page.locator('[data-part="add"] option').allTextContents()).toEqual([
      'Choose one that you saved',
      second.title,
    ]);
    expect(await page.locator('[data-part="help"]').isVisible()).toBe(true);
    await page.locator('[data-part="add"]').selectOption(second.slug);
    await expect.poll(heads).toEqual([first.title, third.title, second.title]);
    assertQuiet();
  });
});

test('the portable edition goes from page to page, and sorts all of them', async () => {
  const edition = await unpackPortableEdition(built.dist);
  try {
    expect(edition.names).toContain('papers/2/index.html');
    const { page } = await site.openPage('/');
    await page.goto(edition.address('papers/index.html'));
    await page.locator('nav[data-part="pages"] a[rel="next"]').click();
    expect(page.url()).toBe(edition.address('papers/2/index.html'));
    await page.getByRole('button', { name: 'Authors' }).click();
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('most authors first');
    const link = page.locator('tbody th a').first();
    await link.click();
    expect(page.url()).toMatch(/\/papers\/[^/]+\/index\.html$/);
    await page.goto(`${edition.address('compare/index.html')}?p=${newest[0]?.slug}&p=${newest[9]?.slug}`);
    await expect.poll(() => page.locator('thead th a').count()).toBe(2);
  } finally {
    edition.remove();
  }
});
