// The interface in the language of a survey: what the engine brings (src/languages/), and content/words.yaml over it.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { wordsSchema } from '../core/schema/words.ts';
import type { Interface, Words } from '../core/words.ts';
import { findInterfaceTexts } from './interface-texts.ts';

/** Translations of a survey's own, which go before those of the engine. */
export const WORDS = 'content/words.yaml';

/** The translations that the engine below `root` has for a language. */
export function languageFile(language: string): string {
  return `src/languages/${language}.yaml`;
}

/** Reads the interface of a language below `root`. The check says what is wrong with a file; here it is left out. */
export function readInterface(root: string, language: string): Interface {
  return { language, words: { ...readWords(root, languageFile(language)), ...readWords(root, WORDS) } };
}

/** Reads one file of translations below `root`; nothing where there is none. */
export function readWords(root: string, file: string): Words {
  const path = join(root, file);
  if (!existsSync(path)) return {};
  const { data = {} } = wordsSchema.safeParse(parse(readFileSync(path, 'utf8')) ?? {});
  // What is not translated yet does not hide a translation below it.
  return Object.fromEntries(Object.entries(data).filter(([, text]) => text !== '')) as Words;
}

/** The texts of the interface, each with whether a script in the browser may say it, as the sources below `root` have them. */
export function listInterfaceTexts(root: string): Map<string, { readonly inBrowser: boolean }> {
  const texts = new Map<string, { inBrowser: boolean }>();
  const files = globSync('src/**/*.{ts,astro}', { cwd: root });
  for (const file of files.map((name) => name.replaceAll('\\', '/')).toSorted()) {
    if (!SHOWN.test(file) || file.endsWith('.test.ts')) continue;
    for (const text of findInterfaceTexts(readFileSync(join(root, file), 'utf8')))
      texts.set(text, { inBrowser: texts.get(text)?.inBrowser || SENT.test(file) });
  }
  return texts;
}

/** What a page may show; the other parts speak to whoever keeps the survey, in English. */
const SHOWN = /^src\/(?:client|components|core|export|layouts|markdown|pages|search|site)\//;
/** What may reach the browser as a script. */
const SENT = /^src\/(?:client|core|export|search)\//;

/** The part of an interface that scripts in the browser need. */
export function forBrowser(root: string, { language, words }: Interface): Interface {
  const texts = listInterfaceTexts(root);
  const kept = Object.entries(words).filter(([text]) => texts.get(text)?.inBrowser);
  return { language, words: Object.fromEntries(kept) };
}
