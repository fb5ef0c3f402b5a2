// Every list of papers is exported as it is shown: what is shown, in the order shown, in each format.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { PAPER_FORMATS, RESULT_FORMATS } from '../../src/export/formats.ts';
import { findViolations } from './axe.ts';
import { type OpenPage, test } from './site.ts';

const { entries, themes, terms, paths } = toCatalog(await loadContent(process.cwd()));
const [first, second] = entries;
const [theme] = themes;
if (!first || !second || !theme) throw new Error('The survey has too few papers for this test.');

const built = (name: string) => readFileSync(join('dist', name), 'utf8');
const control = (page: Page) => page.locator('main export-list');

async function openControl({ page }: OpenPage): Promise<void> {
  await control(page).locator('summary').click();
}

async function download({ page }: OpenPage, format: string): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await control(page)
    .getByRole('button', { name: `Download ${format}`, exact: true })
    .click();
  const file = await downloading;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

async function exportedSlugs(opened: OpenPage): Promise<string[]> {
  const { text } = await download(opened, 'JSON');
  return JSON.parse(text).papers.map(({ slug }: { slug: string }) => slug);
}

const listed = (page: Page) =>
  page
    .locator('main [data-listed]:visible')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['listed']));

describe('a list with files', () => {
  const lists = [
    { path: '/papers/', file: 'papers' },
    { path: `/themes/${theme.id}/`, file: `themes/${theme.id}` },
    ...paths.slice(0, 1).map(({ id }) => ({ path: `/paths/${id}/`, file: `paths/${id}` })),
  ];

  test.for(lists)('$path is exported as its files say', async ({ path, file }, { site }) => {
    const opened = await site.openPage(path);
    await openControl(opened);
    for (const { name, ending } of Object.values(PAPER_FORMATS)) {
      if (file === 'papers' && ending === 'json') continue;
      const exported = await download(opened, name);
      expect(exported.name).toBe(`${file.replace(/^.*\//, '')}.${ending}`);
      expect(exported.text, name).toBe(built(`data/${file}.${ending}`));
    }
    opened.assertQuiet();
  });

  test.for(lists)('$path leads to them without scripts', async ({ path, file }, { site }) => {
    const { page } = await site.openPage(path, { javaScript: false });
    await control(page).locator('summary').click();
    const links = control(page).locator('a:visible');
    const formats = Object.values(PAPER_FORMATS);
    expect(await links.allTextContents()).toEqual(formats.map(({ name }) => expect.stringContaining(name)));
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toEqual(formats.map(({ ending }) => site.address(`/data/${file}.${ending}`)));
    expect(await control(page).locator('button:visible').count()).toBe(0);
  });

  test('results are exported as their files say', async ({ site }) => {
    const opened = await site.openPage('/results/');
    await openControl(opened);
    for (const { name, ending } of Object.values(RESULT_FORMATS))
      expect((await download(opened, name)).text, name).toBe(built(`data/results.${ending}`));
    await opened.page.getByLabel('Theme').selectOption(theme.id);
    const shown = await listed(opened.page);
    const { results } = JSON.parse((await download(opened, 'JSON')).text);
    expect(results).toHaveLength(shown.length);
    opened.assertQuiet();
  });
});

