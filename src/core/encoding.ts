// Bytes to text: UTF-8 in most cases, and what older programs write in the others.

/** What a text was written in, as messages name it. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Latin-1' | 'damaged UTF-8';

/** A text without byte order mark, and how it was written. */
export type Decoded = { readonly text: string; readonly encoding: Encoding };

/**
 * Decodes a file of unknown origin. What is not UTF-8 is read as Windows-1252, which contains Latin-1, unless nearly
 * all of it is UTF-8: then single bytes are damaged, and become replacement characters. Total.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    const text = decode(bytes, 'utf-8');
    const damaged = text.match(/\uFFFD/g)?.length ?? 0;
    const sound = text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
    return sound > 10 * damaged
      ? { text, encoding: 'damaged UTF-8' }
      : { text: decode(bytes, 'windows-1252'), encoding: 'Latin-1' };
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
