// Search of a survey that is large enough for a worker of its own: more than a thousand made-up papers, in the words of
// the real survey.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSyntheticEntries } from '../../scripts/bench/synthetic.ts';
import { writeSyntheticSite } from '../../scripts/bench/synthetic-site.ts';
import { openEngine } from '../../scripts/commands/search.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { COMMON_WORDS_FILE, openCommonWords, unpackCommonWords } from '../../src/search/common-words.ts';
import { WORTH_A_WORKER } from '../../src/search/ranking.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { openSite, type Site } from './site.ts';

const catalog = toCatalog(await loadContent(process.cwd()));
const entries = makeSyntheticEntries(catalog, { count: WORTH_A_WORKER + 100, seed: 2 });
const [first] = entries;
const [term] = catalog.terms;
if (!first || !term) throw new Error('The survey has too little for this test.');

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conspectus-large-'));
  await writeSyntheticSite(folder, 'dist', entries, catalog);
  site = await openSite({ outDir: folder });
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A form of a common word that no paper has. */
async function findOtherForm(): Promise<string> {
  const words = unpackCommonWords(await readFile(join(folder, COMMON_WORDS_FILE), 'utf8'));
  const find = await openCommonWords(words);
  const forms = new Set(words.flatMap((word) => word.forms));
  const other = words.map(({ stem }) => `${stem}ed`).find((form) => find(form) && !forms.has(form));
  if (!other) throw new Error('No common word has another form.');
  return other;
}

const titles = (page: Page) => page.locator('[data-part="hits"] h2').allTextContents();

/** The search page with its index, which it loads for whoever asks something. */
async function openSearch() {
  const opened = await site.openPage('/search/');
  const field = opened.page.locator('#site-search');
  await field.fill('x');
  await field.fill('');
  await expect
    .poll(() => opened.page.locator('[data-part="status"]').textContent())
    .toContain('1,100 papers');
  return opened;
}

test('a worker finds what the terminal finds: words, terms, a phrase, fields, a slip, another form', async () => {
  const { page, assertQuiet } = await openSearch();
  expect(page.workers()).toHaveLength(1);
  const terminal = await openEngine(join(folder, 'pagefind'));
  const word = first.fields.title.toLowerCase().match(/\p{L}{9,}/u)?.[0] ?? '';
  const queries = [
    first.fields.title,
    term.name,
    `"${first.fields.title.split(' ').slice(0, 2).join(' ')}"`,
    `${word} theme:${first.fields.themes[0]}`,
    `term:${term.id}`,
    `${word.slice(0, 3)}${word.slice(4)}`,
    await findOtherForm(),
  ];
  for (const query of queries) {
    const { hits } = await terminal.search({ ...EMPTY_STATE, query }, 10);
    expect(hits.length, query).toBeGreaterThan(0);
    await page.locator('#site-search').fill(query);
    await expect.poll(() => titles(page), { message: query }).toEqual(hits.map(({ title }) => title));
  }
  assertQuiet();
});

test('of searches that overtake each other the last one stands', async () => {
  const { page, assertQuiet } = await openSearch();
  await page.locator('#site-search').pressSequentially(first.fields.title, { delay: 5 });
  await expect.poll(async () => (await titles(page))[0]).toBe(first.fields.title);
  assertQuiet();
});

test('where the worker does not start, the page searches itself', async () => {
  const { page } = await site.openPage('/search/');
  await page.addInitScript(() => {
    Object.assign(globalThis, { Worker: undefined });
  });
  await page.goto(site.address(`/search/?q=${encodeURIComponent(first.fields.title)}`));
  await expect.poll(async () => (await titles(page))[0]).toBe(first.fields.title);
  const query = await findOtherForm();
  const { hits } = await (await openEngine(join(folder, 'pagefind'))).search({ ...EMPTY_STATE, query }, 10);
  await page.locator('#site-search').fill(query);
  await expect.poll(() => titles(page), { message: query }).toEqual(hits.map(({ title }) => title));
  expect(page.workers()).toHaveLength(0);
});
