// Keeping the survey in the browser: nothing before one asks, everything after; with the server really stopped.
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { findViolations } from './axe.ts';
import { test } from './site.ts';
import { StoppableSite } from './stoppable-site.ts';

const { themes, entries, paths, terms } = toCatalog(await loadContent(process.cwd()));
const [first, second] = entries;
if (!first || !second) throw new Error('The survey has too few papers for this test.');
/** A word that finds the first paper. */
const word = first.fields.title.match(/\p{L}{5,}/u)?.[0] ?? '';

let server: StoppableSite;
beforeEach(async () => {
  server = new StoppableSite();
  await server.start();
});
afterEach(() => server.close());

const keepButton = (page: Page) => page.getByRole('button', { name: 'Keep for offline' });
const stateIs = (page: Page, state: string) =>
  page.locator(`keep-offline[data-state="${state}"]`).waitFor({ timeout: 30_000 });

/** What the browser has stored for the site. */
const storedIn = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));

async function keep(page: Page): Promise<void> {
  await page.goto(server.address('/offline/'));
  await keepButton(page).click();
  await stateIs(page, 'kept');
}

test('nothing is stored before the reader asks', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(server.address('/'));
  await page.goto(server.address('/offline/'));
  await keepButton(page).waitFor();
  expect(await storedIn(page)).toEqual({ workers: 0, caches: 0 });
  expect(await page.locator('main').textContent()).toMatch(/whole search:\s+\d+\.\d MB/);
  assertQuiet();
});

test('once kept, every kind of page, data and search work without the server', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(server.address('/'));
  await keep(page);
  expect(await storedIn(page)).toEqual({ workers: 1, caches: 1 });
  await server.stop();
  await expect(fetch(server.address('/'))).rejects.toThrow();
  const kinds = [
    '/',
    `/themes/${themes[0]?.id}/`,
    `/papers/${second.slug}/`,
    `/papers/${second.slug}/?from=elsewhere#main`,
    '/papers/',
    `/compare/?p=${first.slug}&p=${second.slug}`,
    '/list/',
    ...paths.slice(0, 1).map(({ id }) => `/paths/${id}/`),
    '/terms/',
    `/terms/${terms[0]?.id}/`,
    '/results/',
    '/about/',
    '/search/help/',
    '/offline/',
  ];
  for (const path of kinds) {
    const response = await page.goto(server.address(path));
    expect(response?.status(), path).toBe(200);
    expect(response?.fromServiceWorker(), path).toBe(true);
    expect(await page.locator('h1').count(), path).toBe(1);
    expect(
      await page.evaluate(() => document.fonts.ready.then(() => document.fonts.size)),
      path,
    ).toBeGreaterThan(0);
  }
  await stateIs(page, 'kept');
  await page.goto(server.address('/'));
  expect(await page.locator('svg.plot a').count()).toBe(entries.length);
  const data = await page.evaluate(
    async (address) => (await fetch(address)).json(),
    server.address('/data/papers.json'),
  );
  expect(JSON.stringify(data)).toContain(first.slug);
  await page.goto(server.address(`/compare/?p=${first.slug}&p=${second.slug}`));
  await page.locator('thead th a').first().waitFor();
  await page.goto(server.address(`/search/?q=${word}`));
  await page.locator('[data-slot="title"]', { hasText: first.fields.title }).waitFor();
  expect(await page.locator('mark').count()).toBeGreaterThan(0);
  await page.locator('input[name="theme"]').first().check();
  assertQuiet();
});

test('an address without its slash leads to the page, an unknown one to the page that says so', async ({
  site,
}) => {
  const { page } = await site.openPage(server.address('/'));
  await keep(page);
  await server.stop();
  await page.goto(server.address(`/papers/${first.slug}?q=1`));
  expect(page.url()).toBe(server.address(`/papers/${first.slug}/?q=1`));
  const response = await page.goto(server.address('/no/such/page/'));
  expect(response?.status()).toBe(404);
  expect(await page.locator('h1').textContent()).toContain('no page at this address');
  // Its style is there too.
  expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(0);
});

test('is removed when asked, and kept again', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage(server.address('/'));
  await keep(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  await stateIs(page, 'removed');
  expect(await storedIn(page)).toEqual({ workers: 0, caches: 0 });
  // The page is still served by the worker that was let go, which passes everything on.
  expect(await page.evaluate(async () => (await fetch('./')).status)).toBe(200);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await keepButton(page).click();
  await stateIs(page, 'kept');
  expect(await storedIn(page)).toEqual({ workers: 1, caches: 1 });
  await server.stop();
  expect((await page.goto(server.address('/about/')))?.status()).toBe(200);
  assertQuiet();
});

