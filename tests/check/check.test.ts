// What `conspectus check` says, to the letter: a folder with a content/ is a test.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { renderForGithub } from '../../src/catalog/reporters/github.ts';
import { renderAsJson } from '../../src/catalog/reporters/json.ts';
import { renderCounts, renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { checkCitations } from '../../src/catalog/rules/citations.ts';
import { rules } from '../../src/core/rules.ts';
import { ENTRY, GLOSSARY, THEME, writeSurvey } from '../hostile/survey.ts';

/** Rules of ingest, of check --links and of hostile content: tests of their own raise them. */
const ELSEWHERE =
  /^(?:listing-|record-|source-(?:encoding|columns)$|text-gap$|latex-command$|entry-differs$|left-out-unknown$|link-gone$|text-limits$|field-text$)/;
const fixtures = join(import.meta.dirname, 'fixtures');

test.each(readdirSync(fixtures))('%s', async (name) => {
  const { diagnostics } = await loadContent(join(fixtures, name), '2026-01-01');
  const report = stripVTControlCharacters(
    `${renderForTerminal(diagnostics)}\n${renderCounts(diagnostics)}\n`,
  );
  await expect(report).toMatchFileSnapshot(join(fixtures, name, 'expected.txt'));
});

test('every rule of the check is raised by one of the fixtures', () => {
  const told = readdirSync(fixtures).map((name) =>
    readFileSync(join(fixtures, name, 'expected.txt'), 'utf8'),
  );
  const silent = Object.keys(rules).filter(
    (id) => !ELSEWHERE.test(id) && !told.some((text) => text.includes(` ${id} `)),
  );
  expect(silent).toEqual([]);
});

describe('a survey with problems', async () => {
  const content = await loadContent(join(fixtures, 'many-problems'));

  test('cannot become a catalog', () => {
    expect(() => toCatalog(content)).toThrow();
  });

  test('still gives the files that are sound', () => {
    expect(content.entries.map(({ entry }) => entry.slug)).toContain('buzz');
  });

  test('is told to programs with the same facts', () => {
    const rows = JSON.parse(renderAsJson(content.diagnostics));
    expect(rows).toHaveLength(content.diagnostics.length);
    expect(rows[0]).toHaveProperty('cure');
    const annotations = renderForGithub(content.diagnostics).split('\n');
    expect(annotations).toHaveLength(content.diagnostics.length);
    expect(annotations[0]).toMatch(/^::(?:error|warning) file=content\//);
  });
});

test('a folder without content says what is missing', async () => {
  const { diagnostics } = await loadContent(join(fixtures, 'no-such-folder'));
  expect(diagnostics).toMatchObject([{ rule: 'file-unreadable', place: { file: 'content/survey.yaml' } }]);
});

test('of a large survey too, the entry that was likely meant is named', async () => {
  const content = await loadContent(join(fixtures, 'sound'));
  const [first] = content.entries;
  if (!first) throw new Error('The fixture has no entries.');
  const entries = Array.from({ length: 500 }, (_, index) => ({
    ...first,
    entry: { ...first.entry, slug: index === 499 ? 'zebra-finches-vote' : `bee-${index}` },
  }));
  const found = checkCitations(
    '[@zebra-finchs-vote]',
    { file: 'a.md', bodyLine: 1 },
    { ...content, entries },
  );
  expect(found.map(({ cure }) => cure)).toEqual(['Did you mean zebra-finches-vote?']);
});

/** What is said of a sound little survey in which some files are others. */
async function checkWith(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = writeSurvey(files);
  onTestFinished(() => rmSync(root, { recursive: true }));
  const { diagnostics } = await loadContent(root);
  return diagnostics.map(({ rule, place }) => `${rule} ${place.file}`);
}

const entry = (fields: string, body: string) => ({
  [ENTRY]: `---\ntitle: Waggle\nthemes: [choice]\n${fields}---\n\n${body}\n`,
});

test.each([
  ['12.5', '12.5% more answers are right', []],
  ['2.5', '2.5% more answers are right', [`result-quote ${ENTRY}`]],
  ['12', 'On HIVE-24, 12', [`result-quote ${ENTRY}`]],
])('a quote is of whole words and numbers: %s', async (value, quote, said) => {
  const result = `{metric: accuracy, measure: score, value: ${value}, unit: "%", setting: HIVE-24, quote: "${quote}"}`;
  expect(
    await checkWith(entry(`results: [${result}]\n`, 'On HIVE-24, 12.5% more answers are right.')),
  ).toEqual(said);
});

test('lines may end as on Windows', async () => {
  const [[file = '', text = ''] = []] = Object.entries(entry('', 'One line\nand another\nand a third.'));
  expect(await checkWith({ [file]: text.replaceAll('\n', '\r\n') })).toEqual([]);
});

test('what cannot be read is told where it is, and nowhere else', async () => {
  const essay = `${THEME.text.replace('---\n', '---\nalso: [bees]\n')}\nOf [@bees].\n`;
  expect(
    await checkWith({ ...entry('terms: [dance]\n', 'Bees.'), [GLOSSARY]: 'terms: [{id: dance}]\n' }),
  ).toEqual(Array(3).fill(`schema ${GLOSSARY}`));
  expect(await checkWith({ [THEME.file]: essay, [ENTRY]: '---\ntitle: [\n---\n' })).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/^(?:essay|unknown)/)]),
  );
});

test('control characters are told, not sent to the terminal', () => {
  const text = stripVTControlCharacters(
    renderForTerminal([{ ...diagnosed, message: 'a\x1b[2Jb', place: { file: 'c\nd.md' } }]),
  );
  expect(text).toBe('cU+000Ad.md yaml aU+001B[2Jb\n    Mend it.');
  expect(renderForGithub([{ ...diagnosed, place: { file: 'c\x1b.md' } }])).toContain('file=cU+001B.md');
});

const diagnosed = { rule: 'yaml', severity: 'error', message: 'Broken.', cure: 'Mend it.' } as const;
