// Fingerprints of source lines: they tell whether a source has changed since it was read.

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * The fingerprint of some lines of a source: the 64-bit FNV-1a hash (Fowler, Noll and Vo) of their UTF-8 bytes,
 * joined by line feeds, as 16 hexadecimal digits. It finds changes; it does not withstand forgery.
 */
export function digestLines(lines: readonly string[], [first, last]: readonly [number, number]): string {
  const bytes = new TextEncoder().encode(lines.slice(first - 1, last).join('\n'));
  let hash = OFFSET;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * PRIME) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

/** Splits a text into lines, whatever ends them; a byte order mark is not part of the first. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}
