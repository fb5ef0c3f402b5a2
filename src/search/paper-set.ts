// Sets of papers, and numbers for all papers, as arrays of bytes and numbers: in a large survey maps and sets of ids
// take longer than the search itself. A paper is known by its place among all of them, the newest first.
import { compareText } from '../core/catalog.ts';

/** Papers: 1 at the places of those that belong to the set, 0 elsewhere. */
export type PaperSet = Uint8Array;

/**
 * A number for each paper at its place; 0 for those that do not match. A search makes dozens of them: of half the size, they are
 * collected half as often.
 */
export type Scores = Float32Array;

/** The score of what matches, however little. */
export const LEAST_SCORE = 1e-30;

/** Papers in the order of their places; those of no date, which is '', come last. */
export function newestFirst<Paper extends { readonly date: string; readonly slug: string }>(
  papers: readonly Paper[],
): Paper[] {
  return papers.toSorted((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug));
}

// Plain loops: `map`, `reduce` and `from` of such arrays take several times as long, and a query goes through all papers often.

/** Of so many papers those that belong to a set. */
function makeSet(papers: number, belongs: (place: number) => boolean): PaperSet {
  const set = new Uint8Array(papers);
  for (let place = 0; place < papers; place++) if (belongs(place)) set[place] = 1;
  return set;
}

/** The score of each of so many papers. */
export function makeScores(papers: number, scoreOf: (place: number) => number): Scores {
  const scores = new Float32Array(papers);
  for (let place = 0; place < papers; place++) scores[place] = scoreOf(place);
  return scores;
}

/** The papers of any of some sets. */
export function unite(papers: number, sets: readonly PaperSet[]): PaperSet {
  const any = new Uint8Array(papers);
  for (const set of sets) for (let place = 0; place < papers; place++) if (set[place]) any[place] = 1;
  return any;
}

/** Of so many papers those that are in all of some sets. */
export function intersect(papers: number, sets: readonly PaperSet[]): PaperSet {
  const all = new Uint8Array(papers).fill(1);
  for (const set of sets) for (let place = 0; place < papers; place++) if (!set[place]) all[place] = 0;
  return all;
}

/** How many papers a set has. */
export function sizeOf(set: PaperSet): number {
  let size = 0;
  for (const member of set) size += member;
  return size;
}

/** The places of the papers that have any score. */
export function papersWith(scores: Scores): PaperSet {
  return makeSet(scores.length, (place) => (scores[place] ?? 0) > 0);
}

/** The highest of some scores, or 0. */
export function highestOf(scores: Scores): number {
  let highest = 0;
  for (const score of scores) if (score > highest) highest = score;
  return highest;
}

/** Scores in which papers that have only what begins like a word come after those that have it itself, with this share at most. */
export function putAfter(scores: Scores, itself: PaperSet, share: number): Scores {
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < scores.length; place++)
    if (itself[place]) least = Math.min(least, scores[place] ?? 0);
  return makeScores(scores.length, (place) => {
    const score = scores[place] ?? 0;
    return itself[place] ? score : Math.min(score, share * least);
  });
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
  return makeSet(papers, (place) => ((bytes.charCodeAt(place >> 3) >> (place & 7)) & 1) === 1);
}
