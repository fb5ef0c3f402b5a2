// A site with made-up papers, as far as search needs it: the real search page on an index of them.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustomRecord } from 'pagefind';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { makeIndex } from '../../src/integrations/search-index.ts';
import { LEXICON_FILE, WORDS_FILE } from '../../src/search/lexicon.ts';
import {
  makeSearchLexicon,
  makeSearchRecords,
  makeSearchWords,
  makeTermFiles,
  type SearchRecord,
} from '../../src/site/search-record.ts';

const BATCH = 500;

/** Writes the site into a new folder; the search page and what it loads are taken from the built site. */
export async function writeSyntheticSite(
  folder: string,
  built: string,
  entries: readonly Entry[],
  real: Catalog,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const part of ['_astro', 'search', 'themes.css', 'favicon.svg'])
    await cp(join(built, part), join(folder, part), { recursive: true });
  const page = join(folder, 'search/index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/data-papers="\d+"/, `data-papers="${entries.length}"`));
  const catalog = { ...real, entries };
  await writeIndex(join(folder, 'pagefind'), catalog);
  await writeFile(join(folder, LEXICON_FILE), makeSearchLexicon(catalog));
  await writeFile(join(folder, WORDS_FILE), makeSearchWords(catalog));
  for (const [file, terms] of makeTermFiles(catalog))
    await writeFile(join(folder, file), JSON.stringify(terms));
}

async function writeIndex(outputPath: string, catalog: Catalog): Promise<void> {
  const records = [...makeSearchRecords(catalog).values()];
  await makeIndex(outputPath, records.length, async (index) => {
    const problems: string[] = [];
    // One at a time each would wait for the answer to the one before it.
    for (let start = 0; start < records.length; start += BATCH) {
      const answers = await Promise.all(
        records
          .slice(start, start + BATCH)
          .map((record, offset) => index.addCustomRecord(toCustom(record, catalog.entries[start + offset]))),
      );
      problems.push(...answers.flatMap(({ errors }) => errors));
    }
    return problems;
  });
}

function toCustom(
  { slug, date, order, meta, filters }: SearchRecord,
  entry: Entry | undefined,
): CustomRecord {
  return {
    url: `/papers/${slug}/`,
    language: 'en',
    content: entry?.text ?? '',
    meta: { title: entry?.fields.title ?? '', ...meta, slug, date },
    filters: { theme: [...(filters['theme'] ?? [])] },
    sort: { date: order },
  };
}
