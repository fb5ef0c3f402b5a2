// The index as Pagefind 1.6 writes it, read as far as it has to be: a list of papers and of chunks, which every search
// loads, and in each chunk some words, each with the papers that have it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode, Reader, type Value } from './cbor.ts';

/** Folders of an index. */
export const FRAGMENTS = 'fragment';
export const CHUNKS = 'index';
/** What says in which language there is an index, and the name of its list. */
export const ENTRY = 'pagefind-entry.json';
export const LIST = /^pagefind\.(.+)\.pf_meta$/;

/** What stands before the CBOR. */
const FORMAT = 'pagefind_dcd';

/** The list of an index. */
export type List = {
  readonly version: string;
  readonly papers: readonly Paper[];
  readonly chunks: readonly Chunk[];
  /** The fields of the papers, such as `title`, by the numbers that places in them have. */
  readonly fields: readonly string[];
};

/** The name of the file with its text, how many words it has, and what we do not use. */
export type Paper = readonly [string, number, string];

/** The first and the last of its words, as far as that tells it from its neighbours, and the name of its file. */
export type Chunk = readonly [string, string, string];

/** A word, the papers that have it, and the ways it is written that its letters do not tell ("café" for "cafe"). */
export type Word = {
  readonly text: string;
  readonly postings: readonly Posting[];
  readonly forms: readonly Form[];
};

/** A word as CBOR, and how many papers have it. */
export type PackedWord = { readonly text: string; readonly papers: number; readonly bytes: Buffer };

export type Form = { readonly text: string; readonly postings: readonly Posting[] };

/**
 * That a paper has a word, by its number; and as CBOR, from one byte up to another, the places in its text and in its fields.
 * An index has millions: a buffer of its own for each would keep the garbage collector busy.
 */
export type Posting = {
  readonly paper: number;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
};

/** Reads the list of the one index in a folder; undefined where it has none, for no paper can be found. */
export function readList(folder: string): List | undefined {
  const [name, ...others] = readdirSync(folder).filter((file) => LIST.test(file));
  if (name === undefined) return undefined;
  if (others.length > 0) throw new Error('The papers of a site are in one language.');
  const list = decode(readPacked(join(folder, name)));
  if (!isList(list)) throw otherFormat(name);
  const [version, papers, chunks, , , fields] = list;
  return { version, papers, chunks, fields };
}

type Packed = readonly [string, readonly Paper[], readonly Chunk[], Value, Value, readonly string[]];

function isList(value: Value): value is Packed {
  const areRows = (rows: Value | undefined, types: string) =>
    Array.isArray(rows) &&
    rows.every((row) => Array.isArray(row) && row.map((item) => typeof item).join(' ') === types);
  return (
    Array.isArray(value) &&
    value.length === 6 &&
    areRows(value[1], 'string number string') &&
    areRows(value[2], 'string string string') &&
    Array.isArray(value[5])
  );
}

/** The list as Pagefind reads it; it need neither filter nor sort. */
export function packList({ version, papers, chunks, fields }: List): Buffer {
  return pack(encode([version, papers, chunks, [], [], fields]));
}

/** The words of an index, in the order of their letters; `fields` are all that places may be in, by their numbers. */
export function* readWords(folder: string, list: List, fields: readonly string[]): Generator<Word> {
  const numbers = renumbering(list, fields);
  for (const chunk of list.chunks)
    for (const reader of openChunk(folder, chunk)) yield readWord(reader, numbers);
}

/**
 * The same, given the numbers that papers get, or none, if they are to go. Words whose papers all keep theirs, most of them after a
 * small change, are not taken apart.
 */
export function* readToMerge(
  folder: string,
  list: List,
  fields: readonly string[],
  papers: readonly (number | undefined)[],
): Generator<Word | PackedWord> {
  const numbers = renumbering(list, fields);
  for (const chunk of list.chunks)
    for (const reader of openChunk(folder, chunk)) {
      const start = reader.place;
      const packed = numbers ? undefined : passWord(reader, papers);
      if (!packed) reader.place = start;
      yield packed ?? readWord(reader, numbers);
    }
}

/** The words of a chunk, with the numbers of fields that it has. */
export function* readChunk(folder: string, chunk: Chunk): Generator<Word> {
  for (const reader of openChunk(folder, chunk)) yield readWord(reader);
}

/** Takes a packed word apart. */
export function unpackWord({ bytes }: PackedWord): Word {
  return readWord(new Reader(bytes));
}

