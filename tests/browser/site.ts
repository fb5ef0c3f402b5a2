// What every browser test starts from: the built site, served, and opened in a real Chromium.
//
//   import { expect } from 'vitest';
//   import { test } from './site.ts';
//
//   test('the menu closes with Escape', async ({ site }) => {
//     const { page, assertQuiet } = await site.openPage('/', { scheme: 'dark', width: 390 });
//     ...                                                       // page is Playwright's
//     assertQuiet();
//   });
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, test as plainTest } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { serveSite } from '../../scripts/serve.ts';

/** How a page is opened: light, 1280 pixels wide, with JavaScript, and there, unless said otherwise. */
export type PageOptions = {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly javaScript?: boolean;
  /** The status that the page itself must have: 404 for the page of a missing address. */
  readonly status?: number;
  /** Anything else that Playwright's contexts take, such as `reducedMotion`. */
  readonly context?: BrowserContextOptions;
};

/** A page in a browser profile of its own. */
export type OpenPage = {
  readonly page: Page;
  /**
   * Fails, with a list, if there was since the page was opened an error or warning on the console, an uncaught
   * error, a request that failed, or one to another origin.
   */
  readonly assertQuiet: () => void;
};

/** A site that is being served, and the browser to see it with. */
export type Site = {
  /** The full address of a path of the site, which starts with a slash: the base path is put before it. */
  readonly address: (path: string) => string;
  readonly openPage: (path: string, options?: PageOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
};

/** Vitest's `test` with `site`: dist/, served and open to a browser, shared by the tests of a file. */
// biome-ignore lint/correctness/noEmptyPattern: Vitest wants to read there which fixtures are needed.
export const test = plainTest.extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
  const site = await openSite();
  onCleanup(site.close);
  return site;
});

/** Serves dist/, or another folder or base path, and starts a browser. Close it in `finally`. */
export async function openSite(built: { outDir?: string; base?: string } = {}): Promise<Site> {
  const served = await serveSite({ host: '127.0.0.1', port: 0, ...built });
  // Nothing but the site can be reached, so that a request to elsewhere fails on every machine alike.
  const closed = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const browser = await launchBrowser('--disable-gpu', closed).catch(async (error: unknown) => {
    await served.close();
    throw error;
  });
  const home = served.addresses[0] ?? '';
  const address = (path: string) => new URL(path.replace(/^\//, ''), home).href;
  return {
    address,
    openPage: (path, options) => openPage(browser, address(path), options),
    close: async () => {
      try {
        await browser.close();
      } finally {
        await served.close();
      }
    },
  };
}

async function openPage(browser: Browser, address: string, options: PageOptions = {}): Promise<OpenPage> {
  const { scheme = 'light', width = 1280, javaScript = true, status = 200 } = options;
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    ...options.context,
  });
  // Pages that stay open go on working: those of a whole file take a small machine nearly twice the time.
  onTestFinished(() => context.close());
  const problems = collectProblems(context, address, status);
  const page = await context.newPage();
  const response = await page.goto(address);
  expect(response?.status(), `status of ${address}`).toBe(status);
  const assertQuiet = () => {
    if (problems.length > 0) throw new Error(`${address} is not quiet:\n  ${problems.join('\n  ')}`);
  };
  return { page, assertQuiet };
}

/** The list of what goes wrong in a browser profile; it grows. */
function collectProblems(context: BrowserContext, address: string, status: number): readonly string[] {
  const problems: string[] = [];
  const { origin } = new URL(address);
  const isExpected = (url: string) => status >= 400 && url === address;
  context.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !isExpected(message.location().url)) problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (event) => problems.push(`uncaught: ${event.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isNetwork = ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol);
    if (isNetwork && url.origin !== origin) problems.push(`request to another origin: ${url.href}`);
  });
  context.on('requestfailed', (request) => {
    // A page that is left, or that takes back its own request, aborts it: nothing failed.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    const isBad = response.status() >= 400 && !isExpected(response.url());
    if (isBad) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}
