// Making the twins of pages, in a thread of its own: see ../beside-pages.ts.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ASKS_FOR_TWIN, TWIN } from '../../site/for-machines.ts';
import type { PagesJob } from '../beside-pages.ts';
import { makeOnce } from '../made-once.ts';
import { readHead } from '../site-files.ts';
import { renderTwin } from './twin.ts';

/** Where the pages are, the address of the first one, and where what was made before is kept. */
type Job = PagesJob & { readonly folder: string; readonly home: string; readonly cache: string };

/** Writes the Markdown twins of some pages beside them; ahead, makes those that are asked for. */
export async function work({ folder, home, cache, software, items, isAhead }: Job): Promise<void> {
  for (const name of items) {
    const file = join(folder, name);
    if (isAhead && !(existsSync(file) && readHead(file).includes(ASKS_FOR_TWIN))) continue;
    const html = await readFile(file, 'utf8');
    const address = new URL(name.replace(/index\.html$/, ''), home).href;
    const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
    const twin = await makeOnce(cache, `${software} ${address} ${main}`, () =>
      Buffer.from(renderTwin(main, address)),
    );
    if (!isAhead) await writeFile(join(dirname(file), TWIN), twin);
  }
}
