// The portable edition, from a folder by file://, without any server: in Chromium, and in Firefox where it is installed.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFirefox, launchBrowser } from '../../scripts/browser.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { type PortableFolder, unpackPortableEdition } from '../portable-folder.ts';

const { entries, themes, terms } = toCatalog(await loadContent(process.cwd()));
const [first, second] = entries;
const [theme] = themes;
if (!first || !second || !theme) throw new Error('The survey has too few papers for this test.');

let portable: PortableFolder;
beforeAll(async () => {
  portable = await unpackPortableEdition();
});
afterAll(() => portable.remove());

describe('in Chromium', () => {
  let browser: Browser;
  let page: Page;
  /** What went wrong, and what left the folder. */
  let problems: string[];

  beforeAll(async () => {
    browser = await launchBrowser('--disable-gpu');
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    problems = [];
    const context = await browser.newContext({ offline: true });
    const root = portable.address('');
    context.on('console', (message) => problems.push(`console: ${message.text()}`));
    context.on('weberror', (event) => problems.push(`uncaught: ${event.error().message}`));
    context.on('requestfailed', (request) => {
      // A page that is left aborts what it still wanted; a file that is missing fails in another way.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(root)) problems.push(`request that leaves: ${request.url()}`);
    });
    page = await context.newPage();
  });
  afterEach(async () => {
    await page.context().close();
    expect(problems).toEqual([]);
  });

  const open = (name: string) => page.goto(portable.address(name));
  const count = () => page.locator('[data-part="count"]').textContent();

  test('one gets from the front page to a paper, and from a paper to its theme', async () => {
    await open('index.html');
    await expect.poll(() => page.title()).toContain(':');
    expect(await page.getByText('Unpack the whole zip file').isVisible()).toBe(false);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Papers' }).click();
    await page.getByRole('link', { name: first.fields.title, exact: true }).click();
    expect(page.url()).toBe(portable.address(`papers/${first.slug}/index.html`));
    expect(await page.locator('h1').textContent()).toContain(first.fields.title);
    const font = await page.evaluate(
      async () => (await document.fonts.ready).size > 0 && document.fonts.check('1em Newsreader Variable'),
    );
    expect(font).toBe(true);
  });

  test('search finds, marks, counts, narrows, keeps the address, and leads to the paper', async () => {
    await open(`search/index.html?q=${encodeURIComponent(first.fields.title)}`);
    const link = page.locator('[data-part="hits"] [data-slot="title"]').first();
    await expect.poll(() => link.textContent()).toBe(first.fields.title);
    expect(await page.locator('[data-part="hits"] mark').count()).toBeGreaterThan(0);
    await page.locator('#site-search').fill('');
    await expect.poll(count).toContain(`${entries.length} papers`);
    const inTheme = await page.locator(`[data-count="${theme.id}"]`).textContent();
    await page.locator(`input[name="theme"][value="${theme.id}"]`).check();
    await expect.poll(count).toMatch(new RegExp(`^${inTheme} papers?`));
    expect(page.url()).toContain(`theme=${theme.id}`);
    await page.reload();
    await expect.poll(count).toMatch(new RegExp(`^${inTheme} papers?`));
    await link.click();
    await expect.poll(() => page.url()).toMatch(/\/papers\/[^/]+\/index\.html$/);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('a slip is corrected', async () => {
    const word = first.fields.title.toLowerCase().match(/\p{L}{9,}/u)?.[0] ?? '';
    await open(`search/index.html?q=${word.slice(0, 3)}${word.slice(4)}`);
    await expect.poll(() => page.locator('[data-part="corrected"]').textContent()).not.toBe('');
  });

  test('papers are saved and compared, from page to page', async () => {
    await open(`compare/index.html?p=${first.slug}&p=${second.slug}`);
    await page.getByRole('link', { name: first.fields.title }).first().waitFor();
    expect(await page.getByRole('link', { name: first.fields.title }).first().getAttribute('href')).toBe(
      portable.address(`papers/${first.slug}/index.html`),
    );
    await open(`papers/${first.slug}/index.html`);
    await page.getByRole('button', { name: /save/i }).first().click();
    await open('list/index.html');
    await page.getByRole('link', { name: first.fields.title }).waitFor();
  });

  test('a list is exported, with abstracts, and leads to where the survey is published', async () => {
    await open(`themes/${theme.id}/index.html`);
    await page.getByText('Export the papers').click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON', exact: true }).click();
    const { papers } = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'));
    expect(papers.length).toBe(await page.locator('main [data-listed]').count());
    for (const { url, abstract } of papers) {
      expect(url).toMatch(/^https:/);
      expect(abstract).toBeTruthy();
    }
  });

  test('every kind of page opens, and what needs a server is not there', async () => {
    const pages = [
      `themes/${theme.id}/`,
      `terms/${terms[0]?.id}/`,
      'terms/',
      'results/',
      'map/',
      'about/',
      'search/help/',
    ];
    for (const name of pages) {
      await open(`${name}index.html`);
      expect(await page.locator('main h1').count(), name).toBe(1);
    }
    await open('offline/index.html');
    expect(await page.getByRole('heading', { name: 'You have it' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Keep for offline' }).count()).toBe(0);
    expect(portable.names.filter((name) => /sw\.js|_offline|\.zip|\.webmanifest|^404/.test(name))).toEqual(
      [],
    );
  });
});

const firefox = findFirefox();

describe.skipIf(!firefox)('in Firefox', () => {
  test('search with facets, a paper, comparing: no error, no request that leaves', async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefox ?? '',
      defaultViewport: { width: 1280, height: 900 },
      // Puppeteer lets files read each other, which Firefox does not: as for a reader.
      extraPrefsFirefox: {
        'security.fileuri.strict_origin_policy': true,
        'privacy.file_unique_origin': true,
      },
    });
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
      page.on('request', (request) => {
        if (!/^data:/.test(request.url()) && !request.url().startsWith(portable.address('')))
          problems.push(`leaves: ${request.url()}`);
      });
      await page.goto(portable.address(`search/index.html?q=${encodeURIComponent(first.fields.title)}`));
      await page.waitForSelector('[data-part="hits"] mark');
      const title = await page.$eval('[data-slot="title"]', (link) => link.textContent);
      expect(title).toBe(first.fields.title);
      await page.click(`input[name="theme"]:not([value="${theme.id}"])`);
      await page.waitForFunction(() => location.search.includes('theme='));
      await page.goto(portable.address(`search/index.html?theme=${theme.id}`));
      await page.waitForSelector('[data-slot="title"]');
      await Promise.all([page.waitForNavigation(), page.click('[data-slot="title"]')]);
      expect(page.url()).toMatch(/\/papers\/[^/]+\/index\.html$/);
      await page.goto(portable.address(`compare/index.html?p=${first.slug}&p=${second.slug}`));
      await page.waitForSelector(`a[href$="papers/${first.slug}/index.html"]`);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
