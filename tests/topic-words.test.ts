// The software knows no topic: no word that is special to this survey stands in it or in its tests.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent, toCatalog } from '../src/catalog/load.ts';

const root = join(import.meta.dirname, '..');
const { themes, terms, entries } = toCatalog(await loadContent(root));

/** Words of the topic that mean something else in software, each with what. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'self-taught': 'everyday English; the example of a word with a hyphen',
  'pass@1': 'the example of a word with a sign that search and repairs must keep',
};

/**
 * A single word in lower case ("search", "agents") is everyday English, and an acronym of two letters may be anything:
 * only names of several words, and those with capitals or digits inside, tell a topic.
 */
const isTelling = (word: string) =>
  word.length > 2 && (/[\s-]/.test(word) || (word.length > 3 && /[\p{Lu}\p{N}]/u.test(word.slice(1))));

const words = [
  ...themes.flatMap(({ id, fields }) => [id, fields.title]),
  ...terms.flatMap(({ id, name, aliases = [] }) => [id, name, ...aliases]),
  ...entries.flatMap(({ slug, fields }) => [slug, fields.title, fields.arxiv ?? '', fields.key ?? '']),
  ...entries.flatMap(({ fields }) => fields.authors ?? []),
]
  .filter(isTelling)
  .filter((word) => !Object.hasOwn(EXCEPTIONS, word));

const files = globSync(['src/**/*', 'scripts/**/*', 'tests/**/*', '.github/**/*', '*.{mjs,ts,json}'], {
  cwd: root,
  withFileTypes: false,
})
  .filter((file) => /\.[a-z]+$/.test(file) && !/\.(?:png|zip|gz|woff2)$/.test(file))
  .toSorted();

test('words are looked for, and files are read', () => {
  expect(words.length).toBeGreaterThan(50);
  expect(files.length).toBeGreaterThan(200);
});

test('no word of the topic is in the software or its tests', () => {
  // A name of several words is the same in any case; a single word may be another one in other letters.
  const patterns = [
    compile(words.filter(isLong), 'giu'),
    compile(
      words.filter((word) => !isLong(word)),
      'gu',
    ),
  ];
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        patterns
          .flatMap((pattern) => [...line.matchAll(pattern)])
          .map(([word]) => `${file}:${index + 1} ${word}`),
      ),
  );
  expect(found).toEqual([]);
});

test.each(Object.keys(EXCEPTIONS))('the exception %s is needed', (word) => {
  expect(files.some((file) => readFileSync(join(root, file), 'utf8').includes(word))).toBe(true);
});

function isLong(word: string): boolean {
  return /[\s-]/.test(word);
}

function compile(texts: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${texts.map(escapeText).join('|')})(?![\\p{L}\\p{N}-])`, flags);
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
