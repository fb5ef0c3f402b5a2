// Excerpts and titles as pieces of plain text, some of them matches: nothing here ever becomes HTML by itself.
import { stemOf } from './vocabulary.ts';

/** A piece of a text; `isMatch` where it is what was searched for. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** Stands where an excerpt leaves something out. */
const ELLIPSIS = '…';

/** A word, or a piece of what is written without spaces, with the space before it. */
const STEP = /\s*\S{1,40}/gu;
const WORD = /[\p{L}\p{M}\p{N}*+@]+/gu;

/** What is marked in a text: words, also where others begin like them; and names, of which all words stand together. */
export type Wanted = { readonly words: readonly string[]; readonly names: readonly string[] };

/** The part of a text, so many words long, that has most of what is searched for; the first one of those. */
export function makeExcerpt(text: string, wanted: Wanted, length: number): Segment[] {
  const steps = text.match(STEP) ?? [];
  const match = makeMatcher(wanted);
  const wordsOf = steps.map((step) => step.match(WORD) ?? []);
  const matches = match(wordsOf.flat());
  const found = wordsOf.map((words) => matches.splice(0, words.length).flat());
  const start = findBest(found, length);
  const isCutAfter = start + length < steps.length;
  const shown = steps
    .slice(start, start + length)
    .join('')
    .trim();
  return [
    ...(start > 0 ? [{ text: `${ELLIPSIS} `, isMatch: false }] : []),
    ...markMatches(shown, wanted),
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

/** Marks what is searched for in a text; "a-b" is two words here. */
export function markMatches(text: string, wanted: Wanted): Segment[] {
  // Every other piece is a word.
  const pieces = text.split(/([\p{L}\p{M}\p{N}*+@]+)/u);
  const matches = makeMatcher(wanted)(pieces.filter((_, place) => place % 2 === 1));
  return pieces
    .map((piece, place) => ({
      text: piece,
      isMatch: place % 2 === 1 && (matches[(place - 1) / 2] ?? []).length > 0,
    }))
    .filter(({ text }) => text !== '');
}

/** Makes what tells for each word of a text which of what is searched for it is, or is a part of. */
function makeMatcher({ words, names }: Wanted): (pieces: readonly string[]) => number[][] {
  const wanted = words.flatMap((word) => word.match(WORD) ?? []).map(fold);
  const stems = wanted.map(stemOf);
  const named = names.map((name) => (name.match(WORD) ?? []).map(fold).map(stemOf));
  // A stem begins like its word: most words of a text need none.
  const firsts = new Set([...stems, ...named.flat()].map((stem) => stem[0]));
  const stemIfNeeded = (word: string) => (firsts.has(word[0]) ? stemOf(word) : undefined);
  return (pieces) => {
    const folded = pieces.map(fold);
    const own = folded.map(stemIfNeeded);
    const found = folded.map((word, place) =>
      wanted.flatMap((one, position) =>
        word.startsWith(one) || own[place] === stems[position] ? [position] : [],
      ),
    );
    for (const [position, name] of named.entries())
      for (const start of own.keys())
        if (name.length > 0 && name.every((stem, index) => own[start + index] === stem))
          for (const index of name.keys()) found[start + index]?.push(wanted.length + position);
    return found;
  };
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
