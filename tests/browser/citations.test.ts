// A citation in an essay tells what it cites, without leaving the sentence.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { citedSlugs } from '../../src/core/citations.ts';
import { shortAuthorsLabel } from '../../src/site/labels.ts';
import { findViolations } from './axe.ts';
import { test } from './site.ts';

const { entries, themes } = toCatalog(await loadContent(process.cwd()));
const theme = themes.find(({ body }) => citedSlugs(body).length > 2);
const [first = ''] = citedSlugs(theme?.body ?? '');
const cited = entries.find(({ slug }) => slug === first);
const path = `/themes/${theme?.id}/`;

const tip = (page: Page) => page.locator('#tip');
const citation = (page: Page) => page.locator('a.citation').first();

test('pointed at, it shows title, year and summary; the pointer may go there; then it goes', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage(path);
  await citation(page).hover();
  await tip(page).waitFor({ state: 'visible' });
  const words = await tip(page).textContent();
  expect(words).toContain(cited?.fields.title);
  expect(words).toContain(cited?.fields.published?.slice(0, 4));
  expect(words).toContain(cited && shortAuthorsLabel(cited.fields));
  expect(words).toContain(cited?.fields.summary);
  await tip(page).hover();
  await page.waitForTimeout(600);
  expect(await tip(page).isVisible()).toBe(true);
  await page.mouse.move(2, 2);
  await tip(page).waitFor({ state: 'hidden' });
  assertQuiet();
});

test('by keyboard it shows, Escape takes it away, and Enter leads to the paper', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(path);
  await page.locator('a.citation').nth(1).focus();
  await page.keyboard.press('Shift+Tab');
  while (!(await citation(page).evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Shift+Tab');
  await tip(page).waitFor({ state: 'visible' });
  expect(await citation(page).getAttribute('aria-describedby')).toBe('tip');
  await page.keyboard.press('Escape');
  await tip(page).waitFor({ state: 'hidden' });
  // Without the tip it is again the list of references that describes it.
  expect(await citation(page).getAttribute('aria-describedby')).toBe(`ref-${first}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/papers/${first}/`);
  assertQuiet();
});

test('a finger follows the link', async ({ site }) => {
  const { page } = await site.openPage(path, { width: 390, context: { hasTouch: true } });
  await citation(page).tap();
  await page.waitForURL(`**/papers/${first}/`);
});

test.for([
  [320, 'light'],
  [1280, 'dark'],
] as const)(
  'stands within the window at a width of %i, and axe finds nothing, in %s',
  async ([width, scheme], { site }) => {
    const { page, assertQuiet } = await site.openPage(path, { width, scheme });
    for (const link of (await page.locator('a.citation').all()).slice(0, 8)) {
      await link.hover();
      await tip(page).waitFor({ state: 'visible' });
      const box = await tip(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
    }
    await citation(page).hover();
    await tip(page).waitFor({ state: 'visible' });
    expect(await findViolations(page, '#tip', '.citations')).toEqual([]);
    assertQuiet();
  },
);
