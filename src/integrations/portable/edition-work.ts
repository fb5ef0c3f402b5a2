// The portable edition, made in a thread of its own that follows Astro: see ../portable.ts.
import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { type BuiltSite, isData, isPage, listFiles, openDigests } from '../site-files.ts';
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

/** What of a job says which files there will be. */
type Plan = Pick<Job, 'folder' | 'planned' | 'beside' | 'port'>;

/** Writes the portable edition of a site while it is built. */
export async function work(job: Job): Promise<Edition> {
  const { folder, base, name, path, planned, beside } = job;
  const site = { folder, base };
  const digests = await openDigests(folder, job.digests);
  const keeping = { ...job, digestOf: digests.of };
  const earlier = await openEarlier(keeping);
  const write = (edition: AsyncIterable<Portable>) => writeKeptEdition(keeping, name, edition);
  try {
    const files = followPlan(job);
    const expected = [...planned, ...beside];
    let isMadeTwice = false;
    const bytes = await write(makeAhead(site, { ...keeping, expected, files, earlier })).catch(
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

/** Pages and the files of data/, each when it is there, in the order of the edition; they end when all of the site is there. */
async function* followPlan({ folder, planned, beside, port }: Plan): AsyncGenerator<string> {
  const ahead = selectForEdition([...planned, ...beside]).filter((name) => isPage(name) || isData(name));
  const places = new Map(planned.map((name, place) => [name, place]));
  let next = 0;
  for await (const [progress] of on(port, 'message') as AsyncIterable<[Progress]>) {
    if (progress === 'all') return;
    for (let name = ahead[next]; name !== undefined; name = ahead[++next]) {
      // What others write is there with the last page.
      if ((places.get(name) ?? planned.length) >= progress) break;
      // Astro writes nothing where a page has no content, or somebody's own file is there.
      if (existsSync(join(folder, name))) yield name;
    }
  }
}
