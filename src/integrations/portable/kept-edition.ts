// The portable edition that every build makes: what is as it was in the last one is copied from its zip.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readKept, writeKept } from '../../disk/kept-file.ts';
import type { Earlier } from './edition.ts';
import type { Portable } from './work.ts';
import { writeZip } from './write.ts';
import type { PackedFile, Place } from './zip.ts';

/** The zip of the last build, what lies where in it, and the fingerprint of the software that made it. */
type Index = {
  readonly software: string;
  /** The size of the zip. */
  readonly bytes: number;
  /** Files that were asked for, each once. */
  readonly names: readonly string[];
  readonly sources: Readonly<Record<string, KeptSource>>;
  /** Files that stand for none of the site, by their names. */
  readonly own: Readonly<Record<string, KeptFile>>;
};

type KeptFile = Place & Omit<PackedFile, 'deflated'>;

type KeptSource = Pick<Portable, 'scripts'> & {
  readonly digest: string;
  /** Places in `names`, of what the site had; and of what it lacked, as negative numbers from -1 on. */
  readonly asked: readonly number[];
  readonly files: readonly KeptFile[];
};

/** Where an edition is kept, the fingerprint of the software that makes it, and the digests of the files of its site. */
export type Keeping = {
  readonly cache: string;
  readonly software: string;
  readonly digestOf: (source: string) => string;
};

/** Where its zip is. */
export const keptZip = (cache: string) => join(cache, 'edition.zip');

/** Writes an edition as a zip, inside a folder `name`, in place of the last one; returns its size in bytes. */
export async function writeKeptEdition(
  { cache, software, digestOf }: Keeping,
  name: string,
  edition: AsyncIterable<Portable>,
): Promise<number> {
  await mkdir(cache, { recursive: true });
  const sources: Record<string, KeptSource> = {};
  const own: Record<string, KeptFile> = {};
  const asked = new Map<string, number>();
  const note = (made: Portable, places: readonly Place[]) => {
    if (made.source) sources[made.source] = describe(made, places, { digest: digestOf(made.source), asked });
    else for (const file of describeFiles(made, places)) own[file.name] = file;
  };
  const bytes = await writeZip(keptZip(cache), name, thenForget(edition, cache), note);
  const index: Index = { software, bytes, names: [...asked.keys()], sources, own };
  await writeKept(indexOf(cache), index);
  return bytes;
}

/** While the zip and what is said of it could differ, nothing is said. */
async function* thenForget(edition: AsyncIterable<Portable>, cache: string): AsyncGenerator<Portable> {
  yield* edition;
  await rm(indexOf(cache), { force: true });
}

const indexOf = (cache: string) => join(cache, 'edition.json');

function describeFiles({ files }: Portable, places: readonly Place[]): KeptFile[] {
  return files.map(({ name, size, crc }, index) => ({ name, size, crc, ...(places[index] as Place) }));
}

function describe(
  made: Portable,
  places: readonly Place[],
  site: { readonly digest: string; readonly asked: Map<string, number> },
): KeptSource {
  const placeOf = (name: string) => {
    const place = site.asked.get(name) ?? site.asked.size;
    site.asked.set(name, place);
    return place;
  };
  return {
    digest: site.digest,
    scripts: made.scripts,
    asked: [...made.asked].map(([name, isThere]) => (isThere ? placeOf(name) : -1 - placeOf(name))),
    files: describeFiles(made, places),
  };
}

/** Opens the edition of the last build; undefined where there is none that this software made. */
export async function openEarlier({
  cache,
  software,
  digestOf,
}: Keeping): Promise<(Earlier & { readonly close: () => void }) | undefined> {
  const index = await readKept<Index>(indexOf(cache));
  if (index?.software !== software) return undefined;
  const file = openWhole(keptZip(cache), index.bytes);
  if (file === undefined) return undefined;
  const nameAt = (place: number) => index.names[place < 0 ? -1 - place : place] as string;
  const has: Earlier['has'] = (source, site) => {
    const kept = Object.hasOwn(index.sources, source) ? index.sources[source] : undefined;
    if (!kept || kept.digest !== digestOf(source)) return false;
    return kept.asked.every((place) => site.has(nameAt(place)) === place >= 0);
  };
  const readFile = ({ start, packed, ...facts }: KeptFile): PackedFile => ({
    ...facts,
    deflated: readPart(file, start, packed),
  });
  const read: Earlier['read'] = (source) => {
    const { files, scripts, asked } = index.sources[source] as KeptSource;
    const wasAsked = new Map(asked.map((place) => [nameAt(place), place >= 0]));
    return { source, scripts, missing: [], asked: wasAsked, files: files.map(readFile) };
  };
  const readOwn: Earlier['readOwn'] = (name) => {
    const kept = Object.hasOwn(index.own, name) ? index.own[name] : undefined;
    return kept && { source: '', scripts: [], missing: [], asked: new Map(), files: [readFile(kept)] };
  };
  return { has, read, readOwn, close: () => closeSync(file) };
}

/** Opens a file that should have so many bytes. */
function openWhole(path: string, bytes: number): number | undefined {
  try {
    const file = openSync(path, 'r');
    if (fstatSync(file).size === bytes) return file;
    closeSync(file);
  } catch {}
  return undefined;
}

function readPart(file: number, start: number, bytes: number): Buffer {
  const part = Buffer.allocUnsafe(bytes);
  readSync(file, part, 0, bytes, start);
  return part;
}
