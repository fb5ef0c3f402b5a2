// Words and distances: the small text functions that several parts need.
import { say } from './words.ts';

/** Folds a title for comparison: no accents, no punctuation, lower case, single spaces. */
export function normalizeTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}*+]+/gu, ' ')
    .trim();
}

/** A text with single spaces for all white space, and none around it. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a text in lower case, each as it stands between spaces and punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/gu) ?? []; // "self-taught", "model's"
}

/**
 * Levenshtein distance: how many single-character edits lead from `a` to `b`.
 * The two-row algorithm of Wagner and Fischer (1974).
 */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The candidate nearest to `word`, if it is near enough to be a slip of the pen. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  const limit = Math.max(2, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    // The distance is at least the difference of the lengths; of a very long word it need not be measured.
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  return best && best.distance <= limit ? best.candidate : undefined;
}

/** "Did you mean X?", or the list of what is allowed. */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near) return say`Did you mean ${near}?`;
  return candidates.length > 0
    ? say`Use one of: ${listSome([...new Set(candidates)])}.`
    : say`There is none yet.`;
}

/** More names than this help nobody to find one. */
const MOST_NAMES = 30;

function listSome(names: readonly string[]): string {
  return names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
}
