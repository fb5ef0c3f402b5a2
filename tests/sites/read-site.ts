// A built site as a visitor walks through it: its pages, and where their links lead.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type HtmlPage, readHtml } from '../site/html.ts';

/** The pages of a site by the name of their file, such as `papers/index.html`. */
export type SitePages = ReadonlyMap<string, HtmlPage>;

/** Reads all pages below a folder. */
export function readPages(dist: string): SitePages {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.html') && !name.startsWith('pagefind'),
  );
  return new Map(names.map((name) => [name, readHtml(readFileSync(join(dist, name), 'utf8'))]));
}

/** The files of a site by name, their bytes as Latin-1. */
export function readFiles(dist: string): Map<string, string> {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).toSorted();
  return new Map(
    names
      .filter((name) => statSync(join(dist, name)).isFile())
      .map((name) => [name, readFileSync(join(dist, name), 'latin1')]),
  );
}

/** Links within the site that lead to no file or to no element of it, each as `page: address`. */
export function findLostLinks(dist: string, pages: SitePages): string[] {
  return [...pages].flatMap(([name, { links, files }]) =>
    [...links, ...files]
      .filter((address) => !isThere(address, name, dist, pages))
      .map((address) => `${name}: ${address}`),
  );
}

/** Whether an address on a page is elsewhere, or leads to a file, and its fragment to an element of it. */
function isThere(address: string, name: string, dist: string, pages: SitePages): boolean {
  if (/^(?:[a-z]+:|\/\/)/.test(address)) return true;
  const { pathname, hash } = new URL(address, `https://here.invalid/${name.replace(/index\.html$/, '')}`);
  const path = decodeURIComponent(pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path;
  if (!existsSync(join(dist, file))) return false;
  return hash === '' || (pages.get(file)?.ids.includes(decodeURIComponent(hash.slice(1))) ?? false);
}