describe('a new edition', () => {
  const changed = 'about/index.html';
  const rename = (html: string) => html.replace('About this survey', 'About this survey, again');
  const heading = (page: Page) => page.locator('h1').textContent();
  const bar = (page: Page) => page.getByRole('button', { name: 'Reload' });

  test('is offered, and taken when asked; only what changed is fetched', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage(server.address('/'));
    await keep(page);
    await server.change(changed, rename);
    server.requests.length = 0;
    await page.goto(server.address('/about/'));
    await bar(page).waitFor({ timeout: 30_000 });
    // The one in use stays until then, in the next page too.
    await page.reload();
    expect(await heading(page)).toBe('About this survey');
    await bar(page).waitFor();
    expect(await findViolations(page)).toEqual([]);
    const fetched = server.requests.filter((path) => !path.endsWith('/sw.js'));
    expect(fetched).toEqual([expect.stringMatching(/\/_offline\/[^/]+\.txt$/)]);
    await bar(page).click();
    await page.locator('h1', { hasText: 'again' }).waitFor();
    expect(await storedIn(page)).toEqual({ workers: 1, caches: 1 });
    await server.stop();
    await page.goto(server.address(`/papers/${first.slug}/`));
    await page.goto(server.address('/about/'));
    expect(await heading(page)).toBe('About this survey, again');
    assertQuiet();
  });

  test('that was taken in another window is offered here, not forced', async ({ site }) => {
    const { page } = await site.openPage(server.address('/'));
    await keep(page);
    await page.goto(server.address('/papers/'));
    await server.change(changed, rename);
    const other = await page.context().newPage();
    await other.goto(server.address('/about/'));
    await bar(other).waitFor({ timeout: 30_000 });
    await bar(page).waitFor();
    await page.getByRole('button', { name: 'Later' }).click();
    expect(await bar(page).isVisible()).toBe(false);
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await bar(other).click();
    await other.locator('h1', { hasText: 'again' }).waitFor();
    await bar(page).waitFor();
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  });
});

describe('a failure is told, and breaks nothing:', () => {
  test('a connection that breaks; the next try goes on from there', async ({ site }) => {
    const { page } = await site.openPage(server.address('/offline/'));
    server.answersLeft = 30;
    await keepButton(page).click();
    await stateIs(page, 'failed');
    expect(await page.locator('[data-part="status"]').textContent()).toContain('stopped before the end');
    server.answersLeft = Number.POSITIVE_INFINITY;
    await page.reload();
    await page.getByRole('button', { name: 'Remove the part' }).waitFor();
    server.requests.length = 0;
    await page.getByRole('button', { name: 'Go on keeping' }).click();
    await stateIs(page, 'kept');
    const total = Number(
      /of (\d+) parts/.exec((await page.locator('[data-part="numbers"]').textContent()) ?? '')?.[1] ?? 1e9,
    );
    expect(server.requests.length).toBeLessThan(total - 10);
  });

  test.for([
    ['a full storage', 'Cache.prototype.put', 'QuotaExceededError', 'not enough room'],
    ['a storage that is refused', 'CacheStorage.prototype.open', 'SecurityError', 'refused to store'],
  ] as const)('%s', async ([, method, error, words], { site }) => {
    server.workerPrelude = `let calls = 0, real = ${method};
      ${method} = function (...args) {
        return calls++ < ${method.startsWith('Cache.') ? 20 : 0}
          ? real.apply(this, args) : Promise.reject(new DOMException('made-up', '${error}'));
      };\n`;
    const { page } = await site.openPage(server.address('/offline/'));
    await keepButton(page).click();
    await stateIs(page, 'failed');
    expect(await page.locator('[data-part="status"]').textContent()).toContain(words);
    await expect.poll(() => storedIn(page)).toEqual({ workers: 0, caches: 0 });
    expect((await page.goto(server.address('/about/')))?.fromServiceWorker()).toBe(false);
    await page.goto(server.address('/offline/'));
    server.workerPrelude = '';
    await keepButton(page).click();
    await stateIs(page, 'kept');
  });
});

test.for(['light', 'dark'] as const)(
  'every state is reachable for everyone, in %s',
  async (scheme, { site }) => {
    const { page } = await site.openPage(server.address('/offline/'), { scheme, width: 320 });
    const check = async () => {
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    };
    await keepButton(page).waitFor();
    await check();
    server.answersLeft = 20;
    await keepButton(page).focus();
    await page.keyboard.press('Enter');
    await stateIs(page, 'failed');
    await check();
    server.answersLeft = Number.POSITIVE_INFINITY;
    await page.getByRole('button', { name: 'Try again' }).click();
    await stateIs(page, 'kept');
    await check();
    // The keyboard is where the button was.
    expect(await page.evaluate(() => document.activeElement?.closest('keep-offline') !== null)).toBe(true);
  },
);

test('without script the page says that keeping needs it', async ({ site }) => {
  const { page } = await site.openPage(server.address('/offline/'), { javaScript: false });
  expect(await page.locator('main').textContent()).toContain('Keeping needs JavaScript');
  expect(await page.locator('keep-offline').isVisible()).toBe(false);
});
