// Asking an index how well each paper answers some words, in a thread of its own: see ../threads.ts.
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commonWordFile, packScores } from '../../search/common-words.ts';
import { type OpenIndex, openIndex } from '../../search/open-index.ts';
import { importPagefind } from './import-pagefind.ts';

/** Words of a site, each after its position in the list and a space; where the site and its index are. */
type Job = { readonly folder: string; readonly index: string; readonly items: readonly string[] };

let opened: Promise<OpenIndex> | undefined;

/** Writes the files of some common words. */
export async function work({ folder, index, items }: Job): Promise<void> {
  // The threads are ended when all of one index is asked.
  opened ??= importPagefind(index, randomUUID()).then((pagefind) => openIndex(pagefind, '/'));
  const { ask } = await opened;
  for (const item of items) {
    const [position = '', word = ''] = item.split(' ');
    await writeFile(join(folder, commonWordFile(Number(position))), packScores(await ask(word)));
  }
}
