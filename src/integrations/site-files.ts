// The files of the built site, and which of them no reader needs.
import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Findings, openFindings } from './read-once.ts';

/** A file of the built site; its name is its path below the root, with `/` on every system. */
export type SiteFile = { readonly name: string; readonly content: Uint8Array };

/** A built site: its folder, and the path that it is served under, with a slash at both ends. */
export type BuiltSite = { readonly folder: string; readonly base: string };

/** Where bundles of the offline edition go, below the root of the site. */
export const BUNDLE_FOLDER = '_offline';

/** The service worker, at the root: it rules what lies below it. */
export const WORKER = 'sw.js';

const NOT_FOR_READERS: readonly RegExp[] = [
  new RegExp(`^${RegExp.escape(WORKER)}$`), // The browser keeps it itself.
  new RegExp(`^${BUNDLE_FOLDER}/`),
  /\.(?:map|zip|tmp)$/, // The portable edition is the whole site once more.
  /^_(?:headers|redirects)$/, // Orders to the server, which it keeps to itself.
  // For programs that find them on the network.
  /^og\/|\.html\.md$|(?:^|\/)feed\.(?:xml|json)$|^(?:sitemap.*|opensearch)\.xml$|^(?:robots|llms)\.txt$/,
  // Lists and papers as files, for readers without scripts: where there is no network, a script makes them.
  /^data\/(?:themes|paths)\/|^data\/results\.|^data\/papers\.(?!json$)|^papers\/[^/]+\.(?:bib|ris|csl\.json)$/,
  // Interfaces that Pagefind brings along and that we do not use: pagefind/pagefind-component-ui.css
  /^pagefind\/(?:pagefind-(?:component-ui|modular-ui|ui|highlight)\.|playground\/)/,
];

/** The names of those files that a reader needs who has no network, in the same order on every machine. */
export function selectForReaders(names: readonly string[]): string[] {
  // Pagefind's reader for languages whose words it cannot stem is not loaded where the language has one of its own.
  const hasOwnReader = names.some((name) => /^pagefind\/wasm\.(?!unknown\.)[^/]+\.pagefind$/.test(name));
  return names
    .filter((name) => !NOT_FOR_READERS.some((pattern) => pattern.test(name)))
    .filter((name) => !(hasOwnReader && name === 'pagefind/wasm.unknown.pagefind'))
    .toSorted(byName);
}

const FOLDERS_OF_OTHERS: readonly string[] = ['_astro', 'pagefind', BUNDLE_FOLDER];

/** Whether later steps of a build look after a file themselves: the service worker, and what is in folders of theirs. */
export function isOfOthers(name: string): boolean {
  return name === WORKER || FOLDERS_OF_OTHERS.some((folder) => name.startsWith(`${folder}/`));
}

/** The names of all files of a built site. Folder by folder at once: to be told of all in the end takes three times as long. */
export async function listFiles(folder: string): Promise<string[]> {
  const names: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true }))
      if (entry.isDirectory()) walk(`${below}${entry.name}/`);
      else if (entry.isFile()) names.push(below + entry.name);
  };
  walk('');
  return names;
}

/**
 * The order in which Astro makes files, and in which they lie in the portable edition: pages below `papers/` first, then the
 * other pages, then the files of data/, then the rest.
 */
export function byBuild(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a === b ? 0 : byName(a, b));
}

function rankOf(name: string): number {
  if (isPage(name)) return name.startsWith('papers/') ? 0 : 1;
  return isData(name) ? 2 : 3;
}

/** Whether a file is a page. */
export function isPage(name: string): boolean {
  return name.endsWith('.html');
}

/** Whether a file is one of data/, which are there with the last page. */
export function isData(name: string): boolean {
  return name.startsWith('data/');
}

/** The name of the file of a page, from the path that Astro gives it. */
export function pageFile(pathname: string): string {
  return pathname.startsWith('404') ? '404.html' : join(pathname, 'index.html').replaceAll(sep, '/');
}

/** Whether a route of Astro is that of the pages of papers. */
export function isOfPaper({ component }: { readonly component: string }): boolean {
  return component === 'src/pages/papers/[slug].astro';
}

/** Reads a file of a built site; at once, for there are thousands, and to wait for each takes longer. */
export function readSiteFile(folder: string, name: string): SiteFile {
  return { name, content: readFileSync(join(folder, name)) };
}

/** The text of a file. */
export function textOf({ content }: SiteFile): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
}

let room = Buffer.allocUnsafeSlow(2 ** 20);

/**
 * The bytes of a file, until the next one is read: all are read into the same memory. With memory of its own for each, V8
 * goes through the whole heap for garbage whenever some 64 MB of them have come together, which are beside it.
 */
export function readBriefly(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > room.length) room = Buffer.allocUnsafeSlow(2 * size);
    let end = 0;
    for (let bytes = -1; bytes !== 0 && end < size; end += bytes)
      bytes = readSync(file, room, end, size - end, end);
    return room.subarray(0, end);
  } finally {
    closeSync(file);
  }
}

/** So much of a page has its head, in bytes, if that is not unusually long. */
const HEAD = 8192;
const beginning = Buffer.allocUnsafe(HEAD);

/** The head of a page: all that it says of itself. Most pages are many times as long. */
export function readHead(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = readSync(file, beginning, 0, HEAD, 0);
    const page =
      bytes < HEAD || beginning.includes(HEAD_ENDS) ? beginning.subarray(0, bytes) : readFileSync(path);
    const end = page.indexOf(HEAD_ENDS);
    return page.toString('utf8', 0, end < 0 ? page.length : end + HEAD_ENDS.length);
  } finally {
    closeSync(file);
  }
}

const HEAD_ENDS = '</head>';

/** Tells contents apart: SHA-256, as 43 characters that an address may hold. */
export function digestOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url');
}

/** Where the digests of the last build are, below `.cache/`. */
export const DIGESTS = 'digests.lines';

/** What tells the digests of files of a built site; `cache` is the file where those of the last build are. */
export function openDigests(folder: string, cache: string): Promise<Findings<string>> {
  return openFindings(folder, digestFile, { cache, software: SHA_256 });
}

const digestFile = (path: string) => digestOf(readBriefly(path));
const SHA_256 = 'SHA-256';

/**
 * Puts a text in place of its mark in a page: how large an edition is, is known only when the page is built.
 * Throws where the page has no such mark.
 */
export async function fillIn(page: string, mark: string, text: string): Promise<void> {
  const html = await readFile(page, 'utf8');
  if (!html.includes(mark)) throw new Error(`${page} has no place for ${mark}.`);
  await writeFile(page, html.replaceAll(mark, text));
}

/** The same order on every machine, whatever its language. */
function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
