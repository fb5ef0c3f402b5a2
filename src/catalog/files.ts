// Reading the files of a survey. All paths are relative to the folder of the survey, with slashes. Files are read one after
// the other, and at once: thousands of small ones take longer to be waited for than to be read.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { compareText } from '../core/catalog.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { onceInARow } from '../core/once.ts';

/** No entry, theme or survey file is larger (bytes). */
const MAX_FILE = 1024 * 1024;
/** A source may be a large listing (bytes). */
export const MAX_SOURCE = 256 * 1024 * 1024;

/** A text read from disk, or why it could not be. */
export type ReadResult = { readonly text: string } | Unread;
type Unread = { readonly diagnostic: Diagnostic };

/** Reads a UTF-8 file of at most `limit` bytes. */
export function readText(root: string, file: string, limit = MAX_FILE): ReadResult {
  const read = readBytes(root, file, limit);
  if ('diagnostic' in read) return read;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes) };
  } catch {
    return unreadable(file, 'is not valid UTF-8', 'Save it again in the encoding UTF-8.');
  }
}

/** Reads a file of at most `limit` bytes, whatever is in it. */
export function readBytes(
  root: string,
  file: string,
  limit = MAX_FILE,
): { readonly bytes: Uint8Array } | Unread {
  const path = join(root, file);
  try {
    const isContent = file.startsWith('content/');
    const found = isContent ? lstatSync(path) : statSync(path);
    // A link could lead anywhere on the machine that builds.
    if (isContent && (found.isSymbolicLink() || isReachedByLink(root, file)))
      return unreadable(file, 'is, or is reached by, a symbolic link', 'Put the file itself in its place.');
    // A pipe or a device may have no end.
    if (!found.isFile()) return unreadable(file, 'is no file', 'Put a file of text in its place.');
    if (found.size > limit) {
      return unreadable(
        file,
        `is larger than ${Math.round(limit / 1024)} KiB`,
        'Shorten it, or split it into several files.',
      );
    }
    return { bytes: readFileSync(path) };
  } catch (error) {
    if (isMissing(error)) return unreadable(file, 'does not exist', 'Create it, or correct its name.');
    return unreadable(file, `cannot be read (${String(error)})`, 'Check its permissions.');
  }
}

/** The first folder itself, `content/`, may be a link. */
function isReachedByLink(root: string, file: string): boolean {
  const folder = posix.dirname(file);
  const [first = '', ...rest] = folder.split('/');
  return realOwn(join(root, folder)) !== join(realFirst(join(root, first)), ...rest);
}

/** Where a folder really is: thousands of files are read folder by folder, and it is asked once for all of one. */
const rememberRealFolder = () => onceInARow((folder: string) => realpathSync.native(folder));
const [realFirst, realOwn] = [rememberRealFolder(), rememberRealFolder()];

function unreadable(file: string, why: string, cure: string): Unread {
  return { diagnostic: diagnose('file-unreadable', { file }, `${file} ${why}.`, cure) };
}

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Lists the files and links below a folder, sorted; none where there is no such folder. Links are not followed. */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  try {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return found
      .filter(
        (item) =>
          (item.isFile() || item.isSymbolicLink()) &&
          !item.name.startsWith('.') &&
          !item.name.endsWith('.tmp'),
      )
      .map((item) => relative(root, join(item.parentPath, item.name)).replaceAll('\\', '/'))
      .toSorted(compareText);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
