// Sets of papers, and numbers for all papers, as arrays of bytes and numbers: in a large survey maps and sets of ids
// take longer than the search itself. A paper is known by its place among all of them, the newest first.
import { compareText } from '../core/catalog.ts';

/** Papers: 1 at the places of those that belong to the set, 0 elsewhere. */
export type PaperSet = Uint8Array;

/** A number for each paper at its place; 0 for those that do not match. */
export type Scores = Float64Array;

/** Papers in the order of their places; those of no date, which is '', come last. */
export function newestFirst<Paper extends { readonly date: string; readonly slug: string }>(
  papers: readonly Paper[],
): Paper[] {
  return papers.toSorted((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug));
}

/** The papers of any of some sets. */
export function unite(papers: number, sets: readonly PaperSet[]): PaperSet {
  return new Uint8Array(papers).map((_, place) => (sets.some((set) => set[place]) ? 1 : 0));
}

/** How many papers a set has. */
export function sizeOf(set: PaperSet): number {
  return set.reduce((sum, member) => sum + member, 0);
}

/** The places of the papers that have any score. */
export function papersWith(scores: Scores): PaperSet {
  const set = new Uint8Array(scores.length);
  // `Uint8Array.from` would take thirty times as long, and each word of a query asks for it.
  for (let place = 0; place < set.length; place++) set[place] = (scores[place] ?? 0) > 0 ? 1 : 0;
  return set;
}

/** A set as text, six papers to a letter, from the lowest bit of each byte on. */
export function packSet(set: PaperSet): string {
  const bytes = new Uint8Array(Math.ceil(set.length / 8));
  for (const [place, member] of set.entries())
    bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (member << (place & 7));
  return btoa(String.fromCharCode(...bytes));
}

/** Reads what `packSet` wrote of so many papers. */
export function unpackSet(packed: string, papers: number): PaperSet {
  const bytes = atob(packed);
  return new Uint8Array(papers).map((_, place) => (bytes.charCodeAt(place >> 3) >> (place & 7)) & 1);
}
