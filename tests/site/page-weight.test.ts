// No page of the survey weighs more than its kind may: here are all budgets, in bytes, never in seconds.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { createUrls } from '../../src/site/urls.ts';
import { readHtml } from './html.ts';
import { type Budget, findOverweight, weighPage } from './page-weight.ts';

const dist = join(process.cwd(), 'dist');
const base = createUrls(process.env['BASE_PATH'] ?? '/').home();
const { entries, themes, terms, paths } = toCatalog(await loadContent(process.cwd()));
const kB = 1000;

/** What a page and all that it loads may weigh, compressed; fonts have a budget of their own. */
const BUDGETS: readonly Budget[] = [
  { kind: 'overview', path: '', page: 50 * kB },
  ...entries.map(({ slug }) => ({ kind: 'paper', path: `papers/${slug}/`, page: 30 * kB })),
  ...themes.map(({ id }) => ({ kind: 'theme', path: `themes/${id}/`, page: 45 * kB })),
  ...terms.map(({ id }) => ({ kind: 'term', path: `terms/${id}/`, page: 40 * kB })),
  ...paths.map(({ id }) => ({ kind: 'path', path: `paths/${id}/`, page: 30 * kB })),
  ...(paths.length > 0 ? [{ kind: 'path', path: 'paths/', page: 30 * kB }] : []),
  { kind: 'all papers', path: 'papers/', page: 45 * kB },
  { kind: 'terms', path: 'terms/', page: 30 * kB },
  { kind: 'results', path: 'results/', page: 45 * kB },
  { kind: 'map', path: 'map/', page: 90 * kB },
  { kind: 'search', path: 'search/', page: 45 * kB },
  ...['about/', 'compare/', 'list/', 'offline/', 'search/help/', 'themes/'].map((path) => ({
    kind: 'small page',
    path,
    page: 35 * kB,
  })),
];
/** Two families, one of them also slanted, in the letters of English: they come once for the whole site. */
const FONTS = 100 * kB;

test('every page is within its budget', () => {
  expect(findOverweight(dist, BUDGETS, base)).toEqual([]);
});

test('the fonts that most pages ask for are within theirs, and no page has them in its head', () => {
  const fonts = globSync('_astro/*-common.*.woff2', { cwd: dist });
  expect(fonts).toHaveLength(3);
  const weight = fonts.reduce((sum, name) => sum + readFileSync(join(dist, name)).length, 0);
  expect(weight).toBeLessThanOrEqual(FONTS);
  for (const { path } of BUDGETS)
    expect(readHtml(readFileSync(join(dist, path, 'index.html'), 'utf8')).files.join(), path).not.toContain(
      'woff2',
    );
});

test('budgets are no wider than they need to be: each kind has a page that fills half of it', () => {
  for (const [kind, budgets] of Map.groupBy(BUDGETS, (budget) => budget.kind)) {
    const fullest = Math.max(...budgets.map(({ path, page }) => weighPage(dist, path, base).page / page));
    expect(fullest, kind).toBeGreaterThan(0.5);
  }
});

test('a page that outgrows its budget is told, with all that it loads', () => {
  const site = mkdtempSync(join(tmpdir(), 'conspectus-weight-'));
  onTestFinished(() => rmSync(site, { recursive: true }));
  mkdirSync(join(site, 'hive'));
  const write = (name: string, text: string) => writeFileSync(join(site, name), text);
  const noise = (bytes: number) =>
    Array.from({ length: bytes }, (_, index) => ((index * 7919 + index ** 3) % 8191).toString(36)).join('');
  write('hive/index.html', '<script type="module" src="/swarm.js"></script><a href="/other.js">o</a>');
  write('swarm.js', 'import{a}from"./bees.js";import("./later.js");');
  write('bees.js', `// ${noise(2000)}`);
  write('later.js', noise(9000));
  write('other.js', noise(9000));
  const budget = { kind: 'hive', path: 'hive/' };
  const { page, requests } = weighPage(site, 'hive/');
  expect(requests).toBe(3);
  expect(page).toBeGreaterThan(2000);
  expect(findOverweight(site, [{ ...budget, page }])).toEqual([]);
  expect(findOverweight(site, [{ ...budget, page: page - 1 }])).toEqual([
    expect.stringMatching(/^hive \(\/hive\/\) weighs [\d.]+ kB compressed, of at most [\d.]+ kB\.$/),
  ]);
});
