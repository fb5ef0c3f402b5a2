// Making the twins of pages, in a thread of its own: see ../threads.ts.
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

/** Writes the Markdown twins of some pages beside them. */
export async function work({ folder, site, cache, items }: Job): Promise<void> {
  for (const page of items) {
    const html = await readFile(join(folder, page, 'index.html'), 'utf8');
    const address = new URL(page, site).href;
    const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
    const make = async () => Buffer.from(renderTwin(main, address));
    await writeFile(join(folder, page, TWIN), await makeOnce(cache, `${address} ${main}`, make));
  }
}
