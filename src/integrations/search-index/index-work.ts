// Making the search index, in a thread of its own: see ../threads.ts.
import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { transform } from 'esbuild';
import { readKept, writeKept } from '../../disk/kept-file.ts';
import { COMMON_WORDS_FILE } from '../../search/common-words.ts';
import { WORTH_A_WORKER } from '../../search/ranking.ts';
import { openDigests } from '../site-files.ts';
import { ENTRY, LIST, readList } from './pagefind-index.ts';
import { indexPages } from './run-pagefind.ts';
import { readSearched, type WordCounts, writeCommonWords } from './write-common-words.ts';
import { type NamedText, readNew, type Source, writeMerged } from './write-index.ts';

/** A site and the pages of its papers, the newest first; what made it, and what the last build said. */
type Job = {
  readonly folder: string;
  readonly papers: readonly string[];
  readonly software: string;
  readonly state: string;
  readonly digests: string;
  /** Tells pages of papers that are made, when they are there, and then null: no other one will be. */
  readonly port: MessagePort;
};

/** What the index has, in its order, and the digests of all pages that it was made from. */
type State = {
  readonly software: string;
  readonly papers: readonly NamedText[];
  readonly digests: Readonly<Record<string, string>>;
  readonly counted?: WordCounts | undefined;
};

/** What a page has that is to be found. */
const TAG = 'data-pagefind-body';

/** Where the index goes, below the root of the site; and below it, for a while, that of new papers. */
const INDEX = 'pagefind';
const NEW = 'new';

/** Pages that Pagefind is given at once, at least: for each of them it takes 200 kB of memory. */
const BATCH = 1000;
/** And how many times, at most: each time it looks through the folders of all papers. */
const MOST_BATCHES = 10;

/**
 * Indexes a site whose papers are not those of the index that it has, and returns how many can be found; undefined where
 * they are. Papers that are as they were are taken from that index; where there is none, papers are indexed as they come.
 */
export async function work(job: Job): Promise<number | undefined> {
  const { folder, papers, software, state, digests, port } = job;
  const known = await readKept<State>(state);
  // Not kept: what the portable edition has found out is, which looks at all pages too.
  const found = await openDigests(folder, digests);
  const coming = comingPages(port, papers);
  const digestAll = () => Object.fromEntries(papers.map((page) => [page, found.of(page)]));
  const write = async (options: IndexOptions) => {
    await rm(state, { force: true });
    const index = await writeIndex(folder, papers, options);
    await writeKept(state, { software, ...index, digests: digestAll() } satisfies State);
    return index.papers.length;
  };
  if (known?.software !== software || !existsSync(join(folder, INDEX, ENTRY))) return write({ coming });
  await Array.fromAsync(coming);
  const now = digestAll();
  // In JSON their order is told as well.
  if (JSON.stringify(known.digests) === JSON.stringify(now)) return undefined;
  const kept = known.papers.map((paper) =>
    known.digests[paper.page] === now[paper.page] ? paper : undefined,
  );
  return write({ kept, counted: known.counted });
}

/** The pages of papers, each when it is there: those that are made, as `port` tells, and at their end all others. */
async function* comingPages(port: MessagePort, papers: readonly string[]): AsyncGenerator<string> {
  const left = new Set(papers);
  for await (const [pages] of on(port, 'message') as AsyncIterable<[readonly string[] | null]>) {
    if (pages === null) break;
    for (const page of pages) if (left.delete(page)) yield page;
  }
  yield* left;
}

export type IndexOptions = {
  /** The papers that the index has, in its order, without those that have changed. */
  readonly kept?: readonly (NamedText | undefined)[];
  /** What was counted of it. */
  readonly counted?: WordCounts | undefined;
  /** The pages of all papers that are not kept, each when it is there; otherwise all are there. */
  readonly coming?: AsyncIterable<string>;
  /** How many of them Pagefind is given at once. */
  readonly atOnce?: number;
};

/**
 * Indexes the pages of papers of a site into its folder `pagefind/`, in their order. Returns the papers that can be found,
 * and what was counted of them.
 */
export async function writeIndex(
  folder: string,
  papers: readonly string[],
  { kept = [], counted, coming, atOnce = Math.max(BATCH, papers.length / MOST_BATCHES) }: IndexOptions = {},
): Promise<{ readonly papers: NamedText[]; readonly counted: WordCounts | undefined }> {
  const index = join(folder, INDEX);
  await rm(join(index, NEW), { recursive: true, force: true });
  const list = kept.some((paper) => paper) ? readList(index) : undefined;
  const sources: Source[] = list ? [{ folder: index, list, papers: kept }] : [];
  const isKept = new Set(sources.flatMap((source) => source.papers.flatMap((paper) => paper?.page ?? [])));
  const fresh = coming ?? papers.filter((page) => !isKept.has(page));
  let batches = 0;
  const indexBatch = async (pages: readonly string[]) => {
    if (pages.length > 0 && !(await hasTaggedPage(folder, pages)))
      throw new Error(`There is nothing to search for: no page has ${TAG}.`);
    const batch = join(index, NEW, String(batches++));
    await indexPages(folder, batch, pages, papers.length);
    sources.push(...readNew(batch));
  };
  for await (const pages of inBatches(fresh, atOnce)) await indexBatch(pages);
  // A survey without papers has an index too.
  if (sources.length === 0) await indexBatch([]);
  if (!list) await removeAllBut(NEW, index);
  if (batches > 0) await takeScripts(join(index, NEW, '0'), index);
  // Before what has gone is removed.
  const gone =
    counted && list?.papers.flatMap(([name], place) => (kept[place] ? [] : readSearched(index, name)));
  const found = writeMerged(index, sources, papers);
  await rm(join(index, NEW), { recursive: true, force: true });
  await rm(dirname(join(folder, COMMON_WORDS_FILE)), { recursive: true, force: true });
  if (found.length < WORTH_A_WORKER) return { papers: found, counted: undefined };
  const places = found.flatMap(({ page }, place) => (isKept.has(page) ? [] : place));
  const before = counted && gone && { counted, gone, fresh: places };
  return { papers: found, counted: await writeCommonWords(folder, index, before) };
}

/** Some pages at a time, as soon as so many are there, and at last the rest. */
async function* inBatches(
  pages: AsyncIterable<string> | Iterable<string>,
  most: number,
): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const page of pages) {
    batch.push(page);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function removeAllBut(name: string, folder: string): Promise<void> {
  for (const other of await readdir(folder))
    if (other !== name) await rm(join(folder, other), { recursive: true });
}

/** Takes what a search needs besides lists and texts; Pagefind's scripts come as they were written. */
async function takeScripts(from: string, to: string): Promise<void> {
  for (const { name } of (await readdir(from, { withFileTypes: true })).filter((file) => file.isFile()))
    if (!LIST.test(name)) await rename(join(from, name), join(to, name));
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const script = join(to, name);
    const { code } = await transform(await readFile(script, 'utf8'), { minify: true, format: 'esm' });
    await writeFile(script, code);
  }
}

/** Where no page is tagged, Pagefind indexes every page instead, menus and all. */
async function hasTaggedPage(folder: string, pages: readonly string[]): Promise<boolean> {
  for (const file of pages) if ((await readFile(join(folder, file), 'utf8')).includes(TAG)) return true;
  return false;
}
