// The fixture itself: it notices what it says it notices.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openSite, test } from './site.ts';

test('the front page is quiet', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/', { scheme: 'dark', width: 390 });
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  expect(await page.evaluate(() => innerWidth)).toBe(390);
  assertQuiet();
});

test('a missing page answers 404 and is quiet', async ({ site }) => {
  const { page, assertQuiet } = await site.openPage('/no-such-page/', { status: 404, javaScript: false });
  expect(await page.locator('h1').count()).toBe(1);
  assertQuiet();
});

const noises = {
  'a console error': () => console.error('made-up'),
  'a console warning': () => console.warn('made-up'),
  'an uncaught error': () => void setTimeout(() => Promise.reject(new Error('made-up'))),
  'a missing file': () => fetch('made-up.json').then(() => undefined),
  'a request to another origin': () => fetch('https://made-up.example/').catch(() => undefined),
};

for (const [name, makeNoise] of Object.entries(noises)) {
  test(`${name} is noticed`, async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/no-such-page/', { status: 404 });
    await page.evaluate(`(${makeNoise})()`);
    await expect.poll(() => complaintOf(assertQuiet)).toContain('made-up');
  });
}

function complaintOf(assertQuiet: () => void): string {
  try {
    assertQuiet();
    return '';
  } catch (error) {
    return String(error);
  }
}

test('a site with a base path is served below it', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'conspectus-site-'));
  mkdirSync(join(outDir, 'papers'));
  writeFileSync(join(outDir, 'papers', 'index.html'), '<link rel="icon" href="icon.svg"><h1>Papers</h1>');
  writeFileSync(join(outDir, 'papers', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const site = await openSite({ outDir, base: '/survey/' });
  try {
    expect(site.address('/papers/')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/survey\/papers\/$/);
    const { page, assertQuiet } = await site.openPage('/papers/');
    expect(await page.textContent('h1')).toBe('Papers');
    assertQuiet();
    expect((await fetch(new URL('/papers/', site.address('/')))).status).toBe(404);
  } finally {
    await site.close();
    rmSync(outDir, { recursive: true });
  }
});
