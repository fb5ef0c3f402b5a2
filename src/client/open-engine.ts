// Opens the index of a site, in the page or in a worker: Pagefind, and the lexicon of the survey.
import { createEngine, type Engine } from '../search/engine.ts';
import { readLexicon } from '../search/lexicon.ts';
import type { Pagefind } from '../search/pagefind.ts';

/** Where the survey is read from a folder, Pagefind comes from there: see portable.ts. */
export type PortableGlobal = { readonly __portablePagefind?: () => Promise<Pagefind> };

/** Opens the index of the site at `base`. */
export async function openEngine(base: string): Promise<Engine> {
  const pagefind: Pagefind =
    (await (globalThis as PortableGlobal).__portablePagefind?.()) ??
    (await import(/* @vite-ignore */ new URL(`${base}pagefind/pagefind.js`, location.href).href));
  const read = async (file: string) => {
    // One of another edition would not fit the index.
    const response = await fetch(base + file, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  };
  return createEngine(pagefind, { baseUrl: base, lexicon: readLexicon(read) });
}
