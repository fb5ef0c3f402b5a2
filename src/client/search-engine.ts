// The search engine as the reader's browser has it: Pagefind, and the lexicon of the survey when a search needs it.
import { say } from '../core/words.ts';
import { createEngine, type Engine, isLarge, NOTHING } from '../search/engine.ts';
import { readLexicon } from '../search/lexicon.ts';
import type { Pagefind } from '../search/pagefind.ts';

/** Where the survey is read from a folder, Pagefind comes from there: see portable.ts. */
type PortableGlobal = { readonly __portablePagefind?: (copy: string) => Promise<Pagefind> };

/** Loads the index of the site at `base`; `papers` is how many it has, if the page knows it. */
export async function loadEngine(base: string, papers?: number): Promise<Engine> {
  const count = papers ?? (await countPapers(base));
  // Of no paper there is no index.
  if (count === 0) return { search: async () => NOTHING };
  const portable = (globalThis as PortableGlobal).__portablePagefind;
  // By its fragment a module is another one, with a state of its own; the file is the same.
  const load = (copy: string): Promise<Pagefind> =>
    portable?.(copy) ??
    import(/* @vite-ignore */ new URL(`${base}pagefind/pagefind.js${copy}`, location.href).href);
  const [pagefind, filters] = await Promise.all([load(''), isLarge(count) ? load('#filters') : undefined]);
  const read = async (file: string) => {
    const response = await fetch(base + file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  };
  return createEngine(pagefind, {
    baseUrl: base,
    papers: count,
    lexicon: readLexicon(read),
    ...(filters && { filters }),
  });
}

async function countPapers(base: string): Promise<number> {
  const response = await fetch(`${base}pagefind/pagefind-entry.json`);
  const { languages } = (await response.json()) as { languages: Record<string, { page_count: number }> };
  return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** What a reader is told where that fails. Some browsers remember that a script was missing: trying again is no use. */
export const NOT_LOADED = say`The search index could not be loaded. Check the connection and reload the page.`;
