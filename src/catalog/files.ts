// Reading and writing the files of a survey. All paths are relative to the folder of the survey, with slashes.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compareText } from '../core/catalog.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';

/** No entry, theme or survey file is larger (bytes). */
const MAX_FILE = 1024 * 1024;

/** A text read from disk, or why it could not be. */
export type ReadResult = { readonly text: string } | { readonly diagnostic: Diagnostic };

/** Reads a UTF-8 file of at most `limit` bytes. */
export async function readText(root: string, file: string, limit = MAX_FILE): Promise<ReadResult> {
  const path = join(root, file);
  try {
    const { size } = await stat(path);
    if (size > limit) {
      return unreadable(
        file,
        `is larger than ${Math.round(limit / 1024)} KiB`,
        'Shorten it, or split it into several files.',
      );
    }
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof TypeError)
      return unreadable(file, 'is not valid UTF-8', 'Save it again in the encoding UTF-8.');
    if (isMissing(error)) return unreadable(file, 'does not exist', 'Create it, or correct its name.');
    return unreadable(file, `cannot be read (${String(error)})`, 'Check its permissions.');
  }
}

function unreadable(file: string, why: string, cure: string): ReadResult {
  return { diagnostic: diagnose('file-unreadable', { file }, `${file} ${why}.`, cure) };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Lists the files below a folder, sorted; none where there is no such folder. Links are not followed. */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  try {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return found
      .filter((item) => item.isFile() && !item.name.startsWith('.') && !item.name.endsWith('.tmp'))
      .map((item) =>
        join(item.parentPath, item.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
      )
      .toSorted(compareText);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What a run wants to change on disk: texts to write, files to remove. */
export type Changes = { readonly write: ReadonlyMap<string, string>; readonly remove?: readonly string[] };

/**
 * Writes all texts or none: each goes to a temporary file beside its place, and only when all are there are
 * they renamed. Files to remove go last, so that nothing is ever in neither place.
 */
export async function saveFiles(root: string, { write, remove = [] }: Changes): Promise<void> {
  const staged: { temporary: string; path: string }[] = [];
  try {
    for (const [file, text] of write) {
      const path = join(root, file);
      const temporary = `${path}.${process.pid}.tmp`;
      await mkdir(dirname(path), { recursive: true });
      staged.push({ temporary, path });
      await writeFile(temporary, text);
    }
  } catch (error) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  for (const { temporary, path } of staged) await rename(temporary, path);
  for (const file of remove) await rm(join(root, file), { force: true });
}
