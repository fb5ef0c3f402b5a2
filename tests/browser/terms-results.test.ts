// What script adds to terms and results: the definition beside a term, and a table that can be sorted and filtered.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { makeTermFinder, termsOf } from '../../src/core/terms.ts';
import { test } from './site.ts';

const { entries, paths, terms, themes } = toCatalog(await loadContent(process.cwd()));
const find = makeTermFinder(terms);
const paper = entries.find((entry) => find(entry.text).length > 3 && termsOf(entry, find).length > 3);
const paperPath = `/papers/${paper?.slug}/`;
const results = entries.flatMap(({ fields }) => fields.results ?? []);

const tip = (page: Page) => page.locator('#tip');
const focusByKeyboard = async (page: Page) => {
  await page.locator('a.term').nth(1).focus();
  await page.keyboard.press('Shift+Tab');
};

describe('the definition of a term', () => {
  test('shows beside it when it has the focus, describes it, and goes with Escape', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage(paperPath);
    await focusByKeyboard(page);
    const term = page.locator('a.term').first();
    await tip(page).waitFor({ state: 'visible' });
    const shown = await term.getAttribute('data-term');
    expect(await tip(page).textContent()).toContain(terms.find(({ id }) => id === shown)?.definition);
    expect(await term.getAttribute('aria-describedby')).toBe('tip');
    await page.keyboard.press('Escape');
    await tip(page).waitFor({ state: 'hidden' });
    expect(await term.getAttribute('aria-describedby')).toBe(null);
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
    assertQuiet();
  });

  test('stays while the pointer is on it, and goes when the pointer leaves', async ({ site }) => {
    const { page } = await site.openPage(paperPath);
    await page.locator('a.term').first().hover();
    await tip(page).waitFor({ state: 'visible' });
    await tip(page).hover();
    await page.waitForTimeout(600);
    expect(await tip(page).isVisible()).toBe(true);
    await page.mouse.move(2, 2);
    await tip(page).waitFor({ state: 'hidden' });
  });

  test.for([320, 1280])('stands within the window at a width of %i', async (width, { site }) => {
    const { page } = await site.openPage(paperPath, { width });
    for (const term of await page.locator('a.term').all()) {
      await term.hover();
      await page.waitForFunction(
        (element) => element?.getAttribute('aria-describedby') === 'tip',
        await term.elementHandle(),
      );
      const box = await tip(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
    }
  });

  test('shows on a reading path, at the first mention of each term there', async ({ site }) => {
    const path = paths.find(({ body }) => find(body).length > 0);
    const { page, assertQuiet } = await site.openPage(`/paths/${path?.id}/`);
    const shown = await page
      .locator('a.term')
      .evaluateAll((links: HTMLElement[]) => links.map((link) => link.dataset['term']));
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown).size).toBe(shown.length);
    await page.locator('a.term').first().hover();
    await tip(page).waitFor({ state: 'visible' });
    expect(await tip(page).textContent()).toContain(terms.find(({ id }) => id === shown[0])?.definition);
    assertQuiet();
  });

  test('is no part of the abstract', async ({ site }) => {
    const { page } = await site.openPage(paperPath);
    const words = () => page.locator('blockquote').first().textContent();
    const before = await words();
    await page.locator('a.term').first().hover();
    await tip(page).waitFor({ state: 'visible' });
    expect(await words()).toBe(before);
  });
});

describe('the table of results', () => {
  const visible = (page: Page) => page.locator('tbody tr[data-value]:visible');

  test('is filtered by theme, measure and benchmark', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/results/');
    expect(await visible(page).count()).toBe(results.length);
    const { benchmark, measure } = results.find((result) => result.benchmark) ?? {};
    const status = page.getByRole('status');
    await page.locator('select[name="measure"]').selectOption(measure ?? '');
    const ofMeasure = results.filter((result) => result.measure === measure);
    expect(await visible(page).count()).toBe(ofMeasure.length);
    await page.locator('select[name="benchmark"]').selectOption(benchmark ?? '');
    const both = ofMeasure.filter((result) => result.benchmark === benchmark).length;
    expect(await visible(page).count()).toBe(both);
    expect(await status.textContent()).toContain(`${both} of ${results.length} results`);
    await page.locator('select[name="benchmark"]').selectOption('');
    await page.locator('select[name="measure"]').selectOption('');
    const theme = themes.find(({ id }) =>
      entries.some(({ fields }) => fields.results && fields.themes.includes(id)),
    );
    await page.locator('select[name="theme"]').selectOption(theme?.id ?? '');
    const ofTheme = entries.filter(({ fields }) => fields.themes.includes(theme?.id ?? ''));
    expect(await visible(page).count()).toBe(ofTheme.flatMap(({ fields }) => fields.results ?? []).length);
    assertQuiet();
  });

  test('is sorted within a benchmark, and values only within one metric', async ({ site }) => {
    const { page } = await site.openPage('/results/');
    await page.locator('th[data-key="value"] button').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('th[data-key="value"]').getAttribute('aria-sort')).toBe('descending');
    const groups = await page.locator('tbody').evaluateAll((bodies) =>
      bodies.map((body) =>
        [...body.querySelectorAll<HTMLElement>('tr[data-value]')].map(
          ({ dataset: { kind = '', value = '', benchmark = '' } }) => ({
            kind,
            value: Number(value),
            benchmark,
          }),
        ),
      ),
    );
    for (const rows of groups) {
      expect(new Set(rows.map(({ benchmark }) => benchmark)).size).toBe(1);
      for (const kind of new Set(rows.map((row) => row.kind))) {
        const values = rows.filter((row) => row.kind === kind).map(({ value }) => value);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
      }
      const kinds = rows.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
      expect(kinds.length).toBe(new Set(kinds).size);
    }
  });

  test('is as it was left for whoever comes back from a paper', async ({ site }) => {
    const { page } = await site.openPage('/results/');
    const { measure } = results.find((result) => result.benchmark) ?? {};
    await page.locator('select[name="measure"]').selectOption(measure ?? '');
    await page.locator('th[data-key="value"] button').click();
    const shown = () => visible(page).evaluateAll((rows) => rows.map(({ id }) => id));
    const left = await shown();
    expect(new URL(page.url()).search).toBe(`?measure=${measure}&sort=-value`);
    await page.goto(site.address('/about/'));
    await page.goBack();
    await expect.poll(shown).toEqual(left);
    expect(await page.locator('select[name="measure"]').inputValue()).toBe(measure);
    expect(await page.locator('th[data-key="value"]').getAttribute('aria-sort')).toBe('descending');
  });

  test('opens a number to its sentence without script', async ({ site }) => {
    const { page } = await site.openPage('/results/', { javaScript: false });
    const row = page.locator('tbody tr[data-value]').first();
    expect(await row.locator('blockquote').isVisible()).toBe(false);
    await row.locator('summary').click();
    expect(await row.locator('blockquote mark').first().isVisible()).toBe(true);
  });
});
