// What `conspectus check` says, to the letter: a folder with a content/ is a test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { renderForGithub } from '../../src/catalog/reporters/github.ts';
import { renderAsJson } from '../../src/catalog/reporters/json.ts';
import { renderCounts, renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { checkCitations } from '../../src/catalog/rules/citations.ts';
import { rules } from '../../src/core/rules.ts';

/** Rules of ingest, of check --links and of hostile content: tests of their own raise them. */
const ELSEWHERE =
  /^(?:listing-|record-|source-(?:encoding|columns)$|text-gap$|latex-command$|entry-differs$|link-gone$|text-limits$|field-text$)/;
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
