// Making the search index, in a thread of its own: see ../threads.ts. Pagefind is called here and nowhere else.
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { INDEXED_CHARACTERS, WORTH_A_WORKER } from '../../search/ranking.ts';
import { digestFiles, digestOf } from '../site-files.ts';
import { trimLists } from './trim-list.ts';
import { writeCommonWords } from './write-common-words.ts';

/** A site and the files of its pages, of which only papers have to be there yet; what made it, and what the last build said. */
type Job = {
  readonly folder: string;
  readonly pages: readonly string[];
  readonly papers: readonly string[];
  readonly software: string;
  readonly state: string;
  readonly digests: string;
};

/** What a page has that is to be found. */
const TAG = 'data-pagefind-body';

/** Where the index goes, below the root of the site. */
const INDEX = 'pagefind';

/**
 * Pagefind cuts its index into chunks, of which a search loads one a word. It has no option for their size, only this
 * variable, whose name warns that it may go; where it is gone, the first search costs more, and nothing else changes.
 */
const CHUNK_SIZE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
/**
 * Chunks of about 3 kB, and 10 kB in a large survey: the list of the chunks, which every search loads, grows with their
 * number. Measured at 10,000 papers: the first search costs 40 kB less than with Pagefind's own 20,000. With smaller ones
 * Pagefind finds less, for it sees only in the chunk of a word what begins like it: "financial" for "finance".
 */
const chunkSize = (papers: number) => (papers < WORTH_A_WORKER ? '1500' : '5000');

/**
 * Indexes a site whose papers are not those of the index that it has, and returns their number; undefined where they are.
 * Papers of an earlier build go.
 */
export async function work({
  folder,
  pages,
  papers,
  software,
  state,
  digests,
}: Job): Promise<number | undefined> {
  const names = new Set(pages);
  for (const name of await listPapers(folder)) if (!names.has(name)) await rm(join(folder, name));
  const found = await digestFiles(folder, papers.toSorted(), digests);
  const now = digestOf(JSON.stringify([software, ...found]));
  const isThere = existsSync(join(folder, INDEX, 'pagefind-entry.json'));
  if (isThere && (await readFile(state, 'utf8').catch(() => '')) === now) return undefined;
  await rm(state, { force: true });
  const indexed = await writeIndex(folder);
  await writeFile(state, now);
  return indexed;
}

/** Indexes a folder of built pages into its subfolder `pagefind/`; returns the number of pages that can be found. */
export async function writeIndex(folder: string): Promise<number> {
  const papers = await listPapers(folder);
  // Where no page is tagged, Pagefind indexes every page instead, menus and all.
  if (papers.length > 0 && !(await hasTaggedPage(folder, papers)))
    throw new Error(`There is nothing to search for: no page has ${TAG}.`);
  const outputPath = join(folder, INDEX);
  // Pagefind names its files after what is in them, and leaves older ones.
  await rm(outputPath, { recursive: true, force: true });
  const chosen = process.env[CHUNK_SIZE];
  try {
    process.env[CHUNK_SIZE] ??= chunkSize(papers.length);
    await makeIndex(outputPath, async (index) => {
      if (papers.length === 0) return [];
      return (await index.addDirectory({ path: folder, glob: 'papers/*/index.html' })).errors;
    });
  } finally {
    // The next index in this process may be of another size.
    if (chosen === undefined) delete process.env[CHUNK_SIZE];
  }
  await trimLists(outputPath);
  if (papers.length >= WORTH_A_WORKER) await writeCommonWords(folder, INDEX);
  return countPages(outputPath);
}

/** The pages of papers; other folders come and go while Astro works. */
async function listPapers(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'papers')).catch(() => []);
  return names.map((name) => `papers/${name}/index.html`).filter((name) => existsSync(join(folder, name)));
}

/** Makes an index in a folder; `fill` adds papers to it and returns what went wrong. */
async function makeIndex(
  outputPath: string,
  fill: (index: PagefindIndex) => Promise<readonly string[]>,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ includeCharacters: INDEXED_CHARACTERS });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
    const added = await fill(index);
    const written = await index.writeFiles({ outputPath });
    const problems = [...errors, ...added, ...written.errors];
    if (problems.length > 0) throw new Error(`Pagefind reports: ${problems.join(' ')}`);
    await minifyScripts(outputPath);
  } finally {
    await close();
  }
}

/** Pagefind's scripts come as they were written. */
async function minifyScripts(folder: string): Promise<void> {
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const script = join(folder, name);
    const { code } = await transform(await readFile(script, 'utf8'), { minify: true, format: 'esm' });
    await writeFile(script, code);
  }
}

async function hasTaggedPage(folder: string, pages: readonly string[]): Promise<boolean> {
  for (const file of pages) if ((await readFile(join(folder, file), 'utf8')).includes(TAG)) return true;
  return false;
}

/** Pagefind answers with the number of pages that it read; how many of them it took stands in the index. */
async function countPages(index: string): Promise<number> {
  const { languages } = JSON.parse(await readFile(join(index, 'pagefind-entry.json'), 'utf8'));
  return Object.values<{ page_count: number }>(languages).reduce(
    (sum, { page_count }) => sum + page_count,
    0,
  );
}
