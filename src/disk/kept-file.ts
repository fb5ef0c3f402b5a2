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
export function writeKept(file: string, value: unknown): Promise<void> {
  return replaceText(file, () => JSON.stringify(value));
}

/** Puts a text in place of what is in a file: all of it, or nothing, as where it would be too long. */
export async function replaceText(file: string, makeText: () => string): Promise<void> {
  const text = unlessTooLong(makeText);
  if (text === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  // Another run, or another thread, may be about to do so as well.
  const own = `${file}.${process.pid}-${threadId}.tmp`;
  await writeFile(own, text);
  await rename(own, file);
}

/** A text; undefined where it would have more than the half a gigabyte that V8 lets one have. */
function unlessTooLong(make: () => string): string | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The name of a text that tells it from others. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
