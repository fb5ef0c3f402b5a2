// Which files of the built site are kept for offline, and how they travel. Pure: the disk is offline.ts's.
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { OfflineEdition, OfflinePart } from '../core/offline-edition.ts';
import { BUNDLE_FOLDER, type SiteFile, selectForReaders } from './site-files.ts';

const BUNDLE_BYTES = 256 * 1024;

/**
 * The kinds of files of which a site has one for each page or term, so that a request for each would take longer than all
 * their bytes; and how the bundles of a kind end. Servers compress what ends with `.txt`, which pages need, while the
 * pieces of the search index are compressed already.
 */
const BUNDLED_KINDS: Readonly<Record<string, string>> = {
  '.html': '.txt',
  '.pf_fragment': '.bin',
  '.pf_filter': '.bin',
};

/** Makes the edition of a site, and the bundles that have to lie beside it. */
export function makeEdition(files: readonly SiteFile[]): {
  readonly edition: OfflineEdition;
  readonly bundles: readonly SiteFile[];
} {
  const byName = new Map(files.map((file) => [file.name, file]));
  const kept = selectForReaders([...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
  const bundles = Object.entries(BUNDLED_KINDS).flatMap(([kind, ending]) =>
    groupIntoBundles(kept.filter(({ name }) => name.endsWith(kind))).map((group) =>
      makeBundle(group, ending),
    ),
  );
  const single = kept.filter(({ name }) => !(extname(name) in BUNDLED_KINDS));
  const parts = [...single.map(describePart), ...bundles.map(({ part }) => part)];
  return {
    edition: { version: digest(JSON.stringify(parts)), parts },
    bundles: bundles.map(({ part, content }) => ({ name: part.name, content })),
  };
}

/**
 * Groups files by their names alone. Their number is a power of two, so that a site which grows by a page keeps its
 * groups, and a change reaches the bundles in which something changed.
 */
function groupIntoBundles(files: readonly SiteFile[]): SiteFile[][] {
  const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
  const count = 2 ** Math.max(0, Math.round(Math.log2(bytes / BUNDLE_BYTES)));
  const groups = Array.from({ length: count }, (): SiteFile[] => []);
  for (const file of files) groups[sha256(file.name).readUInt32LE(0) % count]?.push(file);
  return groups.filter((group) => group.length > 0);
}

function makeBundle(files: readonly SiteFile[], ending: string): { part: OfflinePart; content: Uint8Array } {
  const content = Buffer.concat(files.map((file) => file.content));
  const members = files.map((file) => [file.name, file.content.byteLength] as const);
  const name = `${BUNDLE_FOLDER}/${digest(content)}${ending}`;
  return { part: { ...describePart({ name, content }), members }, content };
}

function describePart({ name, content }: SiteFile): OfflinePart {
  return { name, digest: digest(content), bytes: content.byteLength };
}

/** Tells contents apart: 72 bits of SHA-256, as 12 characters that an address may hold. */
function digest(content: Uint8Array | string): string {
  return sha256(content).toString('base64url').slice(0, 12);
}

function sha256(content: Uint8Array | string): Buffer {
  return createHash('sha256').update(content).digest();
}
