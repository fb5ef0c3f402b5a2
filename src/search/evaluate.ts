// How good a ranking is, against judgements of people.

/** Grades of the relevant papers by slug: 3 the answer, 2 clearly relevant, 1 touches it. */
export type Judgements = Readonly<Record<string, number>>;

/** Only so many results count: readers rarely look further. */
const DEPTH = 10;

/**
 * Normalised discounted cumulative gain at 10 (Järvelin and Kekäläinen, 2002; gain 2^grade - 1), from 0 to 1.
 * A query without any relevant paper is answered right by no results: 1, else 0.
 */
export function ndcg(ranking: readonly string[], judgements: Judgements): number {
  const grades = Object.values(judgements).toSorted((a, b) => b - a);
  if (grades.length === 0) return ranking.length === 0 ? 1 : 0;
  return gain(ranking.map((slug) => judgements[slug] ?? 0)) / gain(grades);
}

function gain(grades: readonly number[]): number {
  return grades
    .slice(0, DEPTH)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

/** The share of the relevant papers (at most ten of them) among the first ten results; 1 where there are none. */
export function recall(ranking: readonly string[], judgements: Judgements): number {
  const relevant = Object.keys(judgements);
  if (relevant.length === 0) return ranking.length === 0 ? 1 : 0;
  const found = ranking.slice(0, DEPTH).filter((slug) => Object.hasOwn(judgements, slug));
  return found.length / Math.min(relevant.length, DEPTH);
}
