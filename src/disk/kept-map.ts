// What one build keeps of many things for the next, in a file below `.cache/`: a line for each, so that what is new is added
// at the end, and only what somebody asks for is parsed.
import { type Stats, statSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { replaceFile } from './kept-file.ts';

/** Values by their keys. They have to be data, and are not to be changed. */
export type KeptMap<Value> = {
  readonly keys: () => MapIterator<string>;
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  /** Writes what has been set and deleted. */
  readonly save: () => Promise<void>;
};

const LINES_AT_ONCE = 200;

/** A value, or the JSON that it stands in. */
type Line<Value> = { readonly json: string } | { readonly value: Value };

/**
 * Opens a map; `head` tells what its values depend on besides their keys, such as the software: under another head nothing
 * was kept. What is lost or broken costs time and nothing else.
 */
export async function openKeptMap<Value>(file: string, head: string): Promise<KeptMap<Value>> {
  const read = await readLines(file, head);
  const lines = new Map<string, Line<Value>>(read.lines);
  const changed = new Set<string>();
  const renderLine = (key: string) => {
    const line = lines.get(key);
    // JSON has no tab of its own.
    return `${JSON.stringify(key)}\t${line ? ('json' in line ? line.json : JSON.stringify(line.value)) : ''}\n`;
  };
  const drop = (key: string) => {
    if (lines.delete(key)) changed.add(key);
  };
  return {
    keys: () => lines.keys(),
    has: (key) => lines.has(key),
    get: (key) => {
      const line = lines.get(key);
      if (!line || 'value' in line) return line?.value;
      try {
        const value: Value = JSON.parse(line.json);
        lines.set(key, { value });
        return value;
      } catch {
        drop(key);
        return undefined;
      }
    },
    set: (key, value) => {
      lines.set(key, { value });
      changed.add(key);
    },
    delete: drop,
    save: async () => {
      const isThere = read.state !== undefined && isSame(stateOf(file), read.state);
      if (isThere && changed.size === 0) return;
      // Lines that stand for nothing any more are carried along until they are as many as the others.
      const isAdded = isThere && read.count + changed.size < 2 * lines.size;
      const keys = [...(isAdded ? changed : lines.keys())];
      changed.clear();
      if (isAdded) await appendFile(file, keys.map(renderLine).join(''));
      else await replaceFile(file, renderPieces(head, keys, renderLine));
      read.count = isAdded ? read.count + keys.length : keys.length;
      read.state = stateOf(file);
    },
  };
}

/** A whole file, some lines at a time: all of them would be in memory twice. */
function* renderPieces(
  head: string,
  keys: readonly string[],
  render: (key: string) => string,
): Generator<string> {
  yield `${JSON.stringify(head)}\n`;
  for (let start = 0; start < keys.length; start += LINES_AT_ONCE)
    yield keys
      .slice(start, start + LINES_AT_ONCE)
      .map(render)
      .join('');
}

/** What a file has: its lines by key, how many there are, and the state of the file; none where its head is another one. */
async function readLines(file: string, head: string) {
  const lines = new Map<string, { readonly json: string }>();
  let count = 0;
  try {
    const state = stateOf(file);
    const text = await readFile(file, 'utf8');
    let start = text.indexOf('\n') + 1;
    if (start === 0 || JSON.parse(text.slice(0, start)) !== head) return { lines, count };
    for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
      const tab = text.indexOf('\t', start);
      const key: string = JSON.parse(text.slice(start, tab));
      if (tab + 1 === end) lines.delete(key);
      else lines.set(key, { json: text.slice(tab + 1, end) });
      start = end + 1;
      count++;
    }
    // The last line was not written to its end.
    return start < text.length ? { lines, count } : { lines, count, state };
  } catch {
    return { lines: new Map<string, never>(), count: 0 };
  }
}

/** Tells whether somebody else has written a file. */
type FileState = Pick<Stats, 'ino' | 'size' | 'mtimeMs'>;

function stateOf(file: string): FileState | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function isSame(a: FileState | undefined, b: FileState): boolean {
  return a?.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;
}
