// A survey in which every text is hostile, really built, and opened in a real browser under the site's own policy:
// nothing runs, nothing leaves, and what a reader sees is the text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileTexts, slugOf } from '../hostile/survey.ts';
import { DEAD_ENDS, LINES } from '../hostile/texts.ts';
import { unpackPortableEdition } from '../portable-folder.ts';
import { type BuiltSite, buildSite } from '../sites/build-site.ts';
import { findUnsafeMarkup } from '../unsafe-markup.ts';
import { openSite, type Site } from './site.ts';

const LONG = 300_000;

let built: BuiltSite;
let site: Site;
beforeAll(async () => {
  built = await buildSite(hostileTexts());
  site = await openSite({ outDir: built.dist, base: '/' });
}, LONG);
afterAll(async () => {
  await site?.close();
  built?.remove();
});

const filesOf = (ending: string) =>
  readdirSync(built.dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.startsWith('pagefind'))
    .toSorted();

test('every page: nothing runs, also when it is touched, and a paper says its title letter by letter', {
  timeout: LONG,
}, async () => {
  const { page, assertQuiet } = await site.openPage('/');
  const pages = filesOf('.html').filter((name) => name !== '404.html');
  expect(pages.length).toBeGreaterThan(LINES.length);
  const titles = new Map(
    LINES.map((line, index) => [`papers/${slugOf(index)}/index.html`, `${line} ${index}`]),
  );
  expect([...titles.keys()].filter((name) => !pages.includes(name))).toEqual([]);
  const fold = (text: string | null) => text?.replace(/\s+/g, ' ').trim();
  for (const name of pages) {
    await page.goto(site.address(`/${name.replace(/index\.html$/, '')}`));
    expect(findUnsafeMarkup(await page.content()), name).toEqual([]);
    const title = titles.get(name);
    if (title) expect(fold(await page.locator('h1').first().textContent())).toBe(fold(title));
    await touchEverything(page);
    expect(await isHacked(page), name).toBe(false);
  }
  assertQuiet();
});

test('search for hostile words, and in hostile excerpts', { timeout: LONG }, async () => {
  const { page, assertQuiet } = await site.openPage('/search/');
  for (const query of [
    ...LINES,
    ...DEAD_ENDS,
    'hacked',
    'title:__proto__',
    'theme:constructor',
    `${'"-'.repeat(500)}a`,
  ]) {
    await page.goto(
      site.address(`/search/?q=${encodeURIComponent(query)}&theme=${encodeURIComponent(query)}`),
    );
    await expect.poll(() => page.locator('[data-part="count"]').textContent()).not.toBe('');
    await page.goto(site.address(`/search/?q=${encodeURIComponent(query)}`));
    await expect.poll(() => page.locator('[data-part="count"]').textContent()).not.toBe('');
    expect(await page.locator('#site-search').inputValue()).toBe(query);
    expect(findUnsafeMarkup(await page.content()), query).toEqual([]);
    expect(await isHacked(page), query).toBe(false);
  }
  expect(await page.locator('[data-part="fail"]').count()).toBe(0);
  assertQuiet();
});

test('a comparison and a reading list of hostile papers', async () => {
  const slugs = [0, 1, 14, 34].map(slugOf);
  const { page, assertQuiet } = await site.openPage(
    `/compare/?${slugs.map((slug) => `p=${slug}`).join('&')}`,
  );
  await page
    .getByRole('link', { name: `${LINES[14]} 14` })
    .first()
    .waitFor();
  expect(findUnsafeMarkup(await page.content())).toEqual([]);
  await page.goto(
    site.address(`/compare/?p=__proto__&p=constructor&p=${encodeURIComponent(LINES[0] ?? '')}`),
  );
  await touchEverything(page);
  expect(await isHacked(page)).toBe(false);
  assertQuiet();
});

describe('what programs read', () => {
  test('is well-formed XML, and JSON', async () => {
    const { page } = await site.openPage('/');
    for (const name of filesOf('.xml')) {
      const text = readFileSync(join(built.dist, name), 'utf8');
      const problem = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
        text,
      );
      expect(problem, name).toBeUndefined();
    }
    for (const name of filesOf('.json')) JSON.parse(readFileSync(join(built.dist, name), 'utf8'));
  });

  test('the portable edition holds nothing that could run', { timeout: LONG }, async () => {
    const portable = await unpackPortableEdition(built.dist);
    try {
      for (const name of portable.names.filter((file) => file.endsWith('.html')))
        expect(findUnsafeMarkup(readFileSync(join(portable.folder, name), 'utf8')), name).toEqual([]);
    } finally {
      portable.remove();
    }
  });
});

test('and if markup got in, the policy would stop it', async () => {
  const { page } = await site.openPage('/');
  await page.evaluate(() => {
    const names = new Set<string>();
    Object.assign(globalThis, { refused: names });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      names.add(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = '__hacked=1';
    document.body.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="https://evil.example/x.png"><p style="color:red" onclick="__hacked=1">b</p><iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object>',
    );
    document.querySelector<HTMLElement>('p[onclick]')?.click();
    fetch('https://evil.example/').catch(() => undefined);
  });
  // A browser reports them when it comes to it, on a busy machine late.
  await expect
    .poll(() => page.evaluate(() => [...(globalThis as unknown as { refused: Set<string> }).refused]), {
      timeout: 10_000,
    })
    .toEqual(
      expect.arrayContaining([
        'script-src-elem',
        'script-src-attr',
        'img-src',
        'style-src-attr',
        'frame-src',
        'object-src',
        'connect-src',
      ]),
    );
  expect(await isHacked(page)).toBe(false);
});

function isHacked(page: Page): Promise<boolean> {
  return page.evaluate(() => '__hacked' in globalThis);
}

/** What a reader's pointer and keyboard would set off. */
function touchEverything(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('body, body *'))
      for (const name of ['mouseover', 'focus', 'focusin', 'error', 'load', 'toggle'])
        element.dispatchEvent(new Event(name, { bubbles: name === 'mouseover' || name === 'focusin' }));
  });
}
