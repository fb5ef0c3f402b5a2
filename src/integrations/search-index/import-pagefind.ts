// Pagefind's own reader of an index, in Node.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Pagefind } from '../../search/pagefind.ts';

/**
 * Loads the Pagefind of a folder; `copy` names one that shares neither settings nor what is loaded with others. Pagefind
 * asks for its files by fetch, which Node does not do for files: it gets one that does.
 */
export async function importPagefind(folder: string, copy = ''): Promise<Pagefind> {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = String(input);
    if (!address.startsWith('file:')) return original(input, init);
    try {
      return new Response(await readFile(fileURLToPath(address.replace(/[?#].*$/, ''))));
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  const query = copy && `?${copy}`;
  return import(pathToFileURL(resolve(folder, 'pagefind.js')).href + query);
}
