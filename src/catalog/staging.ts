// All files of a run, or none, also when the run is killed: texts are staged in a folder of their own, a journal says
// that they are complete, and only then are they moved to their places. Whoever comes next finishes what a killed run
// has begun. The journal is the moment of truth: before it there is the old survey, from it on the new one.
import { lstatSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ToldError } from '../core/told-error.ts';
import { isMissing } from './files.ts';

/** Git ignores it, and so does everything that reads content/. */
const FOLDER = 'content/.staging';
export const JOURNAL = `${FOLDER}/journal.json`;
const OWNER = `${FOLDER}/owner`;

/** The files that runs write, by their paths; anybody can bring a journal, in a pull request. */
const OURS = /^(?:content\/(?!\.)|docs\/|CITATION\.cff$)(?!(?:.*\/)?\.\.?(?:\/|$))[^\\]*$/;
const file = z.string().regex(OURS);
const journalSchema = z.strictObject({ write: z.array(file), remove: z.array(file) });

/** What a run wants to change on disk: texts to write, files to remove. */
export type Changes = { readonly write: ReadonlyMap<string, string>; readonly remove?: readonly string[] };

/** Files that are to appear together. Paths are relative to the folder of the survey, with slashes. */
export type Staging = {
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly remove: (file: string) => void;
  /** What was staged for a file; undefined where nothing was. */
  readonly read: (file: string) => Promise<string | undefined>;
  /** Puts all files in their places, and removes those that are to go. */
  readonly commit: () => Promise<void>;
  /** Forgets everything. */
  readonly discard: () => Promise<void>;
};

/** Another run is staging files at this moment. */
export class StagingBusyError extends ToldError {
  constructor(owner: number) {
    super(
      `Another run (process ${owner}) is writing to content/. Wait until it is done and run this again; if there is no such run, remove ${FOLDER}.`,
    );
    this.name = 'StagingBusyError';
  }
}

/** What is in the folder was not left by a run; nothing of it has been done. */
export class ForeignJournalError extends ToldError {
  constructor() {
    super(`${JOURNAL} is not as a run leaves it, and was not followed. Remove ${FOLDER}.`);
    this.name = 'ForeignJournalError';
  }
}

/** A run was complete, but one of its files cannot be put in its place; whoever comes next goes on with it. */
export class UnfinishedRunError extends ToldError {
  readonly file: string;

  constructor(file: string, reason: unknown) {
    const why = reason instanceof Error ? reason.message : String(reason);
    super(
      `${file} cannot be written or removed (${why}). Nothing is lost: what is not in its place yet waits in ${FOLDER}. Make ${file} and its folder writable and run this again.`,
    );
    this.name = 'UnfinishedRunError';
    this.file = file;
  }
}

/** Writes all texts or none, and removes files after that, so that nothing is ever in neither place. */
export async function saveFiles(root: string, { write, remove = [] }: Changes): Promise<void> {
  const staging = await openStaging(root);
  try {
    for (const [file, text] of write) await staging.write(file, text);
    for (const file of remove) staging.remove(file);
  } catch (error) {
    await staging.discard();
    throw error;
  }
  await staging.commit();
}

/** Opens the staging folder for this process; throws `StagingBusyError` while another one has it. */
export async function openStaging(root: string): Promise<Staging> {
  await claim(root);
  const written = new Set<string>();
  const removed: string[] = [];
  const folders = new Set<string>();
  return {
    async write(file, content) {
      const path = join(root, stagedAs(file));
      if (!folders.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
      folders.add(dirname(path));
      // At once: to be woken after each of thousands of files takes seconds.
      writeFileSync(path, content);
      written.add(file);
    },
    remove: (file) => removed.push(file),
    read: async (file) => (written.has(file) ? readFile(join(root, stagedAs(file)), 'utf8') : undefined),
    async commit() {
      if (written.size > 0 || removed.length > 0) {
        const journal = JSON.stringify({ write: [...written], remove: removed });
        await writeFile(join(root, `${JOURNAL}.tmp`), journal);
        await rename(join(root, `${JOURNAL}.tmp`), join(root, JOURNAL));
      }
      await finishStaging(root);
      await rm(join(root, FOLDER), { recursive: true, force: true });
    },
    discard: () => rm(join(root, FOLDER), { recursive: true, force: true }),
  };
}

/**
 * Moves the files of a complete journal to their places; does nothing where there is none. Any process may call it. Throws
 * `ForeignJournalError`, and does nothing, where the journal is not one of ours; throws `UnfinishedRunError`, and keeps the
 * journal and what is left to move, where a file cannot be put in its place.
 */
export async function finishStaging(root: string): Promise<void> {
  if (isReachedByLink(root, JOURNAL)) throw new ForeignJournalError();
  const text = await readIfThere(join(root, JOURNAL));
  if (text === undefined) return;
  const { write, remove } = readJournal(root, text);
  // All folders come first: one that cannot be made stops the run while every file is still as it was.
  const folders = new Map(write.map((file) => [dirname(file), file]));
  for (const [folder, file] of folders) await attempt(file, mkdir(join(root, folder), { recursive: true }));
  for (const file of write) await attempt(file, moveIfThere(join(root, stagedAs(file)), join(root, file)));
  for (const file of remove) await attempt(file, rm(join(root, file), { force: true }));
  await rm(join(root, FOLDER), { recursive: true, force: true });
}

async function attempt(file: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new UnfinishedRunError(file, error);
  }
}

function readJournal(root: string, text: string): z.output<typeof journalSchema> {
  const { data } = journalSchema.safeParse(parseJson(text));
  const paths = data && [...data.write, ...data.remove, ...data.write.map(stagedAs)];
  if (!paths || paths.some((file) => isReachedByLink(root, file))) throw new ForeignJournalError();
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const stagedAs = (file: string) => `${FOLDER}/files/${file}`;

/** Whether one of the folders of a file is a link, which could lead anywhere. `content/` itself may be one. */
function isReachedByLink(root: string, file: string): boolean {
  const folders = file.split('/').slice(0, -1);
  const isLink = (path: string) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink();
  const paths = folders.map((_, last) => folders.slice(0, last + 1).join('/'));
  return paths.some((path) => path !== 'content' && isLink(path));
}

/** Takes the folder: finishes or drops what a killed run has left in it. */
async function claim(root: string): Promise<void> {
  await finishStaging(root);
  const owner = Number(await readIfThere(join(root, OWNER)));
  if (owner && owner !== process.pid && isAlive(owner)) throw new StagingBusyError(owner);
  await rm(join(root, FOLDER), { recursive: true, force: true });
  await mkdir(join(root, FOLDER), { recursive: true });
  await writeFile(join(root, OWNER), String(process.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is there, but is not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A file that is not there was moved before, by a killed run or by another one that finishes it at the same time. */
async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
