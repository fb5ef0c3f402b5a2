// Offsets into a text as lines and columns, both counted from 1, as people and editors count them.

/** A place in a text. */
export type Position = { readonly line: number; readonly column: number };

/** The lines of a text by offset. `\r\n`, `\n` and `\r` end a line, as in `splitLines`. */
export type LineIndex = {
  readonly count: number;
  /** The place of an offset. */
  readonly at: (offset: number) => Position;
  /** The text of a line, or of some lines joined by what joins them in the text, without the last line end. */
  readonly slice: (first: number, last?: number) => string;
};

/** Indexes a text, whose byte order mark must have been taken off. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: starts.length,
    at: (offset) => {
      const line = lineAt(offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    slice: (first, last = first) =>
      text
        .slice(starts[first - 1] ?? text.length, starts[last] ?? text.length)
        .replace(/(?:\r\n|\n|\r)$/, ''),
  };
}
