// What a search costs a reader, in a real browser: bytes of the first one, milliseconds of those that follow.
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Response } from 'playwright-core';
import { findBrowser } from '../browser.ts';
import { serveSite } from '../serve.ts';

/** Bytes over the wire of a first search, beyond the page itself, by what they are for. */
export type FirstSearch = { readonly total: number; readonly parts: Readonly<Record<string, number>> };
/** Milliseconds from a query to its results on the page, the first time that one asks it, and again. */
type SearchTimes = { readonly new: readonly number[]; readonly warm: readonly number[] };
/** First searches, and the times of those that follow on the same page. */
export type SearchCosts = SearchTimes & { readonly first: readonly FirstSearch[] };

/** What search loads, by the address of the file. */
const PARTS: readonly [string, RegExp][] = [
  ['engine', /pagefind\/wasm\./],
  ['script', /pagefind\/pagefind[\w-]*\.js/],
  ['index', /\.pf_(?:index|meta)|pagefind-entry\.json/],
  ['filters', /\.pf_filter/],
  ['results', /\.pf_fragment/],
  ['words', /search\/(?:lexicon\.json|words\.txt)/],
];
const REPEATS = 3;
/** Milliseconds; a busy machine needs many for a big index. */
const PATIENCE = 180_000;

/** Measures a built site in a folder: each query as the first one of a new reader, then all of them again and again. */
export async function measureSearchPage(outDir: string, queries: readonly string[]): Promise<SearchCosts> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no browser to measure in: npm test gets one.');
  const served = await serveSite({ host: '127.0.0.1', port: 0, outDir });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const home = served.addresses[0] ?? '';
    const first: FirstSearch[] = [];
    for (const query of queries) first.push(await measureFirst(browser, home, query));
    return { first, ...(await measureTimes(browser, home, queries)) };
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measureFirst(browser: Browser, home: string, query: string): Promise<FirstSearch> {
  const context = await browser.newContext();
  // By address: what a worker asks for again, the browser has already.
  const sizes = new Map<string, Promise<readonly [string, number]>>();
  context.on('response', (response) => {
    const part = PARTS.find(([, pattern]) => pattern.test(response.url()))?.[0];
    if (part)
      sizes.set(
        response.url(),
        sizeOf(response).then((size) => [part, size]),
      );
  });
  const page = await context.newPage();
  await openResults(page, home, query);
  const loaded = await Promise.all(sizes.values());
  await context.close();
  const groups = [...Map.groupBy(loaded, ([part]) => part)];
  const parts = Object.fromEntries(
    groups.map(([part, of]) => [part, of.reduce((sum, [, size]) => sum + size, 0)]),
  );
  return { total: loaded.reduce((sum, [, size]) => sum + size, 0), parts };
}

/** Opens the search page and waits for its results: a big index keeps the browser, not the network, busy. */
async function openResults(page: Page, home: string, query: string): Promise<void> {
  await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, home).href);
  await page
    .locator('[data-part="count"]', { hasText: query.trim() })
    .waitFor({ state: 'attached', timeout: PATIENCE });
}

/** Servers compress texts; what Pagefind makes is compressed already. */
async function sizeOf(response: Response): Promise<number> {
  const body = await response.body();
  return /\.(?:js|json|txt)(?:$|\?)/.test(response.url()) ? gzipSync(body, { level: 9 }).length : body.length;
}

async function measureTimes(
  browser: Browser,
  home: string,
  queries: readonly string[],
): Promise<SearchTimes> {
  const page = await browser.newPage();
  const [opening = '', ...others] = queries;
  await openResults(page, home, opening);
  const unasked: number[] = [];
  for (const query of others) unasked.push(await timeSearch(page, query));
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++)
    for (const query of queries) times.push(await timeSearch(page, query));
  await page.close();
  return { new: unasked, warm: times };
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
