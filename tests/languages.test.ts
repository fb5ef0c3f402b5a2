// The translations that come with the engine are whole, and translate what the interface says today.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listInterfaceTexts } from '../src/catalog/interface.ts';
import { loadContent } from '../src/catalog/load.ts';
import { checkWords } from '../src/catalog/rules/words.ts';
import { checkSchema } from '../src/catalog/schema-diagnostics.ts';
import { parseYaml } from '../src/catalog/yaml-file.ts';
import { wordsSchema } from '../src/core/schema/words.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src', 'languages');
const texts = [...listInterfaceTexts(root).keys()];

test('the interface has texts', () => {
  expect(texts.length).toBeGreaterThan(400);
  expect(texts).toContain('Page {1} of {2}');
});

test.each(readdirSync(folder))('%s', async (name) => {
  const words = parseYaml(readFileSync(join(folder, name), 'utf8'), name);
  expect(checkSchema(words, wordsSchema).diagnostics).toEqual([]);
  const content = await loadContent(root);
  if (!content.survey) throw new Error('The survey has been read.');
  const survey = { ...content.survey, language: name.replace('.yaml', '') };
  expect(checkWords({ ...content, survey, words, speech: { texts, words: {} } })).toEqual([]);
});
