// A site with made-up papers, as far as search needs it: the real search page on an index of them.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { escapeXml } from '../../src/export/xml.ts';
import { writeIndex } from '../../src/integrations/search-index/index-work.ts';
import { DEFINITIONS_FILE, LEXICON_FILE, WORDS_FILE } from '../../src/search/lexicon.ts';
import { newestFirst } from '../../src/search/paper-set.ts';
import {
  makeSearchDefinitions,
  makeSearchLexicon,
  makeSearchRecords,
  makeSearchWords,
  makeTermFiles,
  type SearchRecord,
} from '../../src/site/search-record.ts';
import { weigh } from './compressed-site.ts';

/**
 * Writes the site into a new folder; the search page and what it loads are taken from the built site. Returns what
 * Pagefind takes for the pages: seconds, bytes of its index, of the texts that results show and of the list of papers,
 * which every search loads, and the number of files.
 */
export async function writeSyntheticSite(
  folder: string,
  built: string,
  entries: readonly Entry[],
  real: Catalog,
): Promise<Record<string, number>> {
  await rm(folder, { recursive: true, force: true });
  for (const part of ['_astro', 'search', 'favicon.svg'])
    await cp(join(built, part), join(folder, part), { recursive: true });
  const page = join(folder, 'search/index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/data-papers="\d+"/, `data-papers="${entries.length}"`));
  const catalog = { ...real, entries };
  await writePages(folder, catalog);
  const start = performance.now();
  const newest = newestFirst([...makeSearchRecords(catalog).values()]);
  await writeIndex(
    folder,
    newest.map(({ slug }) => `papers/${slug}/index.html`),
  );
  const seconds = (performance.now() - start) / 1000;
  await writeFile(join(folder, LEXICON_FILE), makeSearchLexicon(catalog));
  await writeFile(join(folder, WORDS_FILE), makeSearchWords(catalog));
  await writeFile(join(folder, DEFINITIONS_FILE), makeSearchDefinitions(catalog));
  for (const [file, terms] of makeTermFiles(catalog))
    await writeFile(join(folder, file), JSON.stringify(terms));
  return { index: seconds, ...(await weighIndex(join(folder, 'pagefind'))) };
}

async function writePages(folder: string, catalog: Catalog): Promise<void> {
  const records = makeSearchRecords(catalog);
  for (const entry of catalog.entries) {
    const record = records.get(entry.slug);
    if (!record) continue;
    await mkdir(join(folder, 'papers', entry.slug), { recursive: true });
    await writeFile(join(folder, 'papers', entry.slug, 'index.html'), renderPage(entry, record));
  }
}

/** What Pagefind reads of the page of a paper. */
function renderPage({ fields, text }: Entry, { slug, date, meta, filters }: SearchRecord): string {
  const known = { ...meta, title: fields.title, slug, date, themes: fields.themes.join(', ') };
  const spans = [
    ...Object.entries(known).map(([name, value]) => [`meta="${name}[data-value]"`, value]),
    ...(filters['theme'] ?? []).map((theme) => ['filter="theme[data-value]"', theme]),
  ].map(([mark, value = '']) => `<span data-pagefind-${mark} data-value="${escapeXml(value)}"></span>`);
  return `<!doctype html><html lang="en"><title>${escapeXml(fields.title)}</title>
<main data-pagefind-body>${spans.join('')}<p>${escapeXml(text)}</p></main></html>`;
}

async function weighIndex(folder: string): Promise<Record<string, number>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes: { readonly name: string; readonly size: number }[] = [];
  for (const { parentPath, name } of files.filter((file) => file.isFile()))
    sizes.push({ name, size: weigh(name, await readFile(join(parentPath, name))) });
  const sum = (pattern: RegExp) =>
    sizes.reduce((total, { name, size }) => total + (pattern.test(name) ? size : 0), 0);
  return {
    indexBytes: sum(/\.(?:pf_index|pf_meta|txt)$/),
    textBytes: sum(/\.pf_fragment$/),
    listBytes: sum(/\.pf_meta$/),
    indexFiles: sizes.length,
  };
}
