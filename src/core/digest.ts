// Fingerprints of source lines: they tell whether a source has changed since it was read.
import { foldSpace } from './text.ts';

/**
 * The fingerprint of some lines of a source: the 64-bit FNV-1a hash (Fowler, Noll and Vo) of their UTF-8 bytes,
 * joined by line feeds, as 16 hexadecimal digits. It finds changes; it does not withstand forgery.
 */
export function digestLines(lines: readonly string[], [first, last]: readonly [number, number]): string {
  return digestText(lines.slice(first - 1, last).join('\n'));
}

/** The fingerprint of a text, as of its lines. */
export function digestText(text: string): string {
  // The offset 0xcbf29ce484222325 in two halves; the prime is 2^40 + 0x1b3, so that each product fits into a number.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * 0x1b3;
    high = (high * 0x1b3 + mixed * 0x100 + Math.floor(product / 0x100000000)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** The fingerprint of the words of a paper: title and abstract, whatever the white space. */
export function digestAbstract(title: string, abstract: string): string {
  return digestText(`${foldSpace(title)}\n${foldSpace(abstract)}`);
}

/** Splits a text into lines, whatever ends them; a byte order mark is not part of the first. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}
