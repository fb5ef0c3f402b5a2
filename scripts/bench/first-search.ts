// What the first search costs a reader: bytes over the wire, in a real browser that has nothing yet.
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Response } from 'playwright-core';
import { findBrowser } from '../browser.ts';
import { serveSite } from '../serve.ts';

/** Bytes by kind of file. */
export type SearchBytes = { readonly query: string; readonly total: number; readonly parts: Readonly<Record<string, number>> };

/** What search loads beyond the page itself, by the address of the file. */
const KINDS: readonly [string, RegExp][] = [
  ['engine', /pagefind\/wasm\./],
  ['scripts', /pagefind\/pagefind[\w-]*\.js/],
  ['index', /\.pf_(?:index|meta)|pagefind-entry\.json/],
  ['filters', /\.pf_filter/],
  ['results', /\.pf_fragment/],
  ['words and terms', /search\/lexicon\.json/],
];

/** Opens the search page with each query, in a new profile each time. */
export async function measureFirstSearches(queries: readonly string[]): Promise<SearchBytes[]> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no browser to measure in: npm test gets one.');
  const served = await serveSite({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const measured: SearchBytes[] = [];
    for (const query of queries) measured.push(await measureOne(browser, served.addresses[0] ?? '', query));
    return measured;
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measureOne(browser: Browser, home: string, query: string): Promise<SearchBytes> {
  const context = await browser.newContext();
  const parts: Record<string, number> = {};
  const reading: Promise<void>[] = [];
  context.on('response', (response) => {
    const kind = KINDS.find(([, pattern]) => pattern.test(response.url()))?.[0];
    if (kind) reading.push(sizeOf(response).then((size) => void (parts[kind] = (parts[kind] ?? 0) + size)));
  });
  const page = await context.newPage();
  await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, home).href, { waitUntil: 'networkidle' });
  await Promise.all(reading);
  await context.close();
  return { query, total: Object.values(parts).reduce((sum, size) => sum + size, 0), parts };
}

/** Servers compress texts; what Pagefind makes is compressed already. */
async function sizeOf(response: Response): Promise<number> {
  const body = await response.body();
  return /\.(?:js|json)(?:$|\?)/.test(response.url()) ? gzipSync(body, { level: 9 }).length : body.length;
}
