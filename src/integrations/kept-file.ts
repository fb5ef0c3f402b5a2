// What one build says to the next, as JSON in a file below `.cache/`. (The loader has its own: neither may know the other.)
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

/** What an earlier build has said; undefined where the file is lost or broken, which costs time and nothing else. */
export async function readKept<Value>(file: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a value: all of it, or what was there before. Of several threads, the last one is heard. */
export async function writeKept(file: string, value: unknown): Promise<void> {
  const unfinished = `${file}.${threadId}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, JSON.stringify(value));
  await rename(unfinished, file);
}
