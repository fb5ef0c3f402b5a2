// Hostile content gets nowhere: what is refused is refused by a message, what is accepted stays text.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parsePlain } from '../../src/catalog/body-text.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { openStaging } from '../../src/catalog/staging.ts';
import { makeTermFinder } from '../../src/core/terms.ts';
import { makeMarkdownRenderer } from '../../src/markdown/index.ts';
import { findUnsafeMarkup } from '../unsafe-markup.ts';
import { REFUSED } from './refused.ts';
import { hostileTexts, writeSurvey } from './survey.ts';
import { DEAD_ENDS, LINES } from './texts.ts';

/** Generous, for a busy machine: what explodes takes longer than anybody waits. */
const ENOUGH = 20_000;

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the corpus is large, and no input is in it twice', () => {
  const names = [...REFUSED.map(({ name, rule }) => `${rule} ${name}`), ...LINES, ...DEAD_ENDS];
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

test('the survey that they are put into is sound', async () => {
  root = writeSurvey();
  expect((await loadContent(root)).diagnostics).toEqual([]);
});

describe('refused, with the file and the cure:', () => {
  test.each(REFUSED)('$name', { timeout: ENOUGH }, async ({ rule, files, links }) => {
    root = writeSurvey(files, links);
    const { diagnostics } = await loadContent(root);
    const found = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
    expect(found.length, renderForTerminal(diagnostics.slice(0, 5))).toBeGreaterThan(0);
    expect(found[0]?.severity).toBe('error');
    expect(found[0]?.place.file).toMatch(/^content\//);
    expect(found[0]?.cure).not.toBe('');
    expect('__hacked' in globalThis).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});

test('a journal from a stranger writes and removes nothing', async () => {
  root = writeSurvey({
    'victim.txt': 'here',
    'content/.staging/files/evil.txt': 'x',
    'content/.staging/journal.json': '{"write": ["evil.txt"], "remove": ["victim.txt"]}',
  });
  await loadContent(root);
  await expect(openStaging(root)).rejects.toThrow('Remove content/.staging');
  expect(existsSync(join(root, 'victim.txt'))).toBe(true);
  expect(existsSync(join(root, 'evil.txt'))).toBe(false);
});

describe('accepted, and harmless:', () => {
  const render = makeMarkdownRenderer({
    parsePlain,
    paperUrl: (slug) => `/papers/${slug}/`,
    findTerms: makeTermFinder([
      { id: 'hacked', name: '__hacked', kind: 'method', aliases: ['<script', 'javascript'], definition: 'b' },
    ]),
    termUrl: (id) => `/terms/${id}/`,
  });

  test.each([...LINES, ...DEAD_ENDS])('%s', (line) => {
    for (const markdown of [
      line,
      `# ${line}`,
      `> - ${line}`,
      `[${line}](/x)`,
      `| ${line} |\n| --- |`,
      `a\n${line}`,
      `[b]: ${line}\n\n[b]`,
      `<${line}>`,
      `![${line}](x)`,
    ]) {
      expect(findUnsafeMarkup(render({ body: markdown }).html), markdown).toEqual([]);
    }
  });

  test('as a survey in which every text is hostile', { timeout: 3 * ENOUGH }, async () => {
    root = writeSurvey(hostileTexts());
    const { diagnostics, entries } = await loadContent(root);
    expect(renderForTerminal(diagnostics.filter(({ severity }) => severity === 'error'))).toBe('');
    expect(entries).toHaveLength(LINES.length + 1);
  });
});