describe('exactly what is shown', () => {
  test('of the table, narrowed and sorted', async ({ site }) => {
    const opened = await site.openPage('/papers/');
    await openControl(opened);
    await opened.page.locator('paper-table select').selectOption(theme.id);
    await opened.page.getByRole('button', { name: 'Title' }).click();
    const shown = await listed(opened.page);
    expect(shown.length).toBeLessThan(entries.length);
    expect(await exportedSlugs(opened)).toEqual(shown);
  });

  test('of a search: all results, not only the page of them', async ({ site }) => {
    const opened = await site.openPage('/search/?sort=oldest');
    await opened.page.locator('[data-slot="title"]').first().waitFor();
    await openControl(opened);
    const slugs = await exportedSlugs(opened);
    expect(slugs.toSorted()).toEqual(entries.map(({ slug }) => slug).toSorted());
    const shown = await opened.page
      .locator('[data-slot="choice"]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('slug')));
    expect(slugs.slice(0, shown.length)).toEqual(shown);
    await opened.page.locator('#site-search').fill('zzzzqqqq');
    await expect.poll(() => opened.page.locator('[data-slot="title"]').count()).toBe(0);
    expect(await control(opened.page).isVisible()).toBe(false);
    await opened.page.locator('#site-search').fill('');
    await expect.poll(() => control(opened.page).isVisible()).toBe(true);
    opened.assertQuiet();
  });

  test('of a term, of the map, and of a comparison', async ({ site }) => {
    const term = await site.openPage(`/terms/${terms.find(({ kind }) => kind === 'method')?.id}/`);
    await openControl(term);
    expect(await exportedSlugs(term)).toEqual(
      (await listed(term.page)).filter((id) => !id?.startsWith('result-')),
    );
    const map = await site.openPage(`/map/?theme=${theme.id}`);
    await openControl(map);
    await map.page.locator(`button[data-theme="${theme.id}"]`).click();
    const isChosen = (await map.page.locator('button[aria-pressed="true"]').count()) === 1;
    const own = entries.filter(({ fields }) => fields.themes[0] === theme.id).map(({ slug }) => slug);
    expect((await exportedSlugs(map)).toSorted()).toEqual(
      (isChosen ? own : entries.map(({ slug }) => slug)).toSorted(),
    );
    const comparison = await site.openPage(`/compare/?p=${second.slug}&p=${first.slug}`);
    await openControl(comparison);
    expect(await exportedSlugs(comparison)).toEqual([second.slug, first.slug]);
  });
});

/** What a word processor would paste; nothing where only a plain text was copied. */
async function readHtml(): Promise<string> {
  const [item] = await navigator.clipboard.read();
  return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
}

describe('copying', () => {
  test('a reference in each style, with its italics where those are pasted', async ({ site }) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, assertQuiet } = await site.openPage(`/papers/${first.slug}/`, { context: { permissions } });
    for (const style of ['APA', 'ACL', 'BibTeX']) {
      await page.locator(`copy-text[data-name="${style}"]`).getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => page.locator('[data-announcer]').textContent()).toContain(`Copied as ${style}`);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(
        style === 'BibTeX'
          ? built(`papers/${first.slug}.bib`)
          : ` ${first.fields.published?.slice(0, 3)}`.trim(),
      );
      expect(copied).not.toMatch(/<\/?i>/);
      const html = await page.evaluate(readHtml);
      if (style === 'BibTeX') expect(html).toBe('');
      else expect(html).toMatch(/<i>[^<]+<\/i>/);
    }
    assertQuiet();
  });

  test('a reference as text alone where the browser takes no other', async ({ site }) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page } = await site.openPage(`/papers/${first.slug}/`, { context: { permissions } });
    await page.evaluate(() => Object.defineProperty(window, 'ClipboardItem', { value: undefined }));
    await page.locator('copy-text[data-name="ACL"]').getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.locator('[data-announcer]').textContent()).toContain('Copied as ACL');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Preprint, arXiv:');
  });

  test('of one paper gives the file of that paper', async ({ site }) => {
    const opened = await site.openPage(`/papers/${first.slug}/`);
    await openControl(opened);
    const { name, text } = await download(opened, 'RIS');
    expect(name).toBe(`${first.slug}.ris`);
    expect(text).toBe(built(`papers/${first.slug}.ris`));
  });

  test('copies the whole list and says so', async ({ site }) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const opened = await site.openPage(`/themes/${theme.id}/`, { context: { permissions } });
    await openControl(opened);
    await control(opened.page).getByRole('button', { name: 'Copy as BibTeX' }).click();
    const status = control(opened.page).getByRole('status');
    await expect.poll(() => status.textContent()).toMatch(/^\d+ papers? copied as BibTeX\.$/);
    const copied = await opened.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(built(`data/themes/${theme.id}.bib`));
    for (const scheme of ['light', 'dark'] as const) {
      await opened.page.emulateMedia({ colorScheme: scheme });
      expect(await findViolations(opened.page)).toEqual([]);
    }
  });

  test('offers the text to a reader whose browser does not copy, on a phone without a wider page', async ({
    site,
  }) => {
    const opened = await site.openPage(`/themes/${theme.id}/`, { width: 320 });
    await opened.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await openControl(opened);
    await control(opened.page).getByRole('button', { name: 'Copy as CSV' }).click();
    const area = opened.page.getByLabel('The list, to copy');
    await expect.poll(() => area.inputValue()).toMatch(/^key,title,/);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('says when the papers cannot be loaded, and tries again', async ({ site }) => {
    const { page } = await site.openPage(`/themes/${theme.id}/`);
    await page.route('**/data/papers.json', (route) => route.abort());
    await control(page).locator('summary').click();
    await control(page).getByRole('button', { name: 'Copy as BibTeX' }).click();
    const status = control(page).getByRole('status');
    await expect.poll(() => status.textContent()).toContain('could not be loaded');
    await page.unroute('**/data/papers.json');
    const downloading = page.waitForEvent('download');
    await control(page).getByRole('button', { name: 'Download BibTeX' }).click();
    expect((await downloading).suggestedFilename()).toBe(`${theme.id}.bib`);
  });
});
