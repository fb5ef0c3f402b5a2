// Search from any page, by a key.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { findViolations } from './axe.ts';
import { answerLate } from './late-answer.ts';
import { test } from './site.ts';

const { entries, themes } = toCatalog(await loadContent(process.cwd()));
const [first] = entries;
const title = first?.fields.title ?? '';
const word = title.match(/\p{L}{5,}/u)?.[0] ?? '';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the papers' });
const hits = (page: Page) => dialog(page).locator('[data-slot="title"]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

describe.each(['/', `/themes/${themes[0]?.id}/`, `/papers/${first?.slug}/`, '/search/help/'])(
  'on %s',
  (path) => {
    test.for(['/', 'Control+k', 'Meta+k'])(
      '%s opens it, Escape closes it and the focus returns',
      async (key, { site }) => {
        const { page, assertQuiet } = await site.openPage(path);
        const link = page.locator('main a:visible').first();
        await link.focus();
        await page.keyboard.press(key);
        expect(await focused(page)).toBe('dialog-search');
        await page.keyboard.press('Escape');
        expect(await dialog(page).count()).toBe(0);
        expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
        assertQuiet();
      },
    );
  },
);

test('results come as one types; arrows lead through them, and Enter opens one', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.keyboard.press('/');
  await page.keyboard.type(title);
  await expect.poll(() => hits(page).first().textContent()).toBe(title);
  expect(await dialog(page).locator('mark').count()).toBeGreaterThan(0);
  await expect.poll(() => dialog(page).getByRole('status').textContent()).toContain('paper');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('dialog-search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/papers/${first?.slug}/`);
  assertQuiet();
});

test('an answer that comes late leaves the focus on its paper, or gives it back to the field', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.keyboard.press('/');
  await page.keyboard.type(title);
  await expect.poll(() => hits(page).first().textContent()).toBe(title);
  await page.keyboard.press('ArrowDown');
  await answerLate(page, '#dialog-search', title);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
  await answerLate(page, '#dialog-search', 'xyzzyplugh');
  expect(await focused(page)).toBe('dialog-search');
  assertQuiet();
});

test('Enter in the field leads to all results, and so does the link', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  const all = dialog(page).locator('[data-part="all"]');
  await all.waitFor();
  const address = await all.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/**');
  expect(new URL(page.url()).searchParams.get('q')).toBe(word);
  expect(new URL(address ?? '').search).toBe(new URL(page.url()).search);
  assertQuiet();
});

test('a slip is corrected, and one is told', async ({ site }) => {
  const slip = word.slice(0, 2) + word.slice(3);
  const { page } = await site.openPage('/about/');
  await page.keyboard.press('/');
  await page.keyboard.type(slip);
  await expect
    .poll(() => dialog(page).locator('[data-part="count"]').textContent())
    .toContain(`instead of “${slip}”`);
});

test('where nothing is found, terms of the glossary lead on', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.keyboard.press('/');
  await page.keyboard.type('xyzzyplugh');
  const near = dialog(page).locator('[data-part="near"] a').first();
  await near.waitFor();
  expect((await near.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  const name = await near.textContent();
  await near.click();
  await page.waitForURL('**/search/**');
  expect(new URL(page.url()).searchParams.get('q')).toBe(name);
  await page.locator('[data-slot="title"]').first().waitFor();
  assertQuiet();
});

test('the slash of somebody who types is a slash', async ({ site }) => {
  const { page } = await site.openPage('/about/');
  await page.locator('#site-search').focus();
  await page.keyboard.type('a/b');
  expect(await page.locator('#site-search').inputValue()).toBe('a/b');
  expect(await dialog(page).count()).toBe(0);
});

test('on the search page the keys lead to its own field', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(`/search/?q=${word}`);
  await page.locator('[data-slot="title"]').first().focus();
  await page.keyboard.press('Control+k');
  expect(await focused(page)).toBe('site-search');
  expect(await page.locator('search-dialog').count()).toBe(0);
  assertQuiet();
});

test('nothing of the search engine is loaded before one opens it', async ({ site }) => {
  const { page } = await site.openPage('/about/');
  const loaded = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pagefind/')).length,
    );
  expect(await loaded()).toBe(0);
  await page.keyboard.press('/');
  await expect.poll(loaded).toBeGreaterThan(0);
});

test.for([
  [320, 'light'],
  [1280, 'dark'],
] as const)(
  'at a width of %i, in %s, nothing is cut off and axe finds nothing',
  async ([width, scheme], { site }) => {
    const { page, assertQuiet } = await site.openPage('/about/', { width, scheme });
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await hits(page).first().waitFor();
    const overflow = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await findViolations(page, 'search-dialog')).toEqual([]);
    assertQuiet();
  },
);
