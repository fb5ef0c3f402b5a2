// From offsets in a text to lines and columns, and back.
import type { Place } from '../core/diagnostics.ts';

/** A file whose body begins on some line. */
export type BodyPlace = { readonly file: string; readonly bodyLine: number };

/** Gives the places of many offsets into one text; `firstLine` is the line of the file on which the text begins. */
export function makePlacer(text: string, file: string, firstLine = 1): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The place of one offset into a text. */
export function placeInText(text: string, offset: number, file: string, firstLine = 1): Place {
  return makePlacer(text, file, firstLine)(offset);
}

/** The place of an offset into the body of a file. */
export function placeInBody(body: string, offset: number, { file, bodyLine }: BodyPlace): Place {
  return placeInText(body, offset, file, bodyLine);
}

/** The offset of a place into the text of its file. */
export function offsetOf(text: string, { line, column }: Place): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return start + column - 1;
}
