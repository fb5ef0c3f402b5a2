// Excerpts and titles as pieces of plain text, some of them matches: nothing here ever becomes HTML by itself.
import { stemOf } from './vocabulary.ts';

/** A piece of a text; `isMatch` where it is what was searched for. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** Stands where an excerpt leaves something out. */
const ELLIPSIS = '…';

/** A word, or a piece of what is written without spaces, with the space before it. */
const STEP = /\s*\S{1,40}/gu;
const WORD = /[\p{L}\p{M}\p{N}*+@]+/gu;

/** The part of a text, so many words long, that has most of the words searched for; the first one of those. */
export function makeExcerpt(text: string, words: readonly string[], length: number): Segment[] {
  const steps = text.match(STEP) ?? [];
  const match = makeMatcher(words);
  const found = steps.map((step) => (step.match(WORD) ?? []).flatMap(match));
  const start = findBest(found, length);
  const isCutAfter = start + length < steps.length;
  const shown = steps
    .slice(start, start + length)
    .join('')
    .trim();
  return [
    ...(start > 0 ? [{ text: `${ELLIPSIS} `, isMatch: false }] : []),
    ...markWords(shown, words),
    ...(isCutAfter ? [{ text: ` ${ELLIPSIS}`, isMatch: false }] : []),
  ];
}

/** Where the part begins that has most different words; a match stands in the middle rather than at its edge. */
function findBest(found: readonly (readonly number[])[], length: number): number {
  const last = Math.max(0, found.length - length);
  const lead = Math.floor(length / 4);
  const starts = found.flatMap((words, place) =>
    words.length > 0 ? [Math.min(last, Math.max(0, place - lead))] : [],
  );
  const worth = (start: number) => new Set(found.slice(start, start + length).flat()).size;
  return starts.reduce((best, start) => (worth(start) > worth(best) ? start : best), starts[0] ?? 0);
}

/** Marks the words of a text that begin with one of the words searched for or are forms of it; "a-b" is two words here. */
export function markWords(text: string, words: readonly string[]): Segment[] {
  const match = makeMatcher(words);
  return text
    .split(/([\p{L}\p{M}\p{N}*+@]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isMatch: match(piece).length > 0 }));
}

/** Makes what tells which of the words searched for a word of a text is: their positions. */
function makeMatcher(words: readonly string[]): (piece: string) => number[] {
  const wanted = words.flatMap((word) => word.match(WORD) ?? []).map(fold);
  const stems = wanted.map(stemOf);
  return (piece) => {
    const word = fold(piece);
    const stem = stemOf(word);
    return wanted.flatMap((one, position) =>
      word.startsWith(one) || stem === stems[position] ? [position] : [],
    );
  };
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
