// An index made of others: of that of the last build, without the papers that have changed or gone, and of one that has
// the new ones. Whatever it is made of, the same papers give the same bytes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WIDESPREAD_FROM, WORTH_A_WORKER } from '../../search/ranking.ts';
import { Writer } from './cbor.ts';
import { chunkWords, mergeWords, type Range, rangesOf } from './merge-words.ts';
import {
  CHUNKS,
  type Chunk,
  ENTRY,
  FRAGMENTS,
  LIST,
  type List,
  type PackedWord,
  type Paper,
  pack,
  packList,
  readFragment,
  readList,
  readPacked,
  readToMerge,
} from './pagefind-index.ts';

/** An index, and what its papers are called, by their numbers; those without a name are not taken. */
export type Source = {
  readonly folder: string;
  readonly list: List;
  readonly papers: readonly (NamedText | undefined)[];
};

/** A page, and the digest of the text that is found. */
export type NamedText = { readonly page: string; readonly text: string };

/** The fields that papers can have: places in them have the same numbers whichever papers there are. */
const FIELDS = [
  'authors',
  'date',
  'ids',
  'parts',
  'plain',
  'questions',
  'slug',
  'summary',
  'themes',
  'title',
  'venue',
];

/**
 * Chunks of about 3 kB, and 10 kB in a large survey, before they are compressed 8 and 26: the list of the chunks, which
 * every search loads, grows with their number. Measured at 10,000 papers: the first search costs 40 kB less than with
 * Pagefind's own. With smaller ones Pagefind finds less, for it sees only in the chunk of a word what begins like it:
 * "financial" for "finance".
 */
const chunkBytes = (papers: number) => (papers < WORTH_A_WORKER ? 8_000 : 26_000);

/** An index as Pagefind has written it; names its papers by their pages. */
export function readNew(folder: string): Source[] {
  const list = readList(folder);
  if (!list) return [];
  const papers = list.papers.map(([name]) => {
    const text = readFragment(folder, name);
    // Before the JSON stands the name of the format.
    const { url }: { url: string } = JSON.parse(text);
    return { page: `${url.slice(1)}index.html`, text: digestOf(text) };
  });
  return [{ folder, list, papers }];
}

/**
 * Writes an index into a folder, with all papers of some others, in the order of `pages`; what these have of other files,
 * such as scripts, has to be there. Returns the papers that it has, in their order.
 */
export function writeMerged(
  folder: string,
  sources: readonly Source[],
  pages: readonly string[],
): NamedText[] {
  const found = findPapers(sources, pages);
  for (const part of [FRAGMENTS, CHUNKS]) mkdirSync(join(folder, part), { recursive: true });
  const papers = takeTexts(folder, found);
  const chunks = writeChunks(folder, sources, found);
  const [version] = sources.map(({ list }) => list.version);
  if (version !== undefined) writeList(folder, { version, papers, chunks, fields: FIELDS });
  return found.map(({ page, text }) => ({ page, text }));
}

/** A paper, and where it is. */
type Found = NamedText & { readonly source: Source; readonly number: number };

/** The papers that the sources have, in the order of `pages`. */
function findPapers(sources: readonly Source[], pages: readonly string[]): Found[] {
  const all = sources.flatMap((source) =>
    source.papers.flatMap((paper, number): Found[] => (paper ? [{ ...paper, source, number }] : [])),
  );
  const byPage = new Map(all.map((paper) => [paper.page, paper]));
  return pages.flatMap((page) => byPage.get(page) ?? []);
}

/** Moves the texts of papers to where they belong, and returns the papers as the list has them. */
function takeTexts(folder: string, found: readonly Found[]): Paper[] {
  const names = shorten(found.map(({ text }) => text));
  const papers = found.map(({ source, number, text }): Paper => {
    const [name, ...of] = source.list.papers[number] as Paper;
    const short = names.get(text) as string;
    moveFile(fragment(source.folder, name), fragment(folder, short));
    return [short, ...of];
  });
  keepOnly(join(folder, FRAGMENTS), new Set(papers.map(([name]) => `${name}.pf_fragment`)));
  return papers;
}

