// Which file an address of the site means, as a web server would say.

/** What an address leads to. */
export type AddressMatch =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'redirect'; readonly address: string }
  | { readonly kind: 'unknown' };

/**
 * Finds the file of an address below `root`, the full address of the site's front page. A query is for the scripts
 * of a page (`?q=`) or against old copies (Pagefind's `?ts=`): neither changes which file is meant.
 */
export function matchAddress(
  address: string,
  root: string,
  files: { readonly has: (name: string) => boolean },
): AddressMatch {
  const { origin, pathname, search } = new URL(address);
  const path = origin + pathname;
  if (!path.startsWith(root)) return { kind: 'unknown' };
  const name = decode(path.slice(root.length));
  if (name === '' || name.endsWith('/')) return matchName(`${name}index.html`, files);
  if (files.has(name)) return { kind: 'file', name };
  // Relative links of a page count from its slash.
  if (files.has(`${name}/index.html`)) return { kind: 'redirect', address: `${path}/${search}` };
  return { kind: 'unknown' };
}

function matchName(name: string, files: { readonly has: (name: string) => boolean }): AddressMatch {
  return files.has(name) ? { kind: 'file', name } : { kind: 'unknown' };
}

/** An address may hold what stands for no character, such as `%E0`: no file has such a name. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
