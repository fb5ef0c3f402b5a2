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

/** A value, or where its JSON stands in the file that was read; and the size of its line (all in bytes). */
type Line<Value> = { size: number } & ({ readonly value: Value } | Place);
type Place = { readonly start: number; readonly end: number };

/**
 * Opens a map; `head` tells what its values depend on besides their keys, such as the software: under another head nothing
 * was kept. What is lost or broken costs time and nothing else.
 */
export async function openKeptMap<Value>(file: string, head: string): Promise<KeptMap<Value>> {
  // As bytes: a text of which one letter is not Latin takes twice as much, and V8 looks after it.
  const { bytes, ...read } = await readLines(file, head);
  let { state } = read;
  const lines = new Map<string, Line<Value>>(read.lines);
  const changed = new Set<string>();
  const jsonOf = (line: Line<Value>) =>
    'value' in line ? JSON.stringify(line.value) : bytes.toString('utf8', line.start, line.end);
  const renderLine = (key: string) => {
    const line = lines.get(key);
    // JSON has no tab of its own.
    const text = `${JSON.stringify(key)}\t${line ? jsonOf(line) : ''}\n`;
    if (line) line.size = Buffer.byteLength(text);
    return text;
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
        const value: Value = JSON.parse(jsonOf(line));
        lines.set(key, { value, size: line.size });
        return value;
      } catch {
        drop(key);
        return undefined;
      }
    },
    set: (key, value) => {
      lines.set(key, { value, size: 0 });
      changed.add(key);
    },
    delete: drop,
    save: async () => {
      const isThere = state !== undefined && isSame(stateOf(file), state);
      if (isThere && changed.size === 0) return;
      const added = isThere ? [...changed].map(renderLine).join('') : '';
      changed.clear();
      const needed = lines.values().reduce((sum, { size }) => sum + size, 0);
      // Lines that stand for nothing any more are carried along until they have as many bytes as the others.
      const isAdded = isThere && (state?.size ?? 0) + Buffer.byteLength(added) < 2 * needed;
      if (isAdded) await appendFile(file, added);
      else await replaceFile(file, renderPieces(head, [...lines.keys()], renderLine));
      state = stateOf(file);
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

const [NEW_LINE, TAB] = [0x0a, 0x09];

/** What a file has: its lines by key, and the state of the file; none where its head is another one. */
async function readLines(file: string, head: string) {
  const lines = new Map<string, Place & { size: number }>();
  try {
    const state = stateOf(file);
    const bytes = await readFile(file);
    let start = bytes.indexOf(NEW_LINE) + 1;
    if (start === 0 || JSON.parse(bytes.toString('utf8', 0, start)) !== head) return { lines, bytes };
    for (let end = bytes.indexOf(NEW_LINE, start); end >= 0; end = bytes.indexOf(NEW_LINE, start)) {
      const tab = bytes.indexOf(TAB, start);
      const key: string = JSON.parse(bytes.toString('utf8', start, tab));
      if (tab + 1 === end) lines.delete(key);
      else lines.set(key, { start: tab + 1, end, size: end + 1 - start });
      start = end + 1;
    }
    // The last line may not have been written to its end.
    return start < bytes.length ? { lines, bytes } : { lines, bytes, state };
  } catch {
    return { lines: new Map<string, never>(), bytes: Buffer.alloc(0) };
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