/** The numbers that the fields of an index get; undefined where they are those that they have. */
function renumbering(list: List, fields: readonly string[]): readonly number[] | undefined {
  const numbers = list.fields.map((field) => fields.indexOf(field));
  if (numbers.includes(-1)) throw new Error(`A paper has a field that is not one of ${fields.join(', ')}.`);
  return numbers.every((number, index) => number === index) ? undefined : numbers;
}

/** A reader before each word of a chunk, which has to read it. */
function* openChunk(folder: string, [, , name]: Chunk): Generator<Reader> {
  const reader = new Reader(readPacked(join(folder, CHUNKS, `${name}.pf_index`)));
  if (reader.readArray() !== 1) throw otherFormat(name);
  for (let left = reader.readArray(); left > 0; left--) yield reader;
}

/** `numbers` are those that fields get, if not those that they have. */
function readWord(reader: Reader, numbers?: readonly number[]): Word {
  expectArray(reader, WORD_PARTS);
  const text = reader.readText();
  const postings = readPostings(reader, numbers);
  const forms: Form[] = [];
  for (let left = reader.readArray(); left > 0; left--) {
    expectArray(reader, FORM_PARTS);
    forms.push({ text: reader.readText(), postings: readPostings(reader, numbers) });
  }
  return { text, postings, forms };
}

/** Passes over a word whose papers all keep their numbers; undefined, somewhere in it, where they do not. */
function passWord(reader: Reader, papers: readonly (number | undefined)[]): PackedWord | undefined {
  const start = reader.place;
  expectArray(reader, WORD_PARTS);
  const text = reader.readText();
  const count = passPostings(reader, papers);
  if (count === undefined) return undefined;
  for (let left = reader.readArray(); left > 0; left--) {
    expectArray(reader, FORM_PARTS);
    reader.skip();
    if (passPostings(reader, papers) === undefined) return undefined;
  }
  return { text, papers: count, bytes: reader.bytes.subarray(start, reader.place) };
}

function passPostings(reader: Reader, papers: readonly (number | undefined)[]): number | undefined {
  const count = reader.readArray();
  let paper = 0;
  for (let left = count; left > 0; left--) {
    expectArray(reader, POSTING_PARTS);
    paper += reader.readWhole();
    if (papers[paper] !== paper) return undefined;
    reader.skip();
    reader.skip();
  }
  return count;
}

/** A word: its text, papers and forms; a form: its text and papers; a paper: its number, and places in text and fields. */
const WORD_PARTS = 3;
const FORM_PARTS = 2;
const POSTING_PARTS = 3;

function expectArray(reader: Reader, parts: number): void {
  if (reader.readArray() !== parts) throw otherFormat('A chunk');
}

/** No places. */
const NONE = 0x80;

/** `numbers` are those that fields get, if not those that they have. */
function readPostings(reader: Reader, numbers: readonly number[] | undefined): Posting[] {
  const postings: Posting[] = [];
  let paper = 0;
  for (let left = reader.readArray(); left > 0; left--) {
    expectArray(reader, POSTING_PARTS);
    paper += reader.readWhole();
    const start = reader.place;
    reader.skip();
    const inFields = reader.place;
    if (!numbers || reader.bytes[inFields] === NONE) {
      reader.skip();
      postings.push({ paper, bytes: reader.bytes, start, end: reader.place });
    } else {
      const renumbered = encode((reader.readValue() as number[]).map((place) => renumber(place, numbers)));
      const bytes = Buffer.concat([reader.bytes.subarray(start, inFields), renumbered]);
      postings.push({ paper, bytes, start: 0, end: bytes.length });
    }
  }
  return postings;
}

/** Places in fields are numbers; before those of the first field stands -1, before those of the second -2. */
function renumber(place: number, numbers: readonly number[]): number {
  return place < 0 ? -1 - (numbers[-1 - place] ?? 0) : place;
}

/** The language of the papers of an index, such as `en`. */
export function readLanguage(folder: string): string {
  const { languages } = JSON.parse(readFileSync(join(folder, ENTRY), 'utf8'));
  return Object.keys(languages)[0] ?? '';
}

/** The text of a fragment: what is known of a paper, as JSON. */
export function readFragment(folder: string, name: string): string {
  return readPacked(join(folder, FRAGMENTS, `${name}.pf_fragment`)).toString();
}

/** Compresses CBOR as Pagefind wants it. */
export function pack(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(FORMAT), content]), { level: 6 });
}

/** Reads a file that `pack` could have written. */
export function readPacked(path: string): Buffer {
  return unpack(readFileSync(path));
}

function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, FORMAT.length) !== FORMAT) throw otherFormat('A file');
  return bytes.subarray(FORMAT.length);
}

function otherFormat(name: string): Error {
  return new Error(`${name} is not written as Pagefind 1.6 writes its index, which is all that can be read.`);
}
