// A tiny built site about bees, in a folder of its own, with the index that the build would make of it.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LEXICON_FILE, type Lexicon } from '../../src/search/lexicon.ts';
import { newestFirst, packSet } from '../../src/search/paper-set.ts';

/** A page of the tiny site; `isTagged` where it is to be found. */
export type TinyPage = {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly isTagged?: boolean;
  readonly date?: string;
  /** As the index has them. */
  readonly authors?: string;
};

/** Pages that can be found, and one, the list of them, that cannot. */
export const BEES: readonly TinyPage[] = [
  {
    slug: 'waggle-dance',
    title: 'The Waggle Dance: How Bees Tell the Way',
    text: 'A dancer tells &lt;b&gt;distance&lt;/b&gt; by time &amp; direction by angle.',
    date: '2024-03-01',
    authors: 'Karla Frisch · Martin Lindauer',
  },
  {
    slug: 'hive-star',
    title: 'Hive*: Searching a Comb',
    text: 'The swarm scores found@1 on every comb.',
    date: '2025-06-01',
  },
  {
    slug: 'stop-signals',
    title: 'Stop Signals in a Swarm',
    text: 'A buzz ends the dance. Any hive has them.',
    date: '2025-01-01',
  },
  {
    slug: 'list',
    title: 'All papers on the waggle dance',
    text: 'Hive, found, swarm.',
    isTagged: false,
    date: '',
  },
];

/** Writes the pages, and the lexicon of a survey without terms, into a new folder; returns its path. */
export async function writePages(pages: readonly TinyPage[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'conspectus-search-'));
  for (const page of pages) await writePage(folder, page);
  const lexicon: Lexicon = { terms: [], values: setsOf(pages.filter(({ isTagged = true }) => isTagged)) };
  await mkdir(join(folder, 'search'));
  await writeFile(join(folder, LEXICON_FILE), JSON.stringify(lexicon));
  return folder;
}

/** Writes a page into the folder of a site. */
export async function writePage(folder: string, page: TinyPage): Promise<void> {
  const file = join(folder, pageOf(page.slug));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, renderPage(page));
}

/** The files of pages, in the order of the index. */
export function pagesOf(pages: readonly TinyPage[]): string[] {
  return newestFirst(pages.map(({ slug, date = '' }) => ({ slug, date }))).map(({ slug }) => pageOf(slug));
}

const pageOf = (slug: string) => `papers/${slug}/index.html`;

/** All are about bees; and the papers of each year. */
function setsOf(pages: readonly TinyPage[]): Lexicon['values'] {
  const newest = newestFirst(pages.map((page) => ({ date: '', ...page })));
  const papersOf = (year: string) =>
    packSet(Uint8Array.from(newest, (page) => Number(yearOf(page) === year)));
  return {
    theme: { bees: packSet(new Uint8Array(pages.length).fill(1)) },
    year: Object.fromEntries([...new Set(pages.map(yearOf))].map((year) => [year, papersOf(year)])),
  };
}

function yearOf({ date = '' }: TinyPage): string {
  return date.slice(0, 4) || 'undated';
}

function renderPage(page: TinyPage): string {
  const { slug, title, text, date = '', authors, isTagged = true } = page;
  const article = `<article${isTagged ? ' data-pagefind-body' : ''}>
    <h1 data-pagefind-meta="title" data-pagefind-ignore>${title}</h1>
    <span data-pagefind-meta="slug:${slug}"></span>
    <span data-pagefind-meta="date:${date}"></span>
    ${authors ? `<span data-pagefind-meta="authors:${authors}"></span>` : ''}
    <span data-pagefind-filter="year:${yearOf(page)}"></span><span data-pagefind-filter="theme:bees"></span>
    <p>${text}</p></article>`;
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${article}</body></html>`;
}
