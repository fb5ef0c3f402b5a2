// What a search costs a reader, in a real browser: bytes of the first one, milliseconds of those that follow.
import type { Browser, Page, Response } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { serveCompressed, weigh } from './compressed-site.ts';
import { collectRuns, type Values } from './results.ts';

/** What search loads beyond the page, by the address of the file. */
const PARTS: readonly [string, RegExp][] = [
  ['engine', /pagefind\/wasm\./],
  ['script', /pagefind\/pagefind[\w-]*\.js|\/_astro\/.+\.js$/],
  ['chunk', /\.pf_(?:index|meta)|pagefind-entry\.json|pagefind\/common\//],
  ['result', /\.pf_fragment/],
  ['word', /search\/(?:lexicon\.json|definitions\.json|words\.txt|terms\/)/],
];
/** A first search in a big index takes seconds: some of the queries will do, of every kind. */
const FIRST_SEARCHES = 10;
/** What the page is opened with, so that the first measured query does not load the engine. */
const OPENING = 'bees';
/** Milliseconds; a busy machine needs many for a big index. */
const PATIENCE = 180_000;

/**
 * Measures a built site in a folder: some queries as the first one of a new reader (`firstBytes` beyond the page, with
 * those of each part, and `firstTime`), then all on one page (`newTime`), and all of them once more (`againTime`).
 */
export async function measureSearchPage(outDir: string, queries: readonly string[]): Promise<Values> {
  const browser = await launchBrowser();
  const served = await serveCompressed(outDir, '127.0.0.1');
  try {
    const home = served.address;
    const step = Math.ceil(queries.length / FIRST_SEARCHES);
    const own = await listFiles(browser, new URL('search/', home).href);
    const first: Record<string, number>[] = [];
    for (const query of queries.filter((_, index) => index % step === 0))
      first.push(await measureFirst(browser, home, query, own));
    return { ...collectRuns(first), ...(await measureTimes(browser, home, queries)) };
  } finally {
    await browser.close();
    served.close();
  }
}

/** The files that a page loads by itself. */
async function listFiles(browser: Browser, address: string): Promise<ReadonlySet<string>> {
  const page = await browser.newPage();
  const files = new Set<string>();
  page.on('response', (response) => files.add(response.url()));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.close();
  return files;
}

async function measureFirst(
  browser: Browser,
  home: string,
  query: string,
  own: ReadonlySet<string>,
): Promise<Record<string, number>> {
  const context = await browser.newContext();
  // By address: what a worker asks for again, the browser has already.
  const sizes = new Map<string, Promise<readonly [string, number]>>();
  context.on('response', (response) => {
    const url = response.url();
    const part = own.has(url) ? undefined : PARTS.find(([, pattern]) => pattern.test(url))?.[0];
    if (part)
      sizes.set(
        url,
        sizeOf(response).then((size) => [part, size]),
      );
  });
  const page = await context.newPage();
  const start = performance.now();
  await openResults(page, home, query);
  const firstTime = performance.now() - start;
  const loaded = await Promise.all(sizes.values());
  await context.close();
  const sum = (of: readonly (readonly [string, number])[]) => of.reduce((total, [, size]) => total + size, 0);
  const parts = [...Map.groupBy(loaded, ([part]) => part)].map(([part, of]) => [`${part}Bytes`, sum(of)]);
  return { firstTime, firstBytes: sum(loaded), ...Object.fromEntries(parts) };
}

/** Opens the search page and waits for its results: a big index keeps the browser, not the network, busy. */
async function openResults(page: Page, home: string, query: string): Promise<void> {
  await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, home).href);
  await page
    .locator('[data-part="count"]', { hasText: query.replace(/^"|"$/g, '') })
    .waitFor({ state: 'attached', timeout: PATIENCE });
}

async function sizeOf(response: Response): Promise<number> {
  return weigh(new URL(response.url()).pathname, await response.body());
}

async function measureTimes(browser: Browser, home: string, queries: readonly string[]): Promise<Values> {
  const page = await browser.newPage();
  await openResults(page, home, OPENING);
  const newTime: number[] = [];
  for (const query of queries) newTime.push(await timeSearch(page, query));
  const againTime: number[] = [];
  for (const query of queries) againTime.push(await timeSearch(page, query));
  await page.close();
  return { newTime, againTime };
}

/** Milliseconds from the key that sends a query until its results stand on the page. */
function timeSearch(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('#site-search');
    const count = document.querySelector('[data-part="count"]');
    if (!field?.form || !count) throw new Error('This is not the search page.');
    field.value = text;
    const start = performance.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    const observer = new MutationObserver(() => resolve());
    observer.observe(count, { childList: true });
    field.form.requestSubmit();
    await promise;
    observer.disconnect();
    return performance.now() - start;
  }, query);
}
