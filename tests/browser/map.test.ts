// The map of papers, explored by keyboard and pointer.
import { expect } from 'vitest';
import { test } from './site.ts';

test('arrow keys go over the map, the panel tells what is there, Enter opens it', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/map/');
  const dots = page.locator('paper-map svg a');
  await dots.first().focus();
  const focused = () =>
    page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['slug'] ?? '');
  const seen = new Set([await focused()]);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    seen.add(await focused());
  }
  expect(seen.size).toBeGreaterThan(3);
  const title = await page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['title']);
  expect(await page.locator('[data-part="title"]').textContent()).toBe(title);
  expect(await page.locator('paper-map svg a[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/papers/**');
  expect(await page.locator('h1').textContent()).toBe(title);
  assertQuiet();
});

test('pointing at a paper shows it and what it is near to', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/map/');
  const dot = page.locator('paper-map svg a').nth(3);
  await dot.hover();
  expect(await page.locator('[data-part="title"]').textContent()).toBe(await dot.getAttribute('data-title'));
  expect(await page.locator('paper-map a.is-near').count()).toBeGreaterThan(0);
  assertQuiet();
});

test('without script every paper on the map is a link', async ({ site }) => {
  const { page } = await site.openPage('/map/', { javaScript: false });
  const targets = await page
    .locator('paper-map svg a')
    .evaluateAll((dots) => dots.map((dot) => dot.getAttribute('href')));
  expect(new Set(targets).size).toBe(targets.length);
  expect(targets.length).toBeGreaterThan(0);
});
