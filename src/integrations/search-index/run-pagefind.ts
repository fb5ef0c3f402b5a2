// Pagefind itself, which is called here and nowhere else.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { INDEXED_CHARACTERS } from '../../search/ranking.ts';
import { readList, readWords } from './pagefind-index.ts';
import { visitPlaces } from './score-word.ts';

/** Pages that are told to Pagefind at once. */
const AT_ONCE = 50;

/** Indexes some pages of a site, or all pages of papers, into a folder of its own. */
export async function indexPages(
  folder: string,
  outputPath: string,
  some?: readonly string[],
): Promise<void> {
  await makeIndex(outputPath, (index) => (some ? addPages(index, folder, some) : addAll(index, folder)));
}

/**
 * What Pagefind knows words of a language by: "gener" for "generate". It is not asked twice whatever their number: they are
 * the text of one page, in an index of its own that is removed afterwards.
 */
export async function findStems(
  words: readonly string[],
  language: string,
  outputPath: string,
): Promise<string[]> {
  await makeIndex(outputPath, async (index) => {
    const record = { url: '/', content: words.join(' '), language };
    return (await index.addCustomRecord(record)).errors;
  });
  const list = readList(outputPath);
  const stems: string[] = [];
  for (const { text, postings, forms } of list ? readWords(outputPath, list, list.fields) : []) {
    for (const posting of [postings, ...forms.map((form) => form.postings)].flat())
      visitPlaces(posting, (place) => {
        // Of a word such as "found@1" Pagefind knows the parts as well.
        if (text.length > (stems[place]?.length ?? 0)) stems[place] = text;
      });
  }
  await rm(outputPath, { recursive: true });
  return stems;
}

/** Has Pagefind make an index of what it is given, into a folder; fails with all that it reports. */
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
  } finally {
    await close();
  }
}

async function addAll(index: PagefindIndex, folder: string): Promise<readonly string[]> {
  return (await index.addDirectory({ path: folder, glob: 'papers/*/index.html' })).errors;
}

async function addPages(
  index: PagefindIndex,
  folder: string,
  pages: readonly string[],
): Promise<readonly string[]> {
  const errors: string[] = [];
  for (let start = 0; start < pages.length; start += AT_ONCE) {
    const some = pages.slice(start, start + AT_ONCE);
    const added = some.map(async (sourcePath) =>
      index.addHTMLFile({ sourcePath, content: await readFile(join(folder, sourcePath), 'utf8') }),
    );
    for (const answer of await Promise.all(added)) errors.push(...answer.errors);
  }
  return errors;
}
