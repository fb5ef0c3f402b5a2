// What one build keeps for the next, as JSON in a file below `.cache/`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What an earlier build has kept; undefined where the file is lost or broken, which costs time and nothing else. */
export async function readKept<Value>(file: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a value: all of it, or what was there before. */
export async function writeKept(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Another run may be about to keep it as well.
  const own = `${file}.${process.pid}.tmp`;
  await writeFile(own, JSON.stringify(value));
  await rename(own, file);
}

/** Tells texts apart. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
