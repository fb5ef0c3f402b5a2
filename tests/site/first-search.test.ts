// What the first search of a new reader loads of a large survey, in bytes: every kind of query stays within a budget.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { weigh } from '../../scripts/bench/compressed-site.ts';
import { chooseQueries, loadQueries } from '../../scripts/bench/ranking.ts';
import { makeSyntheticEntries } from '../../scripts/bench/synthetic.ts';
import { writeSyntheticSite } from '../../scripts/bench/synthetic-site.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { importPagefind } from '../../src/integrations/search-index/import-pagefind.ts';
import { createEngine } from '../../src/search/engine.ts';
import { readLexicon } from '../../src/search/lexicon.ts';
import { WORTH_A_WORKER } from '../../src/search/ranking.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';

const PAPERS = WORTH_A_WORKER;
const QUERIES = 30;
/** Bytes, besides Pagefind itself, whose 71 kB are the same for all. */
const BUDGET = 75_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conspectus-first-search-'));
  const catalog = toCatalog(await loadContent(process.cwd()));
  const entries = makeSyntheticEntries(catalog, { count: PAPERS, seed: 3 });
  await writeSyntheticSite(folder, 'dist', entries, catalog);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files that a first search reads, with their bytes, compressed. */
async function searchFirst(query: string): Promise<Map<string, number>> {
  const pagefind = await importPagefind(join(folder, 'pagefind'), encodeURIComponent(query));
  const loaded = new Map<string, number>();
  const read = async (file: string) => {
    const content = await readFile(resolve(folder, file));
    loaded.set(file, weigh(file, content));
    return content;
  };
  const original = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const path = fileURLToPath(String(address).replace(/[?#].*$/, ''));
    return new Response(new Uint8Array(await read(path.slice(path.indexOf('pagefind/', folder.length)))));
  };
  try {
    const lexicon = readLexicon(async (file) => (await read(file)).toString());
    const engine = await createEngine(pagefind, { baseUrl: '/', lexicon });
    await engine.search({ ...EMPTY_STATE, query }, 10);
  } finally {
    globalThis.fetch = original;
  }
  return loaded;
}

test('the first search stays within its budget, and does not ask for what it need not', async () => {
  const sizes: number[] = [];
  for (const query of chooseQueries(loadQueries(), QUERIES)) {
    const loaded = [...(await searchFirst(query))].filter(([file]) => !/wasm\./.test(file));
    const size = loaded.reduce((sum, [, bytes]) => sum + bytes, 0);
    sizes.push(size);
    expect(size, `${query}: ${loaded.map(([file, bytes]) => `${file} ${bytes}`).join(', ')}`).toBeLessThan(
      BUDGET,
    );
  }
  // No wider than it needs to be.
  expect(Math.max(...sizes)).toBeGreaterThan(BUDGET / 2);
});

test('a word that most papers have is answered without the places where it stands', async () => {
  const files = [...(await searchFirst('reasoning')).keys()];
  expect(files.filter((file) => file.endsWith('.pf_index'))).toEqual([]);
  expect(files.filter((file) => /common\/\d+\.txt$/.test(file))).toHaveLength(1);
});
