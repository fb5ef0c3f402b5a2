// After the index: what a large survey's commonest words are, and how well each paper answers them.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { COMMON_WORDS_FILE } from '../../search/common-words.ts';
import { packWords } from '../../search/lexicon.ts';
import type { PagefindFragment } from '../../search/pagefind.ts';
import { COMMON_FROM } from '../../search/ranking.ts';
import { findCommonWords } from '../../search/vocabulary.ts';
import { inThreads } from '../threads.ts';
import type { work } from './common-words-work.ts';

const WORK = new URL('common-words-work.ts', import.meta.url);

/** Writes the files of common words beside the index of a site, by asking that index. */
export async function writeCommonWords(folder: string, index: string): Promise<void> {
  const texts = await readTexts(join(folder, index, 'fragment'));
  const words = findCommonWords(texts, COMMON_FROM * texts.length);
  await mkdir(dirname(join(folder, COMMON_WORDS_FILE)), { recursive: true });
  const items = words.map((word, position) => `${position} ${word}`);
  for await (const _ of inThreads<typeof work>(WORK, items, { folder, index: join(folder, index) }));
  await writeFile(join(folder, COMMON_WORDS_FILE), packWords(words));
}

/** The texts of all papers, with their titles, as the index has them. */
async function readTexts(folder: string): Promise<string[]> {
  const texts: string[] = [];
  for (const name of await readdir(folder)) {
    const file = gunzipSync(await readFile(join(folder, name))).toString();
    // Before the JSON stands the name of the format.
    const { content, meta }: PagefindFragment = JSON.parse(file.slice(file.indexOf('{')));
    texts.push(`${meta['title'] ?? ''} ${content}`);
  }
  return texts;
}
