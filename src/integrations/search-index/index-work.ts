// Making the search index, in a thread of its own: see ../threads.ts.
import { once } from 'node:events';
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
  /** Tells when the papers are there: the thread begins before, for that takes it some time. */
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

/** Where more than this share of the papers is new, all are indexed: Pagefind reads a folder sooner than it is told pages. */
const MOST_NEW = 0.25;

/**
 * Indexes a site whose papers are not those of the index that it has, and returns how many can be found; undefined where
 * they are. Papers that are as they were are taken from that index.
 */
export async function work(job: Job): Promise<number | undefined> {
  const { folder, papers, software, state, digests, port } = job;
  const known = await readKept<State>(state);
  // Not kept: what the portable edition has found out is, which looks at all pages too.
  const found = await openDigests(folder, digests);
  await once(port, 'message');
  const earlier = known?.software === software && existsSync(join(folder, INDEX, ENTRY)) ? known : undefined;
  const now = Object.fromEntries(papers.map((page) => [page, found.of(page)]));
  // In JSON their order is told as well.
  if (earlier && JSON.stringify(earlier.digests) === JSON.stringify(now)) return undefined;
  await rm(state, { force: true });
  const isSame = (page: string) => earlier?.digests[page] === now[page];
  const fresh = papers.filter((page) => !isSame(page));
  const kept = earlier?.papers.map((paper) => (isSame(paper.page) ? paper : undefined)) ?? [];
  const isNew = fresh.length > MOST_NEW * papers.length;
  const index = await writeIndex(folder, papers, isNew ? [] : kept, earlier?.counted);
  await writeKept(state, { software, ...index, digests: now } satisfies State);
  return index.papers.length;
}

/**
 * Indexes the pages of papers of a site into its folder `pagefind/`, in their order; `kept` are the papers that it has, in
 * the order of its index, without those that have changed, and `counted` is what was counted of it. Returns the papers that
 * can be found, and what was counted of them.
 */
export async function writeIndex(
  folder: string,
  papers: readonly string[],
  kept: readonly (NamedText | undefined)[] = [],
  counted?: WordCounts,
): Promise<{ readonly papers: NamedText[]; readonly counted: WordCounts | undefined }> {
  const index = join(folder, INDEX);
  const list = kept.some((paper) => paper) ? readList(index) : undefined;
  const sources: Source[] = list ? [{ folder: index, list, papers: kept }] : [];
  const isKept = new Set(sources.flatMap((source) => source.papers.flatMap((paper) => paper?.page ?? [])));
  const fresh = papers.filter((page) => !isKept.has(page));
  if (!list) await rm(index, { recursive: true, force: true });
  if (fresh.length > 0 && !(await hasTaggedPage(folder, fresh)))
    throw new Error(`There is nothing to search for: no page has ${TAG}.`);
  if (fresh.length > 0 || !list) {
    await indexPages(folder, join(index, NEW), list ? fresh : undefined);
    sources.push(...readNew(join(index, NEW)));
    await takeScripts(join(index, NEW), index);
  }
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
