// What stands in files of the built site is found out once: a file that nobody has written since keeps what it told.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readKept, writeKept } from './kept-file.ts';

/** Where findings are kept from one build to the next, and the fingerprint of the software that made them. */
export type FindingCache = { readonly cache: string; readonly software: string };

type Finding<Value> = readonly [modified: number, bytes: number, value: Value];
type Kept<Value> = { readonly software: string; readonly findings: Readonly<Record<string, Finding<Value>>> };

/**
 * What `find` says of the content of some files below `folder`, by their names. Of a file with the time and size that it
 * had when it was read last, it is what was found then. What is kept has to be data; it is forgotten with its file. A lost
 * cache costs time.
 */
export async function readOnce<Value>(
  folder: string,
  names: readonly string[],
  find: (content: Buffer, name: string) => Value,
  { cache, software }: FindingCache,
): Promise<Map<string, Value>> {
  const kept = await readKept<Kept<Value>>(cache);
  const known = kept?.software === software ? kept.findings : {};
  const findings: Record<string, Finding<Value>> = {};
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs, size } = statSync(path);
    const before = Object.hasOwn(known, name) ? known[name] : undefined;
    const isSame = before?.[0] === mtimeMs && before[1] === size;
    findings[name] = isSame ? before : [mtimeMs, size, find(readFileSync(path), name)];
  }
  for (const [name, finding] of Object.entries(known))
    if (!Object.hasOwn(findings, name) && existsSync(join(folder, name))) findings[name] = finding;
  await writeKept(cache, { software, findings } satisfies Kept<Value>);
  return new Map(names.map((name) => [name, (findings[name] as Finding<Value>)[2]]));
}
