// Every kind of page, in a real browser: reachable for everyone, quiet, fit for a small phone, complete without script.
import { describe, expect } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { findViolations } from './axe.ts';
import { type PageOptions, test } from './site.ts';

const { themes, entries, paths, terms } = toCatalog(await loadContent(process.cwd()));
const withParts = themes.find(({ fields }) => fields.parts);
const withGap = entries.find(({ fields }) => fields.gaps);
const withRepair = entries.find(({ fields }) => fields.repairs && fields.classification?.by === 'rules');

const measured = entries
  .flatMap(({ fields }) => fields.results ?? [])
  .find(({ benchmark }) => benchmark)?.benchmark;

type Kind = { readonly kind: string; readonly path: string; readonly status?: number };

/** One address for each kind of page, and for each of its forms that looks different. */
const kinds: readonly Kind[] = [
  { kind: 'overview', path: '/' },
  { kind: 'all themes', path: '/themes/' },
  { kind: 'theme', path: `/themes/${themes[0]?.id}/` },
  ...(withParts ? [{ kind: 'theme with parts', path: `/themes/${withParts.id}/` }] : []),
  { kind: 'paper', path: `/papers/${entries[0]?.slug}/` },
  ...(withGap ? [{ kind: 'paper with a gap', path: `/papers/${withGap.slug}/` }] : []),
  ...(withRepair ? [{ kind: 'paper with a repair', path: `/papers/${withRepair.slug}/` }] : []),
  { kind: 'all papers', path: '/papers/' },
  { kind: 'comparison', path: '/compare/' },
  { kind: 'reading list', path: '/list/' },
  ...paths.slice(0, 1).map(({ id }) => ({ kind: 'reading path', path: `/paths/${id}/` })),
  ...(paths.length > 0 ? [{ kind: 'all reading paths', path: '/paths/' }] : []),
  { kind: 'terms', path: '/terms/' },
  { kind: 'term', path: `/terms/${terms.find(({ kind }) => kind === 'method')?.id}/` },
  ...(measured ? [{ kind: 'term with results', path: `/terms/${measured}/` }] : []),
  { kind: 'results', path: '/results/' },
  { kind: 'about', path: '/about/' },
  { kind: 'offline', path: '/offline/' },
  { kind: 'help on search', path: '/search/help/' },
  { kind: 'map', path: '/map/' },
  { kind: 'not found', path: '/no-such-page/', status: 404 },
];

