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

/** More than this between two signs is no formula. */
export const MAX_MATHS = 2000;

/** Punctuation of ASCII, before which a backslash can be an escape of Markdown. */
export const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** A backslash with what it stands before, or a reference: "\_", "\\", "&lt;" */
const TYPED = /\\([^\r\n])|&(lt|gt|amp);/g;
const REFERENCES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/**
 * The formula that is meant by what stands between dollar signs in Markdown. A person types TeX: "\{1\}", "x^{*}". `new` and
 * `ingest` write escapes of Markdown: those that TeX has no use for in a formula, "x\_1", and backslashes doubled before
 * punctuation, "\\{1\\}". These are taken away.
 */
export function readTypedMaths(typed: string): string {
  return typed
    .replace(TYPED, (all: string, escaped: string | undefined, reference: string, offset: number) => {
      if (escaped === undefined) return REFERENCES[reference] ?? all;
      return isMarkdownEscape(escaped, typed, offset) ? escaped : all;
    })
    .replace(/[ \t]*(\r?\n)[ \t]*/g, '$1');
}

/** Whether the backslash at an offset belongs to Markdown, not to TeX. */
function isMarkdownEscape(escaped: string, typed: string, offset: number): boolean {
  const next = typed[offset + 2] ?? '';
  switch (escaped) {
    // Behind the line break of TeX stands a space, a letter or a digit: "1 \\ 2".
    case '\\':
      return PUNCTUATION.test(next);
    // Markdown needs them only before these; elsewhere they are signs of TeX: "\& ", "\!", "\:".
    case '&':
      return /[#A-Za-z]/.test(next);
    case '!':
      return next === '\\' && typed[offset + 3] === '[';
    case ':':
      return next === '/';
    default:
      return '_*`~<@.[]()'.includes(escaped);
  }
}
