// The words of several indexes as those of one, and as the chunks that a search loads. Pure.
import { Writer } from './cbor.ts';
import { type Form, type PackedWord, type Posting, unpackWord, type Word } from './pagefind-index.ts';

/**
 * The words of an index in the order of their letters, packed where all papers keep their numbers; and the numbers that papers
 * get, or none, if they are to go.
 */
export type Part = {
  readonly words: Iterator<Word | PackedWord>;
  readonly numbers: readonly (number | undefined)[];
};

/** The words of all parts, in the order of their letters, as far as a paper is left that has them. */
export function* mergeWords(parts: readonly Part[]): Generator<Word | PackedWord> {
  const heads = parts.map(({ words, numbers }): Head => ({ words, numbers, word: nextOf(words) }));
  for (;;) {
    let least: string | undefined;
    for (const { word } of heads)
      if (word && (least === undefined || compareLetters(word.text, least) < 0)) least = word.text;
    if (least === undefined) return;
    const text = least;
    const own = heads.filter((head): head is WithWord => head.word?.text === text);
    const only = own.length === 1 ? own[0]?.word : undefined;
    const merged = only && isPacked(only) ? only : mergeWord(text, own);
    if (merged) yield merged;
    for (const head of own as readonly Head[]) head.word = nextOf(head.words);
  }
}

/** A part, and the word that comes next in it, if there is one. */
type Head = Part & { word: Word | PackedWord | undefined };
type WithWord = Head & { word: Word | PackedWord };

function nextOf(words: Head['words']): Head['word'] {
  const { done, value } = words.next();
  return done ? undefined : value;
}

function isPacked(word: Word | PackedWord): word is PackedWord {
  return 'bytes' in word;
}

function mergeWord(text: string, heads: readonly WithWord[]): Word | undefined {
  const postings: Posting[] = [];
  const forms = new Map<string, Posting[]>();
  for (const { word, numbers } of heads) {
    const read = isPacked(word) ? unpackWord(word) : word;
    addPostings(postings, read.postings, numbers);
    for (const form of read.forms) {
      const own = forms.get(form.text) ?? [];
      addPostings(own, form.postings, numbers);
      if (own.length > 0) forms.set(form.text, own);
    }
  }
  if (postings.length === 0 && forms.size === 0) return undefined;
  return {
    text,
    postings: postings.sort(byPaper),
    forms: [...forms]
      .map(([text, own]): Form => ({ text, postings: own.sort(byPaper) }))
      .sort((a, b) => compareLetters(a.text, b.text)),
  };
}

function addPostings(to: Posting[], from: readonly Posting[], numbers: Part['numbers']): void {
  for (const { paper, bytes, start, end } of from) {
    const number = numbers[paper];
    if (number !== undefined) to.push({ paper: number, bytes, start, end });
  }
}

const byPaper = (a: Posting, b: Posting) => a.paper - b.paper;

/** The order of Pagefind: that of code points, not of UTF-16. */
export function compareLetters(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * The words in chunks of about so many bytes. A word that at least `common` papers have gets a chunk of its own, which only
 * phrases ask for (see common-words.ts): who looks for "rival" need not load "rl".
 */
export function* chunkWords(
  words: Iterable<Word | PackedWord>,
  { bytes: most, common }: { readonly bytes: number; readonly common: number },
): Generator<readonly PackedWord[]> {
  let chunk: PackedWord[] = [];
  let size = 0;
  for (const word of words) {
    const packed = isPacked(word) ? word : packWord(word);
    chunk.push(packed);
    size += packed.bytes.length;
    if (size < most) continue;
    yield* splitWords(chunk, common);
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) yield* splitWords(chunk, common);
}

/** Splits words where one begins or ends that so many papers have; but who looks for "teach" finds "teacher" as well. */
export function splitWords<Of extends Pick<PackedWord, 'text' | 'papers'>>(
  words: readonly Of[],
  common: number,
): (readonly Of[])[] {
  const isCommon = (word: Of | undefined) => word !== undefined && word.papers >= common;
  const runs: Of[][] = [];
  for (const [position, word] of words.entries()) {
    const run = runs.at(-1);
    const isWanted = isCommon(word) || isCommon(words[position - 1]);
    if (!run || (isWanted && !run.some(({ text }) => word.text.startsWith(text)))) runs.push([word]);
    else run.push(word);
  }
  return runs;
}

function packWord({ text, postings, forms }: Word): PackedWord {
  const writer = new Writer();
  writer.writeArray(3);
  writer.writeText(text);
  writePostings(writer, postings);
  writer.writeArray(forms.length);
  for (const form of forms) {
    writer.writeArray(2);
    writer.writeText(form.text);
    writePostings(writer, form.postings);
  }
  return { text, papers: postings.length, bytes: writer.take() };
}

/** The number of a paper is told by how much greater it is than the last one. */
function writePostings(writer: Writer, postings: readonly Posting[]): void {
  writer.writeArray(postings.length);
  let last = 0;
  for (const { paper, bytes, start, end } of postings) {
    // Places in the text, and places in fields.
    writer.writeArray(3);
    writer.writeInteger(paper - last);
    writer.writeBytes(bytes, start, end);
    last = paper;
  }
}

/** Which words a chunk may have: from one up to another. */
export type Range = { readonly from: string; readonly to: string };

/**
 * The ranges of chunks, given the first and the last word of each: each reaches up to the next one. Pagefind loads the one
 * chunk that a word lies in; but for a word between two it loads all whose last word the word begins with: for
 * "acceleration" that of "a", 70 kB at 10,000 papers.
 */
export function rangesOf(chunks: readonly Range[]): Range[] {
  const starts = chunks.map(({ from }, position) => tellApart(from, chunks[position - 1]?.to));
  return chunks.map(({ to }, position) => {
    const next = starts[position + 1];
    return { from: starts[position] ?? '', to: next === undefined ? to : justBefore(next) };
  });
}

/** The first letters of a word, as many as tell it from one that comes before it. */
function tellApart(word: string, before: string | undefined): string {
  if (before === undefined) return word;
  const [letters, others] = [[...word], [...before]];
  const same = letters.findIndex((letter, position) => letter !== others[position]);
  return letters.slice(0, same + 1).join('');
}

/** Greater than any character of a word. */
const LAST_CHARACTER = '\uffff';

/** After every word that comes before one. */
function justBefore(word: string): string {
  const characters = [...word];
  const code = characters.pop()?.codePointAt(0) ?? 0;
  return characters.join('') + String.fromCodePoint(code - 1) + LAST_CHARACTER;
}
