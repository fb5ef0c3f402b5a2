// What is made of texts, kept from one build to the next: rendering a body takes longer than reading and checking an entry.
import { join } from 'node:path';
import { readKept, sha256Of, writeKept } from '../disk/kept-file.ts';

/** What was made of texts, and what has yet to be. */
export type TextKeeper<Value> = {
  /** What was made of a text, by an earlier build or this one; undefined where nothing was. */
  readonly find: (text: string) => Value | undefined;
  /** Says what was made of a text, and gives it back. */
  readonly add: (text: string, value: Value) => Value;
  /** Keeps what was found or added; it forgets the rest, unless that may be asked for by others. */
  readonly save: (rest?: 'forget' | 'keep') => Promise<void>;
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
  const known = new Map(await readKept<[string, Value][]>(file));
  const asked = new Map<string, Value>();
  const prefix = sha256Of(common);
  const keyOf = (text: string) => sha256Of(prefix + text);
  return {
    find: (text) => {
      const key = keyOf(text);
      const value = known.get(key) ?? asked.get(key);
      if (value !== undefined) asked.set(key, value);
      return value;
    },
    add: (text, value) => {
      asked.set(keyOf(text), value);
      return value;
    },
    save: async (rest = 'forget') => {
      const kept = rest === 'keep' ? new Map([...known, ...asked]) : asked;
      if (kept.size === known.size && [...kept.keys()].every((key) => known.has(key))) return;
      await writeKept(file, [...kept]);
    },
  };
}
