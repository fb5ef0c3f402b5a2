// After Pagefind: its list of papers and chunks, which every search loads, in fewer bytes, and so that fewer chunks are
// asked for.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { COMMON_FROM, WORTH_A_WORKER } from '../../search/ranking.ts';
import { decode, encode, type Value } from './cbor.ts';

/** What stands before the CBOR in the files of Pagefind. */
const FORMAT = 'pagefind_dcd';
const LIST = /^pagefind\.(.+)\.pf_meta$/;
const ENTRY = 'pagefind-entry.json';
const FRAGMENTS = 'fragment';
const CHUNKS = 'index';

/** The list: a version, the papers, the chunks, and more. */
type List = readonly [Value, readonly Paper[], readonly Chunk[], ...Value[]];
/** The name of the file with its text, how many words it has, and more. */
type Paper = readonly [string, number, ...Value[]];
/** The first and the last of its words, as far as that tells it from its neighbours, and the name of its file. */
type Chunk = readonly [string, string, string];
/** A word of a chunk, the papers that have it, and more. */
type Word = readonly [string, readonly Value[], ...Value[]];

/** Rewrites the lists of an index. One that is not as expected is left as it is: it only costs more. */
export async function trimLists(index: string): Promise<void> {
  for (const name of await readdir(index)) {
    const [, hash] = LIST.exec(name) ?? [];
    if (hash === undefined) continue;
    const list = readValue(await readFile(join(index, name)));
    if (!isList(list)) continue;
    const [version, papers, chunks, ...rest] = list;
    const names = await shortenNames(
      index,
      papers.map(([file]) => file),
    );
    const least = papers.length < WORTH_A_WORKER ? Number.POSITIVE_INFINITY : COMMON_FROM * papers.length;
    const pieces: Chunk[] = [];
    for (const chunk of chunks) pieces.push(...(await splitChunk(join(index, CHUNKS), chunk, least)));
    const shorter = papers.map(([file, ...of]) => [names.get(file) ?? file, ...of]);
    const written = writeValue([version, shorter, closeGaps(pieces), ...rest]);
    // A browser that has kept the list of another edition must not take this one for it.
    const now = `${hash.split('_')[0]}_${digestOf(written).slice(0, hash.length)}`;
    await writeFile(join(index, `pagefind.${now}.pf_meta`), written);
    const entry = await readFile(join(index, ENTRY), 'utf8');
    await writeFile(join(index, ENTRY), entry.replace(JSON.stringify(hash), JSON.stringify(now)));
    await rm(join(index, name));
  }
}

/** The value in a file of Pagefind's; nothing where it is written in another way. */
function readValue(file: Buffer): Value | undefined {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, FORMAT.length) !== FORMAT) return undefined;
  try {
    return decode(bytes.subarray(FORMAT.length));
  } catch {
    return undefined;
  }
}

function writeValue(value: Value): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(FORMAT), encode(value)]), { level: 6 });
}

function isList(value: Value | undefined): value is List {
  if (!Array.isArray(value)) return false;
  const [, papers, chunks] = value;
  return (
    Array.isArray(papers) &&
    papers.every((paper) => Array.isArray(paper) && typeof paper[0] === 'string') &&
    Array.isArray(chunks) &&
    chunks.every(
      (chunk) => Array.isArray(chunk) && chunk.slice(0, 3).every((part) => typeof part === 'string'),
    )
  );
}

/**
 * Renames the files of the texts: names of ten letters are half of the list, however well it is compressed. A name still
 * tells a text from its older versions, and texts that would have the same name get longer ones.
 */
async function shortenNames(index: string, names: readonly string[]): Promise<Map<string, string>> {
  const shortened = shorten(names);
  for (const [from, to] of shortened)
    await rename(join(index, FRAGMENTS, `${from}.pf_fragment`), join(index, FRAGMENTS, `${to}.pf_fragment`));
  return shortened;
}

