// The portable edition, made in a thread of its own that follows Astro: see ../portable.ts.
import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { type BuiltSite, isPage, listFiles, openDigests } from '../site-files.ts';
import { makePortableEdition, selectForEdition } from './edition.ts';
import { keptZip, openEarlier, writeKeptEdition } from './kept-edition.ts';
import { makeAhead, WrongGuess } from './make-ahead.ts';
import type { Portable } from './work.ts';

/** How far a site is: so many of the planned files are there, or all of it is. */
export type Progress = number | 'all';

/** A site that is being built; what its edition is called and where it goes; what made it, and where its caches are. */
type Job = BuiltSite & {
  readonly name: string;
  readonly path: string;
  readonly software: string;
  readonly cache: string;
  readonly digests: string;
  /** The files that Astro makes, in their order. */
  readonly planned: readonly string[];
  /** Files that others write beside them. */
  readonly beside: readonly string[];
  /** Tells the progress. */
  readonly port: MessagePort;
};

/** The size of an edition in bytes, and whether it was made once more when all of the site was there. */
export type Edition = { readonly bytes: number; readonly isMadeTwice: boolean };

/** Writes the portable edition of a site while it is built. */
export async function work({
  folder,
  base,
  name,
  path,
  planned,
  beside,
  port,
  ...job
}: Job): Promise<Edition> {
  const site = { folder, base };
  const digests = await openDigests(folder, job.digests);
  const keeping = { ...job, digestOf: digests.of };
  const earlier = await openEarlier(keeping);
  const write = (edition: AsyncIterable<Portable>) => writeKeptEdition(keeping, name, edition);
  try {
    const pages = followPlan(folder, planned, port);
    const expected = [...planned, ...beside];
    let isMadeTwice = false;
    const bytes = await write(makeAhead(site, { ...keeping, expected, pages, earlier })).catch(
      async (error) => {
        if (!(error instanceof WrongGuess)) throw error;
        isMadeTwice = true;
        return write(makePortableEdition(site, await listFiles(folder), { earlier }));
      },
    );
    await digests.keep();
    await copyFile(keptZip(job.cache), path);
    return { bytes, isMadeTwice };
  } finally {
    earlier?.close();
  }
}

/** The pages of the edition, each when it is there; they end when all of the site is. */
async function* followPlan(
  folder: string,
  planned: readonly string[],
  port: MessagePort,
): AsyncGenerator<string> {
  const pages = new Set(selectForEdition(planned).filter(isPage));
  let next = 0;
  for await (const [progress] of on(port, 'message') as AsyncIterable<[Progress]>) {
    if (progress === 'all') return;
    // Astro writes nothing where a page has no content, or somebody's own file is there.
    for (const name of planned.slice(next, progress))
      if (pages.has(name) && existsSync(join(folder, name))) yield name;
    next = progress;
  }
}
