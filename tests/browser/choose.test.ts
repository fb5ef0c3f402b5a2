// Choosing papers to compare, and the reading list: by keyboard, across pages, whatever the address or storage holds.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { findViolations } from './axe.ts';
import { test } from './site.ts';

const { entries, paths } = toCatalog(await loadContent(process.cwd()));
const [first, second, third] = entries.map(({ slug, fields: { title } }) => ({ slug, title }));
if (!first || !second || !third) throw new Error('The survey has too few papers for this test.');

const button = (page: Page, action: string, title: string) =>
  page.getByRole('button', { name: `${action} ${title}`, exact: true });
const asked = (...slugs: readonly string[]) => `/compare/?${slugs.map((slug) => `p=${slug}`).join('&')}`;
const titlesOf = (page: Page, selector: string) => page.locator(selector).allTextContents();

describe('choosing', () => {
  test('by keyboard, on one page and the next, leads to the comparison', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/papers/');
    expect(await page.locator('choice-tray').isVisible()).toBe(false);
    await button(page, 'Compare', first.title).focus();
    await page.keyboard.press('Space');
    expect(await button(page, 'Compare', first.title).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('[data-announcer]').textContent()).toContain('1 of at most 6 papers chosen');
    expect(await page.locator('choice-tray a').isVisible()).toBe(false);
    await page.goto(site.address(`/papers/${second.slug}/`));
    await button(page, 'Compare', second.title).click();
    await page.locator('choice-tray').getByRole('link', { name: 'Compare' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/compare/'));
    expect(new URL(page.url()).search).toBe(`?p=${first.slug}&p=${second.slug}`);
    await page.locator('thead th a').first().waitFor();
    expect(await titlesOf(page, 'thead th a')).toEqual([first.title, second.title]);
    assertQuiet();
  });

  test('ends at six papers, and can be cleared', async ({ site }) => {
    const { page } = await site.openPage('/papers/');
    const buttons = page.getByRole('button', { name: /^Compare ./ });
    for (let index = 0; index < 7; index++) await buttons.nth(index).click();
    expect(await page.locator('paper-choice [aria-pressed="true"]').count()).toBe(6);
    expect(await page.locator('choice-tray').textContent()).toContain('all that fits');
    await page.locator('choice-tray').getByRole('button').click();
    expect(await page.locator('choice-tray').isVisible()).toBe(false);
    expect(await page.locator('paper-choice [aria-pressed="true"]').count()).toBe(0);
  });
});

test.for([320, 1280])(
  'at a width of %i the word of a new edition stands above it',
  async (width, { site }) => {
    const { page } = await site.openPage(`/papers/${first.slug}/`, { width });
    await button(page, 'Compare', first.title).click();
    await page.locator('new-edition').evaluate((element) => element.setAttribute('data-is-shown', ''));
    const [word, tray] = [
      await page.locator('new-edition').boundingBox(),
      await page.locator('choice-tray').boundingBox(),
    ];
    expect(word?.height).toBeGreaterThan(20);
    expect((word?.y ?? 0) + (word?.height ?? 0)).toBeLessThanOrEqual((tray?.y ?? 0) + 1);
  },
);

describe('the comparison', () => {
  test.for(['light', 'dark'] as const)('has no violation that axe finds, in %s', async (scheme, { site }) => {
    const { page, assertQuiet } = await site.openPage(asked(first.slug, second.slug, third.slug), { scheme });
    await page.locator('thead th a').first().waitFor();
    for (const details of await page.locator('main summary').all()) await details.click();
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    assertQuiet();
  });

  test('names and ignores what is in the address and no paper', async ({ site }) => {
    const hostile = '%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E';
    const { page, assertQuiet } = await site.openPage(
      asked(first.slug, 'no-such-paper', hostile, '__proto__'),
    );
    await page.locator('thead th a').first().waitFor();
    expect(await titlesOf(page, 'thead th a')).toEqual([first.title]);
    const notice = await page.locator('[data-part="notice"]').textContent();
    expect(notice).toContain('“no-such-paper”, “<img src=x onerror=alert(1)>”, “__proto__”');
    expect(await page.locator('main img').count()).toBe(0);
    assertQuiet();
  });

  test('is changed in place, and the way back leads through the changes', async ({ site }) => {
    const { page } = await site.openPage(asked(first.slug));
    await page.getByLabel('Add').selectOption(second.slug);
    expect(await titlesOf(page, 'thead th a')).toEqual([first.title, second.title]);
    await page.getByRole('button', { name: `Remove ${first.title}` }).click();
    expect(new URL(page.url()).search).toBe(`?p=${second.slug}`);
    await page.goBack();
    expect(await titlesOf(page, 'thead th a')).toEqual([first.title, second.title]);
  });

  test.for([
    ['Markdown', /^\| {2}\| \[/],
    ['CSV', /^,"?/],
    ['LaTeX', /\\begin\{tabular\}/],
  ] as const)('is copied as %s', async ([format, pattern], { site }) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page } = await site.openPage(asked(first.slug, second.slug), { context: { permissions } });
    await page.getByRole('button', { name: `Copy as ${format}` }).click();
    const status = page.locator('[data-part="copy-status"]');
    await expect.poll(() => status.textContent()).toContain(`Copied as ${format}: 2 papers`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(pattern);
  });

  test('offers the text to a reader whose browser does not copy', async ({ site }) => {
    const { page } = await site.openPage(asked(first.slug, second.slug));
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    expect(await page.getByLabel('The table, to copy').inputValue()).toContain('| **Date** |');
  });

  test('says without script what it needs, and where to go', async ({ site }) => {
    const { page } = await site.openPage(asked(first.slug), { javaScript: false });
    expect(await page.locator('main').textContent()).toContain('Comparing needs JavaScript');
    expect(await page.locator('paper-comparison').isVisible()).toBe(false);
  });
});

describe('the reading list', () => {
  test('explains itself while it is empty', async ({ site }) => {
    const { page } = await site.openPage('/list/');
    await page.locator('[data-part="empty"]').waitFor();
    expect(await page.locator('[data-part="exports"]').isVisible()).toBe(false);
    expect(await page.locator('saved-count').textContent()).toBe('');
  });

  test.for([360, 390, 1280])(
    'moves nothing when its count comes, at a width of %i',
    async (width, { site }) => {
      const { page } = await site.openPage('/papers/', { width });
      // The fonts of the site come after the first paint, and words in them have another width.
      await page.waitForFunction(() => 'fonts' in document.documentElement.dataset);
      await page.evaluate(() => document.fonts.ready);
      const places = () =>
        page
          .locator('body > header :is(li, form), h1')
          .evaluateAll((parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())));
      const before = await places();
      await page.getByRole('button', { name: /^Save / }).evaluateAll((buttons: HTMLElement[]) => {
        for (const save of buttons.slice(0, 12)) save.click();
      });
      expect(await page.locator('saved-count').textContent()).toBe('12');
      expect(await places()).toEqual(before);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  test('keeps papers in their order, with notes, marks and a way back', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/papers/');
    for (const { title } of [first, second, third]) await button(page, 'Save', title).click();
    expect(await page.locator('saved-count').textContent()).toBe('3');
    await page.goto(site.address('/list/'));
    const titles = () => titlesOf(page, '[data-part="items"] h2');
    await button(page, 'Up', second.title).press('Enter');
    expect(await titles()).toEqual([second.title, first.title, third.title]);
    expect(await page.locator(':focus').textContent()).toContain(second.title);
    await button(page, 'Read', first.title).click();
    await page.locator(`[data-slug="${first.slug}"] summary`).click();
    await page.getByLabel(`Note on ${first.title}`).fill('Look at <b>figure 2</b>.');
    await page.reload();
    expect(await page.getByLabel(`Note on ${first.title}`).inputValue()).toBe('Look at <b>figure 2</b>.');
    expect(await button(page, 'Read', first.title).getAttribute('aria-pressed')).toBe('true');
    await button(page, 'Remove', second.title).click();
    expect(await titles()).toEqual([first.title, third.title]);
    // What comes between stays when the paper is put back.
    await page.getByLabel(`Note on ${first.title}`).fill('Look at figure 3.');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await titles()).toEqual([second.title, first.title, third.title]);
    expect(await page.getByLabel(`Note on ${first.title}`).inputValue()).toBe('Look at figure 3.');
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await findViolations(page)).toEqual([]);
    }
    assertQuiet();
  });

  test('that is empty says so, and asks for no papers', async ({ site }) => {
    const { page } = await site.openPage('/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.address('/list/'));
    await page.locator('[data-part="empty"]').waitFor();
    expect(asked.filter((path) => path.includes('/data/'))).toEqual([]);
  });

  test('is exported, and read again by another browser', async ({ site }) => {
    const { page } = await site.openPage(`/list/#p=${first.slug},${second.slug}`);
    await page.getByRole('button', { name: 'Add to my list' }).click();
    const texts: string[] = [];
    await page.getByText('Export', { exact: true }).click();
    for (const format of ['BibTeX', 'Markdown', 'CSV', 'JSON']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `Download ${format}`, exact: true }).click();
      texts.push(readFileSync(await (await download).path(), 'utf8'));
    }
    expect(texts[0]?.match(/^@/gm)).toHaveLength(2);
    expect(texts[1]).toMatch(/^- \[ \] \[/);
    expect(texts[2]).toMatch(/^key,title,authors,.*,read,note\r/);
    const other = await site.openPage('/list/');
    await other.page.locator('[data-part="empty"]').waitFor();
    const chooseFile = (text: string) =>
      other.page
        .getByLabel('Import a list (JSON)')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await chooseFile('{"format":"other"}');
    const status = other.page.locator('[data-part="status"]');
    await expect.poll(() => status.textContent()).toContain('Nothing was changed');
    await chooseFile(texts[3] ?? '');
    await expect.poll(() => status.textContent()).toContain('2 papers added');
    expect(await titlesOf(other.page, '[data-part="items"] h2')).toEqual([first.title, second.title]);
  });

  test('that is shared is shown, and added only when the reader says so', async ({ site }) => {
    const { page } = await site.openPage(`/list/#p=${first.slug},no-such-paper,%3Cb%3E`);
    const shared = page.getByRole('region', { name: 'A list was shared with you' });
    await shared.waitFor();
    expect(await shared.textContent()).toContain('Left out: 1 name');
    expect(await page.locator('saved-count').textContent()).toBe('');
    await shared.getByRole('button', { name: 'Close' }).click();
    expect(await shared.isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('says so where the browser keeps nothing, and nothing breaks', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/about/');
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    });
    await page.goto(site.address('/papers/'));
    await button(page, 'Save', first.title).click();
    expect(await page.locator('[data-announcer]').textContent()).toContain('does not let this site keep it');
    await button(page, 'Compare', first.title).click();
    await button(page, 'Compare', second.title).click();
    await page.locator('choice-tray').getByRole('link', { name: 'Compare' }).click();
    await page.locator('thead th a').first().waitFor();
    expect(await titlesOf(page, 'thead th a')).toEqual([first.title, second.title]);
    assertQuiet();
  });

  test('says without script what it needs', async ({ site }) => {
    const { page } = await site.openPage('/list/', { javaScript: false });
    expect(await page.locator('main').textContent()).toContain('The list needs JavaScript');
    expect(await page.locator('reading-list').isVisible()).toBe(false);
  });
});

test.skipIf(paths.length === 0)('a reading path is saved whole', async ({ site }) => {
  const { page } = await site.openPage(`/paths/${paths[0]?.id}/`);
  const save = page.locator('path-save button');
  const papers = await page.locator('paper-choice').count();
  await page
    .getByRole('button', { name: /^Save (?!all|the)/ })
    .nth(1)
    .click();
  expect(await save.textContent()).toBe(`Save the other ${papers - 1} to your reading list`);
  await save.click();
  expect(await save.textContent()).toBe('All are on your reading list');
  expect(await page.locator('saved-count').textContent()).toBe(String(papers));
});