/**
 * Names of so few letters to begin with: of 60 million there are enough that a reader's browser has not kept another text
 * under the same name.
 */
const SHORTEST = 5;

/** A short name for each of some names, the same for the same ones. */
export function shorten(names: readonly string[]): Map<string, string> {
  const shortened = new Map<string, string>();
  let left = [...names];
  for (let length = SHORTEST; left.length > 0; length++) {
    const groups = Map.groupBy(left, (name) => digestOf(name).slice(0, length));
    for (const [short, [name = '', ...others]] of groups) if (others.length === 0) shortened.set(name, short);
    left = left.filter((name) => !shortened.has(name));
  }
  return shortened;
}

/** A digest in digits and lower-case letters: not all file systems tell upper case from lower. */
function digestOf(content: string | Buffer): string {
  const hex = createHash('sha256').update(content).digest('hex');
  // The first of its digits are not equally likely.
  return BigInt(`0x${hex}`).toString(36).padStart(50, '0').slice(2);
}

/** Letters of the name of a piece of a chunk. */
const NAME_LENGTH = 6;

/**
 * Gives each word that so many papers have a chunk of its own, which only phrases ask for (see common-words.ts): who looks
 * for "rival" need not load "rl".
 */
async function splitChunk(folder: string, chunk: Chunk, least: number): Promise<readonly Chunk[]> {
  if (least === Number.POSITIVE_INFINITY) return [chunk];
  const [first, last, name] = chunk;
  const read = readValue(await readFile(join(folder, `${name}.pf_index`)));
  const [words, ...rest] = Array.isArray(read) ? read : [];
  if (!isWords(words)) return [chunk];
  const runs = splitWords(words, least);
  if (runs.length < 2) return [chunk];
  const pieces: Chunk[] = [];
  for (const [position, run] of runs.entries()) {
    const written = writeValue([run, ...rest]);
    const piece = digestOf(written).slice(0, NAME_LENGTH);
    await writeFile(join(folder, `${piece}.pf_index`), written);
    pieces.push([position === 0 ? first : (run[0]?.[0] ?? ''), last, piece]);
  }
  await rm(join(folder, `${name}.pf_index`));
  return pieces;
}

function isWords(value: Value | undefined): value is readonly Word[] {
  return (
    Array.isArray(value) &&
    value.every((word) => Array.isArray(word) && typeof word[0] === 'string' && Array.isArray(word[1]))
  );
}

/** Splits words where one begins or ends that so many papers have; but who looks for "teach" finds "teacher" as well. */
export function splitWords(words: readonly Word[], least: number): (readonly Word[])[] {
  const isCommon = (word: Word | undefined) => word !== undefined && word[1].length >= least;
  const runs: Word[][] = [];
  for (const [position, word] of words.entries()) {
    const before = words[position - 1];
    const run = runs.at(-1);
    const isWanted = isCommon(word) || isCommon(before);
    if (!run || (isWanted && !run.some(([text]) => word[0].startsWith(text)))) runs.push([word]);
    else run.push(word);
  }
  return runs;
}

/** Greater than any character of a word. */
const LAST_CHARACTER = '\uffff';

/**
 * Lets every chunk reach up to the next one. Pagefind loads the one chunk that a word lies in; but for a word between two
 * it loads all whose last word the word begins with: for "acceleration" that of "a", 70 kB at 10,000 papers.
 */
export function closeGaps(chunks: readonly Chunk[]): Chunk[] {
  return chunks.map(([first, last, file], position) => {
    const next = chunks[position + 1]?.[0];
    return [first, next ? justBefore(next) : last, file];
  });
}

/** After every word that comes before one. */
function justBefore(word: string): string {
  const characters = [...word];
  const code = characters.pop()?.codePointAt(0) ?? 0;
  return characters.join('') + String.fromCodePoint(code - 1) + LAST_CHARACTER;
}
