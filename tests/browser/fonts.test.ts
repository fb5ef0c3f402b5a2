// When the fonts come, in a real browser.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './site.ts';

const family = (page: Page) => page.evaluate(() => getComputedStyle(document.body).fontFamily);
const loaded = (page: Page) =>
  page.evaluate(() =>
    [...document.fonts].flatMap(({ status, family }) =>
      status === 'loaded' ? family.replaceAll('"', '') : [],
    ),
  );

test('on a first page they come after the first paint, and only the letters that are needed', async ({
  site,
}) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await expect.poll(() => family(page)).toMatch(/^"?Newsreader"?,/);
  await expect.poll(() => loaded(page)).toEqual(expect.arrayContaining(['Newsreader', 'Schibsted Grotesk']));
  const [paint, ...files] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    ...performance
      .getEntriesByType('resource')
      .flatMap(({ name, startTime }) => (name.endsWith('.woff2') ? [startTime] : [])),
  ]);
  expect(files.length).toBeGreaterThan(1);
  expect(Math.min(...files)).toBeGreaterThan(paint ?? Number.POSITIVE_INFINITY);
  assertQuiet();
});

test('on a first page they come together, for each one lays the page out anew', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.hasAttribute('data-fonts')) return;
      observer.disconnect();
      const used = [...document.fonts].filter(({ status }) => status === 'loaded');
      Object.assign(window, {
        atOnce: used.map(({ family, style }) => `${family.replaceAll('"', '')} ${style}`),
      });
    }).observe(document, { attributes: true, subtree: true });
  });
  await page.reload();
  const atOnce = () => page.evaluate(() => (window as { atOnce?: string[] }).atOnce);
  await expect
    .poll(atOnce)
    .toEqual(expect.arrayContaining(['Newsreader normal', 'Newsreader italic', 'Schibsted Grotesk normal']));
  assertQuiet();
});

test('who comes from another page has them in the first paint', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/about/');
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { familiesAtFirst: document.documentElement.hasAttribute('data-fonts') });
    }).observe(document, { childList: true, subtree: true });
  });
  const atFirst = () => page.evaluate(() => (window as { familiesAtFirst?: boolean }).familiesAtFirst);
  await page.reload();
  expect(await atFirst()).toBe(false);
  await page.locator('header a').first().click();
  await page.waitForURL(site.address('/'));
  expect(await atFirst()).toBe(true);
  assertQuiet();
});

test('without scripts they come, too', async ({ site }) => {
  const { page } = await site.openPage('/about/', { javaScript: false });
  const files: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) files.push(request.url());
  });
  await page.reload({ waitUntil: 'networkidle' });
  expect(files.join()).toContain('newsreader');
});
