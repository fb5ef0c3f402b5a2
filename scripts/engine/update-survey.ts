// Renewing the engine of a survey: files that are as they came are replaced, those that somebody changed are kept, and
// content/ is never touched.
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing } from '../../src/catalog/files.ts';
import { describeEngine, digestOf, MANIFEST, type Manifest } from './engine-files.ts';

/** What an update did: files by path. The new version of a file that was kept lies beside it, with this ending. */
export type UpdateReport = {
  readonly from: string;
  readonly to: string;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
};

/** The ending of a new version beside a file that was kept. */
export const NEW_VERSION = '.new';

/**
 * Brings the engine of the survey in `folder` to that of the folder `engine`. A run that is cut off is finished by the
 * next one. Throws where the folder holds no survey that was made by `makeSurvey`.
 */
export async function updateSurvey(engine: string, folder: string): Promise<UpdateReport> {
  const before: Manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
  const after = await describeEngine(engine);
  const written: string[] = [];
  const removed: string[] = [];
  const kept: string[] = [];
  for (const [path, digest] of Object.entries(after.files)) {
    const own = await digestAt(join(folder, path));
    if (own === digest) continue;
    const isAsItCame = own === undefined || own === before.files[path];
    if (isAsItCame) written.push(path);
    else if (before.files[path] !== digest) kept.push(path);
    else continue;
    await replace(join(engine, path), join(folder, isAsItCame ? path : path + NEW_VERSION));
  }
  for (const [path, digest] of Object.entries(before.files)) {
    if (path in after.files) continue;
    const own = await digestAt(join(folder, path));
    if (own === digest) {
      await rm(join(folder, path));
      removed.push(path);
    } else if (own !== undefined) kept.push(path);
  }
  await writeFile(join(folder, `${MANIFEST}.tmp`), `${JSON.stringify(after, null, 2)}\n`);
  await rename(join(folder, `${MANIFEST}.tmp`), join(folder, MANIFEST));
  return { from: before.version, to: after.version, written, removed, kept };
}

async function digestAt(path: string): Promise<string | undefined> {
  try {
    return digestOf(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A file is there whole or not at all. */
async function replace(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, `${to}.tmp`);
  await rename(`${to}.tmp`, to);
}
