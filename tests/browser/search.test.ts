// Search as a reader uses it, in a real browser.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { openEngine } from '../../scripts/commands/search.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { describeOtherNames } from '../../src/search/other-names.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { findViolations } from './axe.ts';
import { answerLate } from './late-answer.ts';
import { test } from './site.ts';

const { entries, themes, terms } = toCatalog(await loadContent(process.cwd()));
const [theme] = themes;
/** A year with papers of that theme. */
const year = entries
  .find(({ fields }) => fields.themes.includes(theme?.id ?? '') && fields.published)
  ?.fields.published?.slice(0, 4);
const title = entries[0]?.fields.title ?? '';
/** A word that several papers have, whatever the survey is about: the most frequent long word of their titles. */
const word = mostFrequent(
  entries.flatMap(({ fields }) => fields.title.toLowerCase().match(/[a-z]{7,}/g) ?? []),
);

function mostFrequent(words: readonly string[]): string {
  const counts = Map.groupBy(words, (item) => item);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

const titles = (page: Page) => page.locator('[data-part="hits"] h2').allTextContents();
const status = (page: Page) => page.locator('[data-part="status"]');

test('results come as one types, with matches marked, and the address says what was searched', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage('/search/');
  await expect.poll(() => status(page).textContent()).toBe(`${entries.length} papers`);
  await page.keyboard.type(title.slice(0, 12));
  await expect.poll(() => page.locator('[data-part="hits"] mark').count()).toBeGreaterThan(0);
  await expect.poll(() => status(page).textContent()).toContain(`for “${title.slice(0, 12).trim()}”`);
  expect((await titles(page))[0]).toBe(title);
  expect(new URL(page.url()).searchParams.get('q')).toBe(title.slice(0, 12));
  await expect.poll(() => status(page).textContent()).toMatch(/^\d+ papers? .*for “/);
  assertQuiet();
});

test('before anybody asks, the page shows what the engine would, and loads nothing of the index', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage('/search/');
  const indexFiles: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) indexFiles.push(request.url());
  });
  await page.reload({ waitUntil: 'networkidle' });
  const shown = () =>
    page.evaluate(() => [
      ...[...document.querySelectorAll<HTMLAnchorElement>('[data-part="hits"] a')].map(({ href }) => href),
      ...[
        ...document.querySelectorAll(
          '[data-part="hits"] [data-slot], [data-part="count"], [data-part="status"], [data-part="more"], [data-count]',
        ),
      ].map((part) => part.textContent.trim()),
    ]);
  const atFirst = await shown();
  expect(atFirst).toContain(`${entries.length} papers`);
  expect(await titles(page)).toHaveLength(Math.min(10, entries.length));
  expect(indexFiles).toEqual([]);
  await page.keyboard.type('x');
  await expect.poll(() => indexFiles.length).toBeGreaterThan(0);
  await expect.poll(() => status(page).textContent()).toContain('“x”');
  await page.keyboard.press('Backspace');
  await expect.poll(() => status(page).textContent()).toBe(`${entries.length} papers`);
  expect(await shown()).toEqual(atFirst);
  assertQuiet();
});

test('results name their authors, also one who is not among the first, and mark whom one asks for', async ({
  site,
}) => {
  const paper = entries.find(({ fields }) => (fields.authors?.length ?? 0) > 5);
  const [first = '', ...others] = paper?.fields.authors ?? [];
  const { page, assertQuiet } = await site.openPage(`/search/?q=${encodeURIComponent(`"${others.at(-1)}"`)}`);
  const hit = page.locator(`[data-part="hits"] li:has(a[href$="/papers/${paper?.slug}/"])`);
  await expect.poll(() => hit.locator('[data-slot="authors"]').textContent()).toContain(`${first}, `);
  expect(await hit.locator('[data-slot="authors"]').textContent()).toMatch(/ and \d+ others$/);
  expect((await hit.locator('[data-slot="authors"] mark').allTextContents()).join(' ')).toContain(
    others.at(-1)?.split(/[ -]/).at(-1),
  );
  assertQuiet();
});

test('an address that asks nothing, whatever stands in it, shows the newest papers', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/search/?from=elsewhere');
  await expect.poll(() => page.locator('[data-part="hits"] h2').first().isVisible()).toBe(true);
  assertQuiet();
});

test('an address with a search shows its results, and the back button leads through the facets', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage(`/search/?q=${word}`);
  const counted = page.locator(`[data-count="${theme?.id}"]`);
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(0);
  const all = await status(page).textContent();
  const expected = Number(await counted.textContent());
  await page.locator(`input[name="theme"][value="${theme?.id}"]`).check();
  await expect.poll(() => status(page).textContent()).toContain('in the chosen themes');
  expect(Number.parseInt((await status(page).textContent()) ?? '', 10)).toBe(expected);
  expect(Number(await counted.textContent())).toBe(expected);
  expect(new URL(page.url()).searchParams.getAll('theme')).toEqual([theme?.id]);
  await page.goBack();
  await expect.poll(() => status(page).textContent()).toBe(all);
  expect(await page.locator('input[name="theme"]:checked').count()).toBe(0);
  assertQuiet();
});

