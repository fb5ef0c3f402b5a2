// The map of papers, explored by keyboard, pointer and finger.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './site.ts';

const dots = (page: Page, format = 'wide') => page.locator(`paper-map svg.${format} a[data-slug]`);
const panelTitle = (page: Page) => page.locator('[data-part="panel"] .title').textContent();
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['slug'] ?? '');

test('arrow keys go over the map, the panel tells what is there, Enter opens it', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/map/');
  await dots(page).first().focus();
  const seen = new Set([await focused(page)]);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    seen.add(await focused(page));
  }
  expect(seen.size).toBeGreaterThan(3);
  const title = await panelTitle(page);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(title);
  expect(await page.locator('svg.wide a[data-slug][tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/papers/**');
  expect(await page.locator('h1').textContent()).toBe(title);
  assertQuiet();
});

test('pointing at a paper shows it and what it is near to', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/map/');
  const dot = dots(page).nth(3);
  await dot.locator('.hit').hover();
  expect(await dot.getAttribute('aria-label')).toContain(await panelTitle(page));
  expect(await page.locator('svg.wide a.is-near').count()).toBeGreaterThan(0);
  assertQuiet();
});

test('a finger sees a paper first, and opens it by a second tap', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/map/', { width: 390, context: { hasTouch: true } });
  const dot = dots(page, 'narrow').nth(5).locator('.hit');
  // On a phone the panel covers the lower edge of the screen, and what is behind it.
  await dot.evaluate((hit) => hit.scrollIntoView({ block: 'center' }));
  await dot.tap();
  const title = await panelTitle(page);
  expect(page.url()).toContain('/map/');
  await dot.tap();
  await page.waitForURL('**/papers/**');
  expect(await page.locator('h1').textContent()).toBe(title);
  assertQuiet();
});

test.for([
  ['narrow', 390],
  ['wide', 1280],
] as const)('no two names touch on the %s map', async ([format, width], { site }) => {
  const { page } = await site.openPage('/map/', { width });
  await page.evaluate(() => document.fonts.ready);
  const touching = await page.locator(`paper-map svg.${format} text`).evaluateAll((texts) => {
    const boxes = texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      // Above its letters and below them a line of text has some room.
      const room = (bottom - top) / 6;
      return { text: text.textContent, left, right, top: top + room, bottom: bottom - room };
    });
    return boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom)
        .map((b) => `${a.text} | ${b.text}`),
    );
  });
  expect(touching).toEqual([]);
});

describe('a theme chosen in the legend', () => {
  test('stands out, is said, and stays in the address', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/map/');
    const button = page.locator('.legend button').first();
    const theme = await button.getAttribute('data-theme');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).searchParams.getAll('theme')).toEqual([theme]);
    const bright = await page.locator('svg.wide a[data-slug]:not(.is-faded)').count();
    expect(await page.locator(`svg.wide a[data-slug][data-theme-id="${theme}"]`).count()).toBe(bright);
    expect(await page.locator('paper-map [data-part="status"]').textContent()).toBe(
      `${bright} of ${await dots(page).count()} papers stand out`,
    );
    await page.reload();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('svg.wide .is-faded').count()).toBe(0);
    assertQuiet();
  });

  test('is where the arrow keys stay', async ({ site }) => {
    const { page } = await site.openPage('/map/');
    const button = page.locator('.legend button').first();
    await button.click();
    await page.locator('svg.wide a[data-slug][tabindex="0"]').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'Home']) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-theme-id'))).toBe(
        await button.getAttribute('data-theme'),
      );
    }
  });
});

test('without script every paper on the map is a link', async ({ site }) => {
  const { page } = await site.openPage('/map/', { javaScript: false });
  const targets = await dots(page).evaluateAll((all) => all.map((dot) => dot.getAttribute('href')));
  expect(new Set(targets).size).toBe(targets.length);
  expect(targets.length).toBeGreaterThan(0);
  expect(await page.locator('.legend a').first().isVisible()).toBe(true);
});