describe.each(kinds)('$kind', ({ path, status = 200 }) => {
  test.for(['light', 'dark'] as const)('has no violation that axe finds, in %s', async (scheme, { site }) => {
    const { page, assertQuiet } = await site.openPage(path, { scheme, status });
    for (const details of await page.locator('summary:visible').all()) await details.click();
    expect(await findViolations(page)).toEqual([]);
    assertQuiet();
  });

  test('fits every width from a small phone on', async ({ site }) => {
    const { page } = await site.openPage(path, { status });
    for (const width of [320, 390, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `overflow at a width of ${width}`).toBeLessThanOrEqual(0);
    }
  });

  test.for([390, 820])('fits a width of %i in letters of double size', async (width, { site }) => {
    const { page } = await site.openPage(path, { status, width });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('is the same without script, but for what script adds', async ({ site }) => {
    const words = async (javaScript: boolean) => {
      const { page, assertQuiet } = await site.openPage(path, { javaScript, status });
      assertQuiet();
      return (
        await page
          .locator('h1, h2, h3, tbody :is(th, td):not(:has(paper-choice)), article p')
          .allTextContents()
      ).join('\n');
    };
    expect(await words(false)).toBe(await words(true));
  });
});

test('letters of double size break no word of the name of the survey on a phone', async ({ site }) => {
  for (const path of ['/', '/about/']) {
    const { page } = await site.openPage(path, { width: 390 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const broken = await page.locator('.masthead h1, header .name').evaluateAll((names) =>
      names.flatMap((name) => {
        const node = name.firstChild as Text;
        return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return range.getClientRects().length > 1 ? [word] : [];
        });
      }),
    );
    expect({ path, broken }).toEqual({ path, broken: [] });
  }
});

describe('on paper', () => {
  const six = entries.slice(0, 6).map(({ slug }) => `p=${slug}`);
  test.for([
    ['overview', '/'],
    ['paper', `/papers/${entries[0]?.slug}/`],
    ['comparison', `/compare/?${six.join('&')}`],
    ['map', '/map/'],
  ] as const)(
    'the %s is cut nowhere, and has nothing that can only be pressed',
    async ([, path], { site }) => {
      // As wide as a sheet of A4 between its margins.
      const { page } = await site.openPage(path, { width: 718 });
      await page.locator('saved-count').waitFor({ state: 'attached' });
      if (path.startsWith('/compare')) await page.locator('thead th a').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      // The legend of the map is made of buttons.
      for (const control of await page.locator('main :is(button:not(.theme), select, input):visible').all())
        expect(await control.evaluate((element) => element.outerHTML)).toBe('');
      for (const wide of await page.locator('main :is(pre, .scroll, .scroller):visible').all())
        expect(
          await wide.evaluate((element) => element.scrollWidth - element.clientWidth),
        ).toBeLessThanOrEqual(0);
      expect(await page.locator('[data-part="panel"]:visible').count()).toBe(0);
    },
  );
});

test('the keyboard begins with the way to the content, and it shows', async ({ site }) => {
  const { page } = await site.openPage('/about/');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  expect(await skip.getAttribute('href')).toBe('#main');
  expect(await skip.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Tab');
  const style = await page.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(style).toBe('solid');
});

test('the search field leads to the search page without script', async ({ site }) => {
  const { page } = await site.openPage('/about/', { javaScript: false });
  await page.locator('#site-search').fill('a <b> & c');
  const request = page.waitForRequest((candidate) => candidate.isNavigationRequest());
  await page.keyboard.press('Enter');
  const url = new URL((await request).url());
  expect(url.href.split('?')[0]).toBe(site.address('/search/'));
  expect(url.searchParams.get('q')).toBe('a <b> & c');
});

test('the search field names its key only where there is a keyboard', async ({ site }) => {
  const hint = async (options: PageOptions = {}) => {
    const { page } = await site.openPage('/about/', options);
    expect(await page.locator('#site-search').getAttribute('placeholder')).toBe('Search the papers');
    return page.locator('form[role="search"] kbd').isVisible();
  };
  expect(await hint()).toBe(true);
  expect(await hint({ context: { isMobile: true, hasTouch: true } })).toBe(false);
  // Without script the key does nothing.
  expect(await hint({ javaScript: false })).toBe(false);
});

test('on a phone the plot says a year, and that there is more to the left', async ({ site }) => {
  const { page } = await site.openPage('/', { width: 390 });
  const scroller = page.getByRole('region', { name: 'Papers over time' });
  const shadow = () =>
    scroller.locator('.names').evaluate((element) => getComputedStyle(element).boxShadow.includes('8px'));
  const edge = (await scroller.locator('.names').boundingBox())?.width ?? 0;
  const years = await page
    .locator('.axis text')
    .evaluateAll((texts) =>
      texts.map((text) => ({ text: text.textContent, left: text.getBoundingClientRect().left })),
    );
  expect(years.some(({ text, left }) => /^\d{4}$/.test(text ?? '') && left > edge + 20 && left < 340)).toBe(
    true,
  );
  expect(await shadow()).toBe(true);
  await scroller.evaluate((element) => element.scrollBy(-9999, 0));
  await expect.poll(shadow).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(shadow).toBe(false);
});

test('a dot of the plot leads to its paper', async ({ site }) => {
  const { page } = await site.openPage('/');
  const dots = page.locator('svg.plot a');
  expect(await dots.count()).toBe(entries.length);
  const href = await dots.last().getAttribute('href');
  await dots.last().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === href);
  expect(await page.locator('h1').count()).toBe(1);
});

describe('the table of papers', () => {
  test('is sorted by keyboard, and says so', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/papers/');
    const titles = () => page.locator('tbody tr:not([hidden]) th').allTextContents();
    const header = page.locator('th[data-key="title"]');
    expect(await header.getAttribute('aria-sort')).toBe(null);
    await header.locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await titles();
    expect(ascending).toEqual(ascending.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    await page.keyboard.press('Space');
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await titles()).toEqual(ascending.toReversed());
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    expect(await page.getByRole('status').textContent()).toContain('by title, Z to A');
    assertQuiet();
  });

  test('is filtered by theme', async ({ site }) => {
    const { page } = await site.openPage('/papers/');
    const theme = themes[0]?.id ?? '';
    await page.locator('paper-table select').selectOption(theme);
    const expected = entries.filter(({ fields }) => fields.themes.includes(theme)).length;
    expect(await page.locator('tbody tr:visible').count()).toBe(expected);
    expect(await page.getByRole('status').textContent()).toContain(`${expected} of ${entries.length} papers`);
  });

  test('is as it was left for whoever comes back from a paper, or loads it again', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/papers/');
    const theme = themes[0]?.id ?? '';
    const shown = () => page.locator('tbody tr:visible th').allTextContents();
    await page.locator('paper-table select').selectOption(theme);
    await page.getByRole('button', { name: 'Title' }).click();
    const left = await shown();
    expect(new URL(page.url()).search).toBe(`?theme=${theme}&sort=title`);
    await page.locator('tbody tr:visible th a').nth(1).click();
    await page.locator('article').waitFor();
    await page.goBack();
    for (const again of [() => page.reload(), () => page.goto('about:blank').then(() => page.goBack())]) {
      await expect.poll(shown).toEqual(left);
      expect(await page.locator('paper-table select').inputValue()).toBe(theme);
      expect(await page.locator('th[aria-sort]').getAttribute('data-key')).toBe('title');
      await again();
    }
    await page.locator('paper-table select').selectOption('');
    await page.getByRole('button', { name: 'Date' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('tbody tr:visible').count()).toBe(entries.length);
    assertQuiet();
  });

  test('takes from its address what there is, and nothing else', async ({ site }) => {
    const { page, assertQuiet } = await site.openPage('/papers/?theme=no-such-theme&sort=constructor');
    expect(await page.locator('tbody tr:visible').count()).toBe(entries.length);
    expect(await page.locator('paper-table select').inputValue()).toBe('');
    expect(await page.locator('th[aria-sort]').getAttribute('data-key')).toBe('date');
    assertQuiet();
  });
});
