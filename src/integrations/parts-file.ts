// Files of many items, of which most are as they were when the file was written last: those are copied from there.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { TextParts } from '../core/text-parts.ts';

/** What is known of such a file: the keys of its items, and the sizes of these and of what stands around them (bytes). */
export type PartsFile = {
  readonly keys: readonly string[];
  readonly sizes: readonly number[];
  readonly start: number;
  readonly between: number;
  readonly whole: number;
};

/** So much is written at a time (bytes). */
const BLOCK = 1 << 20;

/**
 * Writes a text; `keys` tell its items from all others. Items that the file at `path` has already, by what is known of it,
 * are taken from there.
 */
export function writeParts(
  path: string,
  { start, items, between, end }: TextParts,
  keys: readonly string[],
  last?: PartsFile,
): PartsFile {
  const find = last ? readItems(path, last) : () => undefined;
  const separator = Buffer.from(between);
  const sizes: number[] = [];
  const file = openSync(path, 'w');
  try {
    let waiting: Uint8Array[] = [];
    let flushed = 0;
    let whole = 0;
    const flush = () => {
      writeFileSync(file, Buffer.concat(waiting));
      [waiting, flushed] = [[], whole];
    };
    const put = (bytes: Uint8Array) => {
      waiting.push(bytes);
      whole += bytes.byteLength;
      if (whole - flushed >= BLOCK) flush();
      return bytes.byteLength;
    };
    const first = put(Buffer.from(start));
    for (const [place, item] of items.entries()) {
      if (place > 0) put(separator);
      sizes.push(put(find(keys[place]) ?? Buffer.from(item())));
    }
    put(Buffer.from(end));
    flush();
    return { keys, sizes, start: first, between: separator.byteLength, whole };
  } finally {
    closeSync(file);
  }
}

/** What finds the items of a file, where it is as it was written. */
function readItems(path: string, { keys, sizes, start, between, whole }: PartsFile) {
  const content = readFileSync(path);
  const items = new Map<string, Uint8Array>();
  let place = start;
  for (const [index, size] of content.byteLength === whole ? sizes.entries() : []) {
    items.set(keys[index] ?? '', content.subarray(place, place + size));
    place += size + between;
  }
  return (key = '') => items.get(key);
}
