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

type Read = (names: readonly string[]) => Promise<readonly SiteFile[]>;

/** A file of the site, without what is in it: of a large survey all files do not fit in memory. */
export type SizedFile = { readonly name: string; readonly bytes: number };

/** Makes the edition of a site; `read` gives some files, `write` is given each bundle that has to lie beside it. */
export async function makeEdition(
  files: readonly SizedFile[],
  read: Read,
  write: (bundle: SiteFile) => Promise<void>,
): Promise<OfflineEdition> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const kept = selectForReaders([...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
  const parts: OfflinePart[] = [];
  for (const { name } of kept)
    if (!(extname(name) in BUNDLED_KINDS)) parts.push(...(await read([name])).map(describePart));
  for (const [kind, ending] of Object.entries(BUNDLED_KINDS))
    for (const group of groupIntoBundles(kept.filter(({ name }) => name.endsWith(kind)))) {
      const { part, bundle } = await makeBundle(group, ending, read);
      parts.push(part);
      await write(bundle);
    }
  return { version: digest(JSON.stringify(parts)), parts };
}

/**
 * Groups files by their names alone. Their number is a power of two, so that a site which grows by a page keeps its
 * groups, and a change reaches the bundles in which something changed.
 */
function groupIntoBundles(files: readonly SizedFile[]): SizedFile[][] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = 2 ** Math.max(0, Math.round(Math.log2(bytes / BUNDLE_BYTES)));
  const groups = Array.from({ length: count }, (): SizedFile[] => []);
  for (const file of files) groups[sha256(file.name).readUInt32LE(0) % count]?.push(file);
  return groups.filter((group) => group.length > 0);
}

async function makeBundle(
  files: readonly SizedFile[],
  ending: string,
  read: Read,
): Promise<{ part: OfflinePart; bundle: SiteFile }> {
  const members = await read(files.map(({ name }) => name));
  const content = Buffer.concat(members.map((member) => member.content));
  const bundle = { name: `${BUNDLE_FOLDER}/${digest(content)}${ending}`, content };
  const sizes = members.map((member) => [member.name, member.content.byteLength] as const);
  return { part: { ...describePart(bundle), members: sizes }, bundle };
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
