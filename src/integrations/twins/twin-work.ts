// Making the twins of pages, in a thread of its own: see ../threads.ts.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TWIN } from '../../site/for-machines.ts';
import { makeOnce } from '../made-once.ts';
import { renderTwin } from './twin.ts';

/** Some pages, by their paths below the root; where they are, and where what was made before is kept. */
type Job = {
  readonly folder: string;
  readonly site: string;
  readonly cache: string;
  readonly items: readonly string[];
};

/** In the head of each page that has a twin. */
const ASKS_FOR_TWIN = '<link rel="alternate" type="text/markdown"';

/** Writes the Markdown twins of some pages beside them, as far as they ask for one. */
export async function work({ folder, site, cache, items }: Job): Promise<void> {
  for (const page of items) {
    const twin = join(folder, page, TWIN);
    // Those of papers are made with their pages.
    if (existsSync(twin)) continue;
    const html = await readFile(join(folder, page, 'index.html'), 'utf8');
    if (!html.includes(ASKS_FOR_TWIN)) continue;
    const address = new URL(page, site).href;
    const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
    const make = async () => Buffer.from(renderTwin(main, address));
    await writeFile(twin, await makeOnce(cache, `${address} ${main}`, make));
  }
}
