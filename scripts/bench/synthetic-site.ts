// A site with made-up papers, as far as search needs it: the real search page on an index of them.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CustomRecord, close, createIndex } from 'pagefind';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { makeTermFinder, termsOf } from '../../src/core/terms.ts';
import { packWords, TERMS_FILE, WORDS_FILE } from '../../src/search/lexicon.ts';
import { INDEXED_CHARACTERS } from '../../src/search/ranking.ts';
import { makeVocabulary } from '../../src/search/vocabulary.ts';

const BATCH = 500;

/** Writes the site into a new folder; the search page and what it loads are taken from the built site. */
export async function writeSyntheticSite(
  folder: string,
  built: string,
  entries: readonly Entry[],
  { terms }: Catalog,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const part of ['_astro', 'search', 'themes.css', 'favicon.svg'])
    await cp(join(built, part), join(folder, part), { recursive: true });
  const page = join(folder, 'search/index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/data-papers="\d+"/, `data-papers="${entries.length}"`));
  const find = makeTermFinder(terms);
  await writeIndex(join(folder, 'pagefind'), entries, (entry) => termsOf(entry, find));
  const words = makeVocabulary(
    entries.flatMap(({ fields, text }) => [
      fields.title,
      fields.summary ?? '',
      ...(fields.authors ?? []),
      text,
    ]),
  );
  const known = terms.map(({ id, name, aliases, everyday }) => ({
    id,
    name,
    ...(aliases && { aliases }),
    ...(everyday && { everyday }),
    defined: '',
    papers: 1,
  }));
  await writeFile(join(folder, TERMS_FILE), JSON.stringify(known));
  await writeFile(join(folder, WORDS_FILE), packWords(words));
}

async function writeIndex(
  outputPath: string,
  entries: readonly Entry[],
  findTerms: (entry: Entry) => string[],
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ includeCharacters: INDEXED_CHARACTERS });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
    // One at a time each would wait for the answer to the one before it.
    for (let start = 0; start < entries.length; start += BATCH)
      await Promise.all(
        entries
          .slice(start, start + BATCH)
          .map((entry) => index.addCustomRecord(toRecord(entry, findTerms(entry)))),
      );
    await index.writeFiles({ outputPath });
  } finally {
    await close();
  }
}

function toRecord({ slug, text, fields }: Entry, terms: string[]): CustomRecord {
  const { title, summary = '', authors = [], published = '', themes } = fields;
  return {
    url: `/papers/${slug}/`,
    language: 'en',
    content: text,
    meta: { title, summary, authors: authors.join(', '), slug, date: published },
    filters: { theme: [...themes], year: [published.slice(0, 4)], term: terms, has: ['names'] },
    sort: { date: published },
  };
}
