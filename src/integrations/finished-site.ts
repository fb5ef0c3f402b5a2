// The site that the last build has left, which is looked at once in a build.
import { join } from 'node:path';
import { readKept } from '../disk/kept-file.ts';
import { type FinishedSite, type Stamp, work } from './finished-site-work.ts';

const WORK = new URL('finished-site-work.ts', import.meta.url);

/** Where it is said of the site of a project that it is finished. */
export const stampOf = (root: string) => join(root, '.cache', 'site.json');

declare global {
  /** Put in place by scripts/astro.ts, before Astro is loaded. */
  var CONSPECTUS_FINISHED: Promise<FinishedSite | undefined> | undefined;
}

/** Whether the site of a project is said to be made from what has a fingerprint. */
export async function isSaidToBe(root: string, input: string): Promise<boolean> {
  return (await readKept<Stamp>(stampOf(root)))?.input === input;
}

/** The site of a project, if it is as the last build has left it. */
export function findFinished(root: string, site = join(root, 'dist')): Promise<FinishedSite | undefined> {
  globalThis.CONSPECTUS_FINISHED ??= work({ stamp: stampOf(root), site });
  return globalThis.CONSPECTUS_FINISHED;
}

/** Has a thread find out what `findFinished` will be asked. */
export function beginFinding(root: string, site = join(root, 'dist')): void {
  // Loaded only here: where nothing has changed, nobody waits for a thread.
  globalThis.CONSPECTUS_FINISHED ??= import('./threads.ts').then(({ inThread }) =>
    inThread<typeof work>(WORK, { stamp: stampOf(root), site }),
  );
  // Who asks will hear of a failure.
  globalThis.CONSPECTUS_FINISHED.catch(() => undefined);
}
