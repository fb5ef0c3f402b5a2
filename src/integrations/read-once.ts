// What stands in files of the built site is found out once: a file that nobody has written since keeps what it told.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openKeptMap } from '../disk/kept-map.ts';

/** Where findings are kept from one build to the next, and the fingerprint of the software that made them. */
export type FindingCache = { readonly cache: string; readonly software: string };

type Finding<Value> = readonly [modified: number, bytes: number, value: Value];

/** What stands in files, for who does not know all of them from the beginning. */
export type Findings<Value> = {
  /** What stands in a file now. */
  readonly of: (name: string) => Value;
  /** The size in bytes of a file that `of` was asked for. */
  readonly bytesOf: (name: string) => number;
  /** Keeps it for the next build. */
  readonly keep: () => Promise<void>;
};

/**
 * What `find` finds in files below `folder`, by their paths and names. Of a file with the time and size that it
 * had when it was read last, it is what was found then. What is kept has to be data; it is forgotten with its file. A lost
 * cache costs time.
 */
export async function openFindings<Value>(
  folder: string,
  find: (path: string, name: string) => Value,
  { cache, software }: FindingCache,
): Promise<Findings<Value>> {
  const kept = await openKeptMap<Finding<Value>>(cache, software);
  const asked = new Set<string>();
  const look = (name: string): Finding<Value> => {
    const path = join(folder, name);
    const { mtimeMs, size } = statSync(path);
    const before = kept.get(name);
    if (before?.[0] === mtimeMs && before[1] === size) return before;
    const finding = [mtimeMs, size, find(path, name)] as const;
    kept.set(name, finding);
    return finding;
  };
  return {
    of: (name) => {
      asked.add(name);
      return look(name)[2];
    },
    bytesOf: (name) => (kept.get(name) ?? look(name))[1],
    keep: async () => {
      for (const name of kept.keys())
        if (!asked.has(name) && !existsSync(join(folder, name))) kept.delete(name);
      await kept.save();
    },
  };
}

/** What `find` finds in some files, as with `openFindings`; it is kept. */
export async function readOnce<Value>(
  folder: string,
  names: readonly string[],
  find: (path: string, name: string) => Value,
  where: FindingCache,
): Promise<Map<string, Value>> {
  const findings = await openFindings(folder, find, where);
  const found = new Map(names.map((name) => [name, findings.of(name)]));
  await findings.keep();
  return found;
}