/** Writes the words of papers, whose numbers are their places here. */
function writeChunks(folder: string, sources: readonly Source[], found: readonly Found[]): Chunk[] {
  const numbers = new Map(found.map(({ page }, number) => [page, number]));
  const parts = sources.map(({ folder: from, list, papers }) => {
    const own = papers.map((paper) => (paper ? numbers.get(paper.page) : undefined));
    return { words: readToMerge(from, list, FIELDS, own), numbers: own };
  });
  const common = found.length < WORTH_A_WORKER ? Number.POSITIVE_INFINITY : WIDESPREAD_FROM * found.length;
  const made: (Range & { readonly name: string; readonly packed: Buffer | undefined })[] = [];
  const taken = new Set<string>();
  for (const words of chunkWords(mergeWords(parts), { bytes: chunkBytes(found.length), common })) {
    const content = packChunk(words);
    const [from = '', to = ''] = [words[0]?.text, words.at(-1)?.text];
    const name = nameFor(digestOf(content), taken);
    made.push({
      from,
      to,
      name,
      packed: hasPacked(chunk(folder, name), content) ? undefined : pack(content),
    });
  }
  // Only now: until here, what is there was read.
  for (const { name, packed } of made) if (packed) writeFileSync(chunk(folder, name), packed);
  keepOnly(join(folder, CHUNKS), new Set(made.map(({ name }) => `${name}.pf_index`)));
  return rangesOf(made).map(({ from, to }, place) => [from, to, made[place]?.name ?? '']);
}

/** The words of a chunk as CBOR. */
function packChunk(words: readonly PackedWord[]): Buffer {
  const writer = new Writer();
  writer.writeArray(1);
  writer.writeArray(words.length);
  for (const { bytes } of words) writer.writeBytes(bytes);
  return writer.take();
}

const fragment = (folder: string, name: string) => join(folder, FRAGMENTS, `${name}.pf_fragment`);
const chunk = (folder: string, name: string) => join(folder, CHUNKS, `${name}.pf_index`);

function moveFile(from: string, to: string): void {
  if (from !== to) renameSync(from, to);
}

function hasPacked(path: string, content: Buffer): boolean {
  return existsSync(path) && readPacked(path).equals(content);
}

function keepOnly(folder: string, names: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name));
}

/** Writes the list, and what names it. */
function writeList(folder: string, list: List): void {
  const content = packList(list);
  const entry = JSON.parse(readFileSync(join(folder, ENTRY), 'utf8'));
  const [language = ''] = Object.keys(entry.languages);
  // A browser that has kept the list of another edition must not take this one for it.
  const hash = `${language}_${digestOf(content).slice(0, LIST_NAME)}`;
  for (const name of readdirSync(folder)) if (LIST.test(name)) rmSync(join(folder, name));
  writeFileSync(join(folder, `pagefind.${hash}.pf_meta`), content);
  Object.assign(entry.languages[language], { hash, page_count: list.papers.length });
  writeFileSync(join(folder, ENTRY), JSON.stringify(entry));
}

/** Letters of the name of the list, after the language. */
const LIST_NAME = 10;

/** Letters of the name of a chunk, if that is not taken. */
const CHUNK_NAME = 6;

function nameFor(digest: string, taken: Set<string>): string {
  let length = CHUNK_NAME;
  while (taken.has(digest.slice(0, length))) length++;
  taken.add(digest.slice(0, length));
  return digest.slice(0, length);
}

/**
 * Letters of the name of a text, if they tell it apart: of 60 million names there are enough that a reader's browser has
 * not kept another text under the same one. Pagefind's own names of ten letters would be half of the list, however well it
 * is compressed.
 */
const TEXT_NAME = 5;

/** A short name for each of some digests, the same for the same ones: its first letters. */
export function shorten(digests: readonly string[]): Map<string, string> {
  const shortened = new Map<string, string>();
  let left = [...new Set(digests)];
  for (let length = TEXT_NAME; left.length > 0; length++) {
    const groups = Map.groupBy(left, (digest) => digest.slice(0, length));
    for (const [short, [digest = '', ...others]] of groups)
      if (others.length === 0) shortened.set(digest, short);
    left = left.filter((digest) => !shortened.has(digest));
  }
  return shortened;
}

/** A digest in digits and lower-case letters: not all file systems tell upper case from lower. */
function digestOf(content: string | Buffer): string {
  const hex = createHash('sha256').update(content).digest('hex');
  // The first of its digits are not equally likely.
  return BigInt(`0x${hex}`).toString(36).padStart(50, '0').slice(2);
}
