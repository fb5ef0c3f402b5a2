// check --fix: what it writes, to the letter, and that a second run has nothing to do.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { listFiles } from '../../src/catalog/files.ts';
import { fixContent, planFixes } from '../../src/catalog/fix.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { diagnose, renderPlace } from '../../src/core/diagnostics.ts';
import { rules } from '../../src/core/rules.ts';
import { ENTRY, writeSurvey } from '../hostile/survey.ts';

const fixture = join(import.meta.dirname, 'fixtures', 'text-and-links');
const root = mkdtempSync(join(tmpdir(), 'conspectus-fix-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('a survey with things to mend', async () => {
  cpSync(fixture, root, { recursive: true });
  const { done, content } = await fixContent(root, '2026-01-01');

  test('is mended where that is certain, and each thing is told', async () => {
    const lines = done.map(({ place, rule, fix }) => `${renderPlace(place)} ${rule}: ${fix.does}`);
    const files = await Promise.all(
      (await listFiles(root, 'content')).map(
        (file) => `=== ${file}\n${readFileSync(join(root, file), 'utf8')}`,
      ),
    );
    await expect(`${lines.join('\n')}\n\n${files.join('')}`).toMatchFileSnapshot(
      join(import.meta.dirname, 'fixed.txt'),
    );
  });

  test('has nothing left that could be mended', async () => {
    expect(content.diagnostics.filter(({ fix }) => fix)).toEqual([]);
    expect((await fixContent(root, '2026-01-01')).done).toEqual([]);
  });

  test('every rule that says it mends has mended something', () => {
    const said = Object.entries(rules).flatMap(([id, rule]) => ('fix' in rule ? [id] : []));
    expect([...new Set(done.map(({ rule }) => rule))].toSorted()).toEqual(said.toSorted());
  });
});

test('words that are not on the line, or that another fix has taken, are left', () => {
  const at = (column: number, from: string, to: string) => ({
    ...diagnose('link-address', { file: 'a.md', line: 1, column }, '', ''),
    fix: { does: '', from, to },
  });
  const texts = new Map([['a.md', 'bees buzz\nhum']]);
  const plan = planFixes([at(1, 'bees buzz', 'x'), at(6, 'buzz', 'y'), at(6, 'hum', 'z')], texts);
  expect(plan.changes.write.get('a.md')).toBe('x\nhum');
  expect(plan.fixed).toHaveLength(1);
});

test('two files that would move to one place move one after the other', () => {
  const move = (file: string) => ({
    ...diagnose('theme-folder', { file, line: 1, column: 1 }, '', ''),
    fix: { does: '', moveTo: 'c.md' },
  });
  const texts = new Map([
    ['a.md', 'A'],
    ['b.md', 'B'],
  ]);
  const { changes } = planFixes([move('a.md'), move('b.md')], texts);
  expect([...changes.write]).toEqual([['c.md', 'A']]);
  expect(changes.remove).toEqual(['a.md']);
});

describe('what the check offers to mend is mended, and loses no comment:', () => {
  /** Mends an entry with these lines as its fields, and gives them as they are then, and how many fixes were offered and done. */
  async function mend(fields: string, end = '\n') {
    const themes = /^themes:/m.test(fields) ? '' : 'themes: [choice]\n';
    const text = `---\ntitle: Bees\n${themes}${fields}---\n\nBees.\n`;
    const survey = writeSurvey({ [ENTRY]: text.replaceAll('\n', end) });
    onTestFinished(() => rmSync(survey, { recursive: true }));
    const { diagnostics } = await loadContent(survey);
    const { done, content } = await fixContent(survey);
    expect(content.diagnostics.filter(({ fix }) => fix)).toEqual([]);
    const offered = diagnostics.filter(({ fix }) => fix).length;
    const mended = readFileSync(join(survey, ENTRY), 'utf8');
    return { offered, done: done.length, fields: mended.split(end).slice(themes ? 3 : 2, -4) };
  }

  test.each([
    [
      'a block',
      'summary: |\n  One\n  sentence: this.\n# And more.\n',
      ['summary: "One sentence: this."', '# And more.'],
    ],
    ['a folded block', 'venue: >\n  One\n  place\n', ['venue: One place']],
    ['a text in quotes', "venue: 'It''s here '\n", ["venue: 'It''s here'"]],
    ['an item of a list', 'questions: [" What, if? "]\n', ['questions: ["What, if?"]']],
    ['an address of arXiv', 'arxiv: https://arxiv.org/abs/2501.00001v2\n', ['arxiv: "2501.00001"']],
    ['a file of arXiv', 'arxiv: http://arxiv.org/pdf/2501.00001v2.pdf\n', ['arxiv: "2501.00001"']],
    ['how arXiv is cited', "arxiv: 'arXiv:2501.00001 [q-bio.PE]'\n", ["arxiv: '2501.00001'"]],
    ['the address of a DOI', 'doi: http://dx.doi.org/10.1000/bees.2025.7\n', ['doi: 10.1000/bees.2025.7']],
    ['OpenReview', 'openreview: https://openreview.net/forum?id=aB3xYz9Qr\n', ['openreview: aB3xYz9Qr']],
    ['the ACL Anthology', 'acl: https://aclanthology.org/2025.bees-main.12/\n', ['acl: 2025.bees-main.12']],
    [
      'ORCID',
      'authors: [A B]\norcids: {A B: https://orcid.org/0000-0002-1825-0097}\n',
      ['authors: [A B]', 'orcids: {A B: 0000-0002-1825-0097}'],
    ],
    ['a theme twice', 'themes: [choice, choice] # one\n', ['themes: [choice] # one']],
    [
      'a theme three times',
      'themes:\n  # first\n  - choice\n  # then\n  - "choice"\n  - choice\n',
      ['themes:', '  # first', '  - choice', '  # then'],
    ],
  ])('%s', async (_, before, after) => {
    const { offered, done, fields } = await mend(before);
    expect(offered).toBeGreaterThan(0);
    expect(done).toBe(offered);
    expect(fields).toEqual(after);
    expect((await mend(before, '\r\n')).fields).toEqual(after);
  });

  test.each([
    'summary: | # ours\n  One sentence.\n',
    'themes:\n  - choice\n  - choice # again\n',
    'themes: [choice, # first\n  choice]\n',
    'authors: [A B]\nauthorCount: 1 # in the PDF\n',
    'key: " Two Bees "\n',
    'published: 2025\n',
  ])('nothing of %j', async (before) => {
    expect(await mend(before)).toEqual({ offered: 0, done: 0, fields: before.split('\n').slice(0, -1) });
  });
});
