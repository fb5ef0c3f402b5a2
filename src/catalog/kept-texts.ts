// What is made of texts, kept from one build to the next: rendering a body takes longer than reading and checking an entry.
import { join } from 'node:path';
import { sha256Of } from '../disk/kept-file.ts';
import { openKeptMap } from '../disk/kept-map.ts';

/** What was made of texts, and what has yet to be. */
export type TextKeeper<Value> = {
  /** Whether something was made of a text. It is kept as if it were found. */
  readonly has: (text: string) => boolean;
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
  const kept = await openKeptMap<Value>(join(root, '.cache', name), sha256Of(common));
  const asked = new Set<string>();
  const ask = (text: string) => {
    const key = sha256Of(text);
    asked.add(key);
    return key;
  };
  return {
    has: (text) => kept.has(ask(text)),
    find: (text) => kept.get(ask(text)),
    add: (text, value) => {
      kept.set(ask(text), value);
      return value;
    },
    save: async (rest = 'forget') => {
      if (rest === 'forget') for (const key of kept.keys()) if (!asked.has(key)) kept.delete(key);
      await kept.save();
    },
  };
}
