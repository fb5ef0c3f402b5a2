// A whole survey of made-up papers, in a folder of its own: the software, and a content/ that grows to any size.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderEntryFile } from '../../src/catalog/entry-file.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { makeTermFinder, termsOf } from '../../src/core/terms.ts';
import { NEEDED_TO_BUILD } from '../engine/engine-files.ts';

const root = join(import.meta.dirname, '../..');
const AT_ONCE = 64;

/** Writes the survey into a folder within the repository, where its packages are found; what was there goes. */
export async function writeSyntheticSurvey(
  folder: string,
  { survey, themes, terms }: Catalog,
  entries: readonly Entry[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await copySoftware(folder);
  await mkdir(join(folder, 'content/themes'), { recursive: true });
  // JSON is YAML. No essay: it would have to name all papers.
  await writeFile(
    join(folder, 'content/survey.yaml'),
    `${JSON.stringify({ ...survey, sources: [] }, null, 2)}\n`,
  );
  const find = makeTermFinder(terms);
  const used = new Set(entries.flatMap((entry) => termsOf(entry, find)));
  const glossary = { terms: terms.filter(({ id }) => used.has(id)) };
  await writeFile(join(folder, 'content/glossary.yaml'), `${JSON.stringify(glossary, null, 2)}\n`);
  for (const { id, fields } of themes) {
    const { also: _, ...kept } = fields;
    await writeFile(join(folder, `content/themes/${id}.md`), `---\n${JSON.stringify(kept, null, 2)}\n---\n`);
    await mkdir(join(folder, `content/entries/${id}`), { recursive: true });
  }
  for (let start = 0; start < entries.length; start += AT_ONCE)
    await Promise.all(
      entries
        .slice(start, start + AT_ONCE)
        .map((entry) => writeFile(fileOf(folder, entry), renderEntryFile(entry.fields, entry.body))),
    );
}

/** Copies what a build needs besides content. */
export async function copySoftware(folder: string): Promise<void> {
  for (const name of NEEDED_TO_BUILD) await cp(join(root, name), join(folder, name), { recursive: true });
}

/** The file of an entry, in the folder of its primary theme. */
export function fileOf(folder: string, { slug, fields }: Entry): string {
  return join(folder, `content/entries/${fields.themes[0]}/${slug}.md`);
}
