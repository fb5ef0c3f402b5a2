// Maths in running text: $...$, as TeX and arXiv write it. Nothing in it is repaired, for it is rendered as maths.

/** One formula: offsets into the text, and how it is kept. */
export type MathsSpan = { readonly start: number; readonly end: number; readonly text: string };

/**
 * A formula between dollar signs, as Pandoc tells it from money: no space inside the signs and no digit behind the
 * last one, so "$5 and $6" is none. Also \(...\) and \[...\], kept as $...$. "$O(n^2)$", "$$x$$", "\(x\)", "\[x\]"
 */
const MATHS =
  /(?<!\\)\$\$([^$]{1,2000})\$\$|(?<![\\$])\$(?![\s$])((?:[^$\\]|\\[\s\S]){0,1999}?(?:[^\s$\\]|\\[^\s]))\$(?!\d)|\\\(([^$]{1,2000}?)\\\)|(?<!\\)\\\[([^$]{1,2000}?)\\\]/g;

/** Finds the formulas of a text, in order. */
export function locateMaths(text: string): MathsSpan[] {
  if (!/\$|\\[([]/.test(text)) return [];
  return [...text.matchAll(MATHS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: `$${(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim()}$`,
  }));
}

/** The formula in which an offset lies. */
export function isInMaths(spans: readonly MathsSpan[], offset: number): MathsSpan | undefined {
  return spans.find(({ start, end }) => start <= offset && offset < end);
}
