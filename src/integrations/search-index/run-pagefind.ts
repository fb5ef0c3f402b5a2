// Pagefind itself, which is called here and nowhere else.
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { INDEXED_CHARACTERS } from '../../search/ranking.ts';
import { readList, readWords } from './pagefind-index.ts';
import { visitPlaces } from './score-word.ts';

/** Pages that are told to Pagefind at once. */
const AT_ONCE = 50;

/**
 * Looking for pages through the folders of all papers takes as long as it does to be told the content of one in so many
 * (measured at 10,000: 0.17 s, and 0.9 ms for each that is told).
 */
const WORTH_A_LOOK = 50;

/** Indexes the pages of some of the papers of a site, of which there are `all`, into a folder of its own. */
export async function indexPages(
  folder: string,
  outputPath: string,
  pages: readonly string[],
  all: number,
): Promise<void> {
  const add = pages.length * WORTH_A_LOOK > all ? lookForPages : tellPages;
  await makeIndex(outputPath, (index) => add(index, folder, pages));
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

async function lookForPages(
  index: PagefindIndex,
  path: string,
  pages: readonly string[],
): Promise<readonly string[]> {
  const slugs = pages.map((page) => basename(dirname(page)));
  const { errors, page_count } = await index.addDirectory({
    path,
    glob: `papers/{${slugs.join(',')}}/index.html`,
  });
  return page_count === pages.length
    ? errors
    : [...errors, `${page_count} of ${pages.length} pages were found.`];
}

async function tellPages(
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
