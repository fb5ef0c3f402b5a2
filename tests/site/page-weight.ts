// What a page weighs for somebody who comes for the first time: itself, compressed, and everything that it loads.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readHtml } from './html.ts';

/** Bytes over the wire, without fonts: they come once for all pages, and text is shown before they are there. */
export type PageWeight = { readonly page: number; readonly requests: number };

/** How much a kind of page may weigh. */
export type Budget = { readonly kind: string; readonly path: string; readonly page: number };

/** Measures a page of a site: `path` is below its root, such as `papers/`; `base` is what the site is served under. */
export function weighPage(dist: string, path: string, base = '/'): PageWeight {
  const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
  const loaded = new Set<string>();
  for (const address of readHtml(html).files) {
    const name = nameOf(address, path, base);
    if (name !== undefined && !UNASKED.test(name)) collect(dist, name, loaded);
  }
  const sizes = [...loaded].map((name) => sizeOf(dist, name));
  return { page: sizes.reduce((sum, size) => sum + size, compress(html)), requests: 1 + loaded.size };
}

/** Budgets that are broken, each in a sentence. */
export function findOverweight(dist: string, budgets: readonly Budget[], base = '/'): string[] {
  return budgets.flatMap(({ kind, path, page: most }) => {
    const { page } = weighPage(dist, path, base);
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    if (page <= most) return [];
    return [`${kind} (/${path}) weighs ${kilobytes(page)} compressed, of at most ${kilobytes(most)}.`];
  });
}

/** Linked, and yet not loaded to show the page: feeds, twins, neighbours, icons. */
const UNASKED = /\.(?:xml|md|png|svg|webmanifest)$|(?:^|\/)feed\.json$|(?:\/|^)$/;

/** A file of the site by its address; undefined where it is not one of it. */
function nameOf(address: string, path: string, base: string): string | undefined {
  const { origin, pathname } = new URL(address, `https://here.invalid${base}${path}`);
  return origin === 'https://here.invalid' ? pathname.slice(base.length) : undefined;
}

/** Adds a file, and if it is a script those that it imports before it runs: `from"./a.js"`, `import"./a.js"`. */
function collect(dist: string, name: string, loaded: Set<string>): void {
  if (loaded.has(name)) return;
  loaded.add(name);
  if (!name.endsWith('.js')) return;
  const code = readFileSync(join(dist, name), 'utf8');
  for (const [, from = ''] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
    collect(dist, posix.join(posix.dirname(name), from), loaded);
}

function sizeOf(dist: string, name: string): number {
  const content = readFileSync(join(dist, name));
  // Pictures are compressed already.
  return /\.(?:png|webp|avif)$/.test(name) ? content.length : compress(content);
}

/** As servers do it that compress once. */
function compress(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}
