// Files of many items, of which most are as they were when the file was written last: those are copied from there.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { TextParts } from '../core/text-parts.ts';

/** What is known of such a file: by the key of each item, where it stands in it (bytes). */
export type PartsFile = {
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly size: number;
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
  const starts: number[] = [];
  const ends: number[] = [];
  const file = openSync(path, 'w');
  try {
    let waiting: Uint8Array[] = [];
    let first = 0;
    let size = 0;
    const flush = () => {
      writeFileSync(file, Buffer.concat(waiting));
      [waiting, first] = [[], size];
    };
    const put = (bytes: Uint8Array) => {
      waiting.push(bytes);
      size += bytes.byteLength;
      if (size - first >= BLOCK) flush();
    };
    put(Buffer.from(start));
    for (const [place, item] of items.entries()) {
      if (place > 0) put(separator);
      starts.push(size);
      put(find(keys[place]) ?? Buffer.from(item()));
      ends.push(size);
    }
    put(Buffer.from(end));
    flush();
    return { keys, starts, ends, size };
  } finally {
    closeSync(file);
  }
}

/** What finds the items of a file, where it is as it was written. */
function readItems(path: string, { keys, starts, ends, size }: PartsFile) {
  const content = readFileSync(path);
  const places = content.byteLength === size ? new Map(keys.map((key, place) => [key, place])) : new Map();
  return (key = ''): Uint8Array | undefined => {
    const place: number | undefined = places.get(key);
    return place === undefined ? undefined : content.subarray(starts[place], ends[place]);
  };
}
