// What one build keeps for the next, as JSON in a file below `.cache/`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

/** What an earlier build has kept; undefined where the file is lost or broken, which costs time and nothing else. */
export async function readKept<Value>(file: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a value as JSON: all of it, or what was there before, which also stays where the value is too long for a text. */
export async function writeKept(file: string, value: unknown): Promise<void> {
  const json = toJson(value);
  if (json !== undefined) await replaceFile(file, json);
}

/** Puts a text, or the pieces of one, in place of what is in a file: all of it, or nothing. */
export async function replaceFile(file: string, text: string | Iterable<string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Another run, or another thread, may be about to do so as well.
  const own = `${file}.${process.pid}-${threadId}.tmp`;
  await writeFile(own, text);
  await rename(own, file);
}

/** A value as JSON; undefined where that would have more than the half a gigabyte that V8 lets a text have. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The name of a text that tells it from others. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