test('on a phone what is chosen stands in a line, and the results before it are not pushed away', async ({
  site,
}) => {
  const address = `/search/?theme=${theme?.id}&year=${year}`;
  const { page, assertQuiet } = await site.openPage(address, { width: 390 });
  const summary = page.locator('search-page [data-part="narrow"] > summary');
  await expect.poll(() => summary.textContent()).toContain(`: ${theme?.fields.short}, ${year}`);
  const first = await page.locator('[data-part="hits"] h2').first().boundingBox();
  expect(first?.y).toBeLessThan(450);
  await summary.click();
  await page.locator('[data-part="clear"]').click();
  await expect.poll(() => summary.textContent()).not.toContain(':');
  expect(page.url()).not.toContain('theme=');
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect.poll(() => page.locator('.facets').isVisible()).toBe(true);
  assertQuiet();
});

test('an index that cannot be loaded is told', async ({ site }) => {
  const { page } = await site.openPage('/about/');
  await page.route('**/pagefind/*.pf_meta', (route) => route.abort());
  await page.goto(site.address(`/search/?q=${word}`));
  await expect.poll(() => status(page).textContent()).toContain('could not be loaded');
  expect(await page.locator('[data-part="count"]').textContent()).toBe(await status(page).textContent());
});

test('results can be sorted by date', async ({ site }) => {
  const { page } = await site.openPage(`/search/?q=${word}&sort=oldest`);
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(1);
  const dates = (await page.locator('[data-part="hits"] [data-slot="date"]').allTextContents()).map((date) =>
    Date.parse(date),
  );
  expect(dates).toEqual(dates.toSorted((a, b) => a - b));
});

test('an answer that comes late leaves the focus on its paper, or gives it back to the field', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage(`/search/?q=${word}`);
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(1);
  const [, second] = await titles(page);
  await page.locator('#site-search').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await answerLate(page, '#site-search', word);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second);
  await answerLate(page, '#site-search', 'xyzzyplugh');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search');
  assertQuiet();
});

