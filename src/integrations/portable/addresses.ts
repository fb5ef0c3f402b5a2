// Addresses of the site as addresses of files that lie beside each other: a folder has no server that would answer
// `/papers/` with `papers/index.html`. Pure.
import { posix } from 'node:path';

/** What the addresses of a built site mean. */
export type SitePaths = {
  /** The path that the site is served under, with a slash at both ends. */
  readonly base: string;
  /** Whether the build has this file; the name is its path below the root, such as `papers/index.html`. */
  readonly has: (name: string) => boolean;
};

/** Addresses of other places: `https://…`, `mailto:…`, `data:…`, `//host/…`. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Turns an address that stands in the file `from` into one that holds without a server; `/papers/?page=2` in
 * `about/index.html` becomes `../papers/index.html?page=2`. Addresses elsewhere and within the page stay as they are.
 * Undefined where no such file was built.
 */
export function relativeAddress(address: string, from: string, site: SitePaths): string | undefined {
  if (address === '' || /^[?#]/.test(address) || ELSEWHERE.test(address)) return address;
  const [, path = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const file = decode(path);
  const name = file === undefined ? undefined : findFile(file, from, site);
  return name === undefined ? undefined : encodeURI(wayTo(name, from)) + tail;
}

/** Undefined for what is no address, such as a text that begins with `/100%`. */
function decode(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

/** The way to a file from another one; node:path would ask each time for the folder that the process is in. */
function wayTo(name: string, from: string): string {
  const [there, here] = [name.split('/'), from.split('/')];
  let shared = 0;
  while (shared < here.length - 1 && here[shared] === there[shared]) shared++;
  return '../'.repeat(here.length - 1 - shared) + there.slice(shared).join('/');
}

/** The way from the file `from` to the root of the site: `./`, `../`, `../../` … */
export function relativeRoot(from: string): string {
  return '../'.repeat(from.split('/').length - 1) || './';
}

/** Styles whose addresses hold without a server. Throws where one leads nowhere. */
export function relativeStyles(css: string, from: string, site: SitePaths): string {
  return css.replaceAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, quote: string, address: string) => {
    const found = relativeAddress(address, from, site);
    if (found === undefined) throw new Error(`${from}: ${whole} leads nowhere.`);
    return `url(${quote}${found}${quote})`;
  });
}

function findFile(path: string, from: string, { base, has }: SitePaths): string | undefined {
  const isRooted = path.startsWith('/');
  if (isRooted && !`${path}/`.startsWith(base)) return undefined;
  const name = isRooted ? posix.normalize(path.slice(base.length)) : posix.join(posix.dirname(from), path);
  const file = name === '.' ? 'index.html' : name.endsWith('/') ? `${name}index.html` : name;
  return [file, `${file}/index.html`].find(has);
}
