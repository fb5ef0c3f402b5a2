// The portable edition that every build makes: what is as it was in the last one is copied from its zip.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readKept, writeKept } from '../kept-file.ts';
import { type BuiltSite, digestFiles, listFiles, selectForReaders } from '../site-files.ts';
import { type Earlier, makePortableEdition } from './edition.ts';
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
};

type KeptSource = Pick<Portable, 'scripts'> & {
  readonly digest: string;
  /** Places in `names`, of what the site had; and of what it lacked, as negative numbers from -1 on. */
  readonly asked: readonly number[];
  readonly files: readonly (Place & Omit<PackedFile, 'deflated'>)[];
};

/** What a build has to tell: its site, its title for the folder in the zip, its software, and where its caches are. */
type Build = BuiltSite & {
  readonly name: string;
  readonly software: string;
  readonly cache: string;
  readonly digests: string;
};

/** Writes the portable edition of a built site as a zip; returns its size in bytes. */
export async function writeKeptEdition(path: string, build: Build): Promise<number> {
  const { folder, base, name, software, cache, digests } = build;
  const names = await listFiles(folder);
  const known = await digestFiles(folder, selectForReaders(names), digests);
  const zip = join(cache, 'edition.zip');
  await mkdir(cache, { recursive: true });
  const earlier = await openEarlier(build, { known, names: new Set(names), zip });
  const sources: Record<string, KeptSource> = {};
  const asked = new Map<string, number>();
  const note = (made: Portable, places: readonly Place[]) => {
    const digest = known.get(made.source);
    if (digest !== undefined) sources[made.source] = describe(made, places, { digest, asked });
  };
  // While the zip and what is said of it could differ, nothing is said.
  await rm(indexOf(cache), { force: true });
  try {
    const bytes = await writeZip(zip, name, makePortableEdition({ folder, base }, names, earlier), note);
    const index: Index = { software, bytes, names: [...asked.keys()], sources };
    await writeKept(indexOf(cache), index);
    await copyFile(zip, path);
    return bytes;
  } finally {
    earlier?.close();
  }
}

const indexOf = (cache: string) => join(cache, 'edition.json');

function describe(
  { files, scripts, asked }: Portable,
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
    scripts,
    asked: [...asked].map(([name, isThere]) => (isThere ? placeOf(name) : -1 - placeOf(name))),
    files: files.map(({ name, size, crc }, index) => ({ name, size, crc, ...(places[index] as Place) })),
  };
}

/** Opens the edition of the last build; undefined where there is none that this software made. */
async function openEarlier(
  { software, cache }: Build,
  site: { known: ReadonlyMap<string, string>; names: ReadonlySet<string>; zip: string },
): Promise<(Earlier & { readonly close: () => void }) | undefined> {
  const index = await readKept<Index>(indexOf(cache));
  if (index?.software !== software) return undefined;
  const file = openWhole(site.zip, index.bytes);
  if (file === undefined) return undefined;
  const isThere = index.names.map((name) => site.names.has(name));
  const has = (source: string) => {
    const kept = Object.hasOwn(index.sources, source) ? index.sources[source] : undefined;
    if (!kept || kept.digest !== site.known.get(source)) return false;
    return kept.asked.every((place) => (place < 0 ? !isThere[-1 - place] : isThere[place]));
  };
  const read = (source: string): Portable => {
    const { files, scripts, asked } = index.sources[source] as KeptSource;
    return {
      source,
      scripts,
      missing: [],
      asked: new Map(
        asked.map((place) => [index.names[place < 0 ? -1 - place : place] as string, place >= 0]),
      ),
      files: files.map(({ start, packed, ...facts }) => ({
        ...facts,
        deflated: readPart(file, start, packed),
      })),
    };
  };
  return { has, read, close: () => closeSync(file) };
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