test('everything can be done by keyboard', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=*');
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(1);
  const found = await titles(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.locator('#site-search').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(found[1]);
  await page.keyboard.press('Alt+ArrowDown');
  expect(await focused()).toBe(found[1]);
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe(found[0]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/papers/**');
  expect(await page.locator('h1').textContent()).toBe(found[0]);
  assertQuiet();
});

test('a slash that is typed into a field is a slash', async ({ site }) => {
  const { page } = await site.openPage('/search/');
  await page.locator('#site-search').fill('a');
  await page.keyboard.press('/');
  expect(await page.locator('#site-search').inputValue()).toBe('a/');
});

test('no results: the words are named and ways out are offered', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(`/search/?q=xyzzyplugh&theme=${theme?.id}`);
  await expect.poll(() => status(page).textContent()).toContain('No papers for “xyzzyplugh”');
  expect(await page.locator('[data-part="help"]').isVisible()).toBe(true);
  expect(await page.locator('main export-list').isVisible()).toBe(false);
  await page.locator('[data-part="drop-facets"]').click();
  await expect.poll(() => page.url()).not.toContain('theme=');
  await page.locator('#site-search').fill(`${word} xyzzyplugh`);
  await expect
    .poll(() => page.locator('[data-part="notice"]').textContent())
    .toContain('No paper has “xyzzyplugh”');
  await page.locator('[data-part="without"]').click();
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.get('q')).toBe(word);
  assertQuiet();
});

test('a slip is corrected, and the correction can be declined', async ({ site }) => {
  const slip = `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`;
  const { page, assertQuiet } = await site.openPage(`/search/?q=${slip}`);
  await expect
    .poll(() => page.locator('[data-part="corrected"]').textContent())
    .toBe(`“${word}” instead of “${slip}”`);
  expect((await titles(page)).length).toBeGreaterThan(0);
  await page.locator('[data-part="as-written"]').click();
  await expect.poll(() => status(page).textContent()).toContain(`No papers for “${slip}”`);
  expect(new URL(page.url()).searchParams.get('exact')).toBe('yes');
  assertQuiet();
});

test('names of the glossary that were searched for are said, on the page and in the dialog, and marked', async ({
  site,
}) => {
  const engine = await openEngine('dist/pagefind');
  const short = terms.flatMap(({ aliases = [] }) => aliases).filter((alias) => /^\p{Lu}{2,5}$/u.test(alias));
  const answers = await Promise.all(
    short.map(async (query) => ({ query, ...(await engine.search({ ...EMPTY_STATE, query }, 1)) })),
  );
  const wide = answers.find(({ alsoSearched }) => alsoSearched.some(({ names }) => names.length > 0));
  const said = describeOtherNames(wide?.alsoSearched ?? []);
  expect(said).toContain('“');
  const { page, assertQuiet } = await site.openPage(`/search/?q=${wide?.query}`);
  await expect.poll(() => page.locator('[data-part="widening"]').textContent()).toBe(said);
  await expect.poll(() => status(page).textContent()).toContain(said);
  // Every result shows why it is one.
  await expect.poll(() => page.locator('[data-part="hits"] li:not(:has(mark))').count()).toBe(0);
  await page.locator('#site-search').fill('xyzzyplugh');
  await expect.poll(() => page.locator('[data-part="widening"]').textContent()).toBe('');
  await page.goto(site.address('/about/'));
  await page.keyboard.press('/');
  await page.keyboard.type(wide?.query ?? '');
  await expect.poll(() => page.locator('dialog [data-part="count"]').textContent()).toContain(said);
  assertQuiet();
});

test('a field that names nothing is told, with what there is', async ({ site }) => {
  const { page } = await site.openPage('/search/?q=theme%3Axyzzy');
  await expect
    .poll(() => page.locator('[data-part="notices"]').textContent())
    .toContain('There is no theme “xyzzy”');
});

test('more results come on demand, and the focus goes to the first of them', async ({ site }) => {
  const { page } = await site.openPage('/search/');
  await expect.poll(async () => (await titles(page)).length).toBe(10);
  await page.locator('[data-part="more"]').click();
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(10);
  const shown = await titles(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(shown[10]);
});

test('markup in a search stays text', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(
    `/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
  );
  await expect.poll(() => status(page).textContent()).toContain('“<img');
  expect(await page.locator('search-page img').count()).toBe(0);
  assertQuiet();
});

test('without script the page says so and leads on', async ({ site }) => {
  const { page } = await site.openPage(`/search/?q=${word}`, { javaScript: false });
  expect(await page.locator('main').textContent()).toContain('Search needs JavaScript');
  expect(await page.locator('main a[href$="/papers/"]').count()).toBeGreaterThan(0);
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.for([`?q=${word}`, '?q=xyzzyplugh', `?q=${word}+xyzzyplugh&theme=${theme?.id}`])(
    'axe finds nothing at %s',
    async (query, { site }) => {
      const { page, assertQuiet } = await site.openPage(`/search/${query}`, { scheme });
      await expect.poll(() => status(page).textContent()).toMatch(/papers? .*for “/);
      expect(await findViolations(page)).toEqual([]);
      assertQuiet();
    },
  );
});

test('nothing overflows on a small phone, and the first result is not far', async ({ site }) => {
  const { page } = await site.openPage(`/search/?q=${word}`, { width: 320 });
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const box = await page.locator('[data-part="hits"] h2').first().boundingBox();
  expect(box?.y).toBeLessThan(700);
  // Nor does an address, which is one long word.
  await page
    .locator('[data-slot="excerpt"]')
    .first()
    .evaluate((excerpt) => (excerpt.textContent = `https://example.org/${'onelongaddress'.repeat(5)}`));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

/** What people searched for when the ranking was judged, or else words of titles; with each, what a state can add. */
const queries = [
  ...(await readQueries()),
  ...entries.slice(0, 4).flatMap(({ fields }) => fields.title.match(/[\p{L}\p{N}*-]+/gu)?.slice(0, 2) ?? []),
  `theme:${theme?.id} ${word}`,
  `year:>=${year} -${word}`,
  'xyzzyplugh',
];

async function readQueries(): Promise<string[]> {
  try {
    const { queries } = parse(await readFile('content/relevance.yaml', 'utf8'));
    return queries.map(({ query }: { query: string }) => query);
  } catch {
    return [];
  }
}

/** Searches in a page as a reader does; returns the slugs of the papers shown, in their order. */
async function searchInPage(page: Page, query: string): Promise<(string | undefined)[]> {
  await page.locator('#site-search').fill(query);
  const asked = query.trim().replace(/^"([^"]+)"$/, '$1');
  await expect.poll(() => page.locator('[data-part="count"]').textContent()).toContain(`“${asked}”`);
  const links = page.locator('[data-part="hits"] h2 a');
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  return addresses.map((address) => address?.split('/').at(-2));
}

test('the terminal and the browser give the same papers in the same order, for every query', async ({
  site,
}) => {
  const { page } = await site.openPage('/search/');
  // What `conspectus search` asks; that it prints what it is answered, tests/search/terminal.test.ts shows.
  const engine = await openEngine('dist/pagefind');
  for (const query of new Set(queries)) {
    const { hits } = await engine.search({ ...EMPTY_STATE, query }, 10);
    const found = await searchInPage(page, query);
    expect({ query, found }).toEqual({ query, found: hits.map(({ slug }) => slug) });
  }
  expect(queries.length).toBeGreaterThan(10);
}, 120_000);

test('the command itself prints what the browser shows', async ({ site }) => {
  const { page } = await site.openPage('/search/');
  const args = ['scripts/conspectus.ts', 'search', word, '--json', '--limit', '10'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const printed = (JSON.parse(stdout) as { slug: string }[]).map(({ slug }) => slug);
  expect(await searchInPage(page, word)).toEqual(printed);
});
