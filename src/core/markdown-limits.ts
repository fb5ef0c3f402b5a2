// Markdown that no page needs and that takes a parser minutes, or its whole stack: refused before it is read.

/** A text that goes too far: at which offset (UTF-16 units), and in which respect, as the end of a sentence. */
export type Excess = { readonly offset: number; readonly what: string };

/** An essay of sixty thousand words. */
const MAX_LENGTH = 400_000;
/** The time for emphasis and for signs that open no formula grows with the square of their number: these take about a second. */
const MAX_MARKS = 4000;
const MAX_LEVELS = 40;
const MAX_INDENT = 80;

/** More quotes or lists within each other on one line than anyone reads: "> > > - - 1. 1. …" */
const NESTED = new RegExp(`^(?:[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])(?=[ \\t]))){${MAX_LEVELS + 1}}`, 'm');
/** A list item that stands so far to the right that it is the end of a long staircase. */
const INDENTED = new RegExp(`^[ \\t]{${MAX_INDENT}}[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])(?=[ \\t]))`, 'm');

/** Finds the first thing in a Markdown text that goes too far; undefined in what people write. */
export function findExcess(text: string): Excess | undefined {
  if (text.length > MAX_LENGTH)
    return { offset: MAX_LENGTH, what: `is longer than ${MAX_LENGTH} characters` };
  const mark = nthMark(text, MAX_MARKS + 1);
  if (mark !== undefined)
    return { offset: mark, what: `has more than ${MAX_MARKS} of the marks *, _, ~ and $` };
  for (const pattern of [NESTED, INDENTED]) {
    const index = text.search(pattern);
    if (index >= 0) return { offset: index, what: 'has lists or quotes too deep within each other' };
  }
  return undefined;
}

function nthMark(text: string, n: number): number | undefined {
  let found = 0;
  for (const { index } of text.matchAll(/[*_~$]/g)) if (++found === n) return index;
  return undefined;
}
