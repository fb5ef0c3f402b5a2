// What a build makes from the same input every time, it makes once.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { digestOf } from './site-files.ts';

/** What an earlier build has left, until this one asks for it. */
const before = (cache: string) => `${cache.replace(/\/$/, '')}-before`;

/** From now on a cache has what is asked for, until `forget` is called; the rest goes then: it would grow for years. */
export async function openCache(cache: string): Promise<{ readonly forget: () => Promise<void> }> {
  const forget = () => rm(before(cache), { recursive: true, force: true });
  await forget();
  await rename(cache, before(cache)).catch(() => undefined);
  return { forget };
}

/** How many files this thread has begun to write: two makers of the same must not write into one. */
let begun = 0;

/**
 * What `make` makes of `input`, from the folder `cache` where an earlier build has left it. `input` has to name everything
 * that the result depends on. A cache that is lost, in part or whole, costs time and nothing else.
 */
export async function makeOnce(
  cache: string,
  input: string,
  make: () => Buffer | Promise<Buffer>,
): Promise<Buffer> {
  const name = digestOf(input).slice(0, 27);
  const file = join(cache, name);
  await mkdir(cache, { recursive: true });
  await rename(join(before(cache), name), file).catch(() => undefined);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  const made = await make();
  const unfinished = `${file}.${threadId}-${begun++}.tmp`;
  await writeFile(unfinished, made);
  await rename(unfinished, file);
  return made;
}
