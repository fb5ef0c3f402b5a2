// A survey whose interface is in another language. Each text of the interface is put between marks here, so that one
// which is still English, for nobody made it possible to translate it, stands outside them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { listInterfaceTexts } from '../../src/catalog/interface.ts';
import { wordsOf } from '../../src/core/text.ts';
import { type BuiltSite, buildSite } from '../sites/build-site.ts';

const LONG = 120_000;
const root = join(import.meta.dirname, '..', '..');
const second = join(root, 'tests', 'sites', 'second');
/** What is called so in every language. */
const NAMES =
  'und apa acl bibtex ris csl-json csv json latex markdown arxiv mb npm run conspectus search has year theme term author';

let site: BuiltSite;
beforeAll(async () => {
  const texts = [...listInterfaceTexts(root).keys()];
  const survey = readFileSync(join(second, 'content', 'survey.yaml'), 'utf8');
  site = await buildSite(second, {
    'content/survey.yaml': survey.replace(/^language: .*$/m, 'language: de'),
    'content/words.yaml': stringify(Object.fromEntries(texts.map((text) => [text, `⟦${text}⟧`]))),
  });
}, LONG);
afterAll(() => site?.remove());

describe('a survey in another language', () => {
  test('has no English text of the interface left', () => {
    const files = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^content\/(?!words).*\.(?:md|yaml)$/.test(file),
    );
    const content = files.map((file) => readFileSync(join(site.folder, file), 'utf8')).join('\n');
    const known = new Set([...wordsOf(content), ...NAMES.split(' '), ...germanDates()]);
    const left = readdirSync(site.dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind'))
      .flatMap((name) =>
        textsOutsideMarks(readFileSync(join(site.dist, name), 'utf8'))
          .filter((text) => wordsOf(text).some((word) => word.length > 2 && !known.has(word)))
          .map((text) => `${name}: ${text}`),
      );
    expect(left).toEqual([]);
  });

  test('says in its language what it says to programs', () => {
    const read = (name: string) => readFileSync(join(site.dist, name), 'utf8');
    expect(read('CITATION.cff')).toContain('message: ⟦If you use this survey, please cite it as below.⟧');
    const llms = read('llms.txt');
    for (const text of ['The theme, with its essay', 'Data', 'Its JSON Schema', 'Feed of what is new'])
      expect(llms).toContain(`⟦${text}⟧`);
    expect(llms).toMatch(/^⟦Every page has a twin in Markdown: .*⟧$/m);
  });

  test('says so, and spells numbers and dates as its language does', () => {
    const html = readFileSync(join(site.dist, 'papers', 'weather-or-damage', 'index.html'), 'utf8');
    expect(html).toContain('<html lang="de"');
    expect(html).toContain('14. Februar 2023');
    const offline = readFileSync(join(site.dist, 'offline', 'index.html'), 'utf8');
    expect(offline).toMatch(/\d,\d\sMB/);
    expect(offline).not.toMatch(/\d\.\d\sMB/);
  });

  test('has its words in the scripts too', () => {
    const folder = join(site.dist, '_astro');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const code = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    expect(code).toContain('⟦Taken off the list: {1}.⟧');
    expect(code).not.toContain('⟦How it is made⟧');
  });
});

/** What a reader sees or hears of a page before a script has touched it, without what stands between marks. */
function textsOutsideMarks(html: string): string[] {
  const texts: string[] = [];
  visit(fromHtml(html), (node) => {
    if (node.type === 'text') texts.push(node.value);
    if (node.type !== 'element') return undefined;
    for (const name of ['ariaLabel', 'title', 'placeholder', 'alt'])
      texts.push(String(node.properties[name] ?? ''));
    if (node.tagName === 'template' && node.content)
      node.children.push(...(node.content.children as typeof node.children));
    return ['script', 'style', 'pre'].includes(node.tagName) ? 'skip' : undefined;
  });
  // A text may hold another one, and its marks may stand in different elements: "⟦See [the table].⟧".
  let outside = texts.join('\u0000');
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = before.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  return outside.split('\u0000').filter((text) => text.trim() !== '');
}

function germanDates(): string[] {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, month, 1)));
  const styles = ['long', 'short'] as const;
  return styles.flatMap((style) =>
    months.flatMap((day) => wordsOf(day.toLocaleDateString('de', { month: style, day: 'numeric' }))),
  );
}
