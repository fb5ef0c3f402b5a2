// What is made of texts, kept from one build to the next: rendering a body takes longer than reading and checking an entry.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What was made of texts, and what has yet to be. */
export type TextKeeper<Value> = {
  /** What was made of a text; undefined where nothing was. */
  readonly find: (text: string) => Value | undefined;
  /** Says what was made of a text. */
  readonly add: (text: string, value: Value) => void;
  /** Keeps what was found or added, and forgets the rest. */
  readonly save: () => Promise<void>;
};

/**
 * Opens what an earlier build has kept in `.cache/` below `root`; `common` is what, besides a text, decides what is made of
 * it. A lost or broken file costs time and nothing else.
 */
export async function openTexts<Value>(
  root: string,
  name: string,
  common: string,
): Promise<TextKeeper<Value>> {
  const file = join(root, '.cache', name);
  const known = new Map<string, Value>(await readFile(file, 'utf8').then(parse<Value>, () => []));
  const asked = new Map<string, Value>();
  const prefix = createHash('sha256').update(common).digest('base64url');
  const keyOf = (text: string) => createHash('sha256').update(prefix).update(text).digest('base64url');
  return {
    find: (text) => {
      const key = keyOf(text);
      const value = known.get(key);
      if (value !== undefined) asked.set(key, value);
      return value;
    },
    add: (text, value) => {
      asked.set(keyOf(text), value);
    },
    save: async () => {
      if (asked.size === known.size && [...asked.keys()].every((key) => known.has(key))) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.tmp`, JSON.stringify([...asked]));
      await rename(`${file}.tmp`, file);
    },
  };
}

function parse<Value>(json: string): [string, Value][] {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
}
