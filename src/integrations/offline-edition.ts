// Which files of the built site are kept for offline, and how they travel. Pure: the disk is offline.ts's.
import type { OfflineEdition, OfflinePart } from '../core/offline-edition.ts';
import { BUNDLE_FOLDER, digestOf, selectForReaders } from './site-files.ts';

const BUNDLE_BYTES = 256 * 1024;

/**
 * The kinds of files of which a site has many, so that a request for each would take longer than all their bytes; and how
 * the bundles of a kind end. Servers compress what ends with `.txt`, which pages and data need, while the pieces of the
 * search index are compressed already.
 */
const BUNDLED_KINDS: readonly (readonly [kind: RegExp, ending: string])[] = [
  [/\.html$/, '.txt'],
  [/\.pf_fragment$/, '.bin'],
  [/^data\/pieces\//, '.txt'],
];

/** A file of the site, without what is in it: of a large survey all files do not fit in memory. */
export type KnownFile = { readonly name: string; readonly bytes: number; readonly digest: string };

/** Makes the edition of a site. Its bundles have to lie beside it. */
export function makeEdition(files: readonly KnownFile[]): OfflineEdition {
  const byName = new Map(files.map((file) => [file.name, file]));
  const kept = selectForReaders([...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
  const single = kept.filter(({ name }) => !BUNDLED_KINDS.some(([kind]) => kind.test(name)));
  const bundles = BUNDLED_KINDS.flatMap(([kind, ending]) =>
    groupIntoBundles(kept.filter(({ name }) => kind.test(name))).map((group) => makeBundle(group, ending)),
  );
  const parts = [...single.map((file) => ({ ...file, digest: shorten(file.digest) })), ...bundles];
  return { version: shorten(digestOf(JSON.stringify(parts))), parts };
}

/**
 * Groups files by their names alone. Their number is a power of two, so that a site which grows by a page keeps its
 * groups, and a change reaches the bundles in which something changed.
 */
function groupIntoBundles(files: readonly KnownFile[]): KnownFile[][] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = 2 ** Math.max(0, Math.round(Math.log2(bytes / BUNDLE_BYTES)));
  const groups = Array.from({ length: count }, (): KnownFile[] => []);
  for (const file of files)
    groups[Buffer.from(digestOf(file.name), 'base64url').readUInt32LE(0) % count]?.push(file);
  return groups.filter((group) => group.length > 0);
}

/** A bundle is named by what its members are, so that one which is the same need not be written again. */
function makeBundle(files: readonly KnownFile[], ending: string): OfflinePart {
  const digest = shorten(digestOf(JSON.stringify(files)));
  return {
    name: `${BUNDLE_FOLDER}/${digest}${ending}`,
    digest,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    members: files.map(({ name, bytes }) => [name, bytes]),
  };
}

/** 72 bits tell the files of a site apart. */
function shorten(digest: string): string {
  return digest.slice(0, 12);
}
