// A filled form becomes an entry; whatever else it says stays text.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LABELS } from '../../scripts/commands/issue-to-entry.ts';
import { loadContent } from '../../src/catalog/load.ts';

const repository = join(import.meta.dirname, '../..');
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-issue-'));
  cpSync(join(import.meta.dirname, 'survey'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function convert(answers: Partial<Record<keyof typeof LABELS, string>>) {
  const body = Object.entries(LABELS).map(
    ([name, label]) => `### ${label}\n\n${answers[name as keyof typeof LABELS] ?? '_No response_'}`,
  );
  writeFileSync(join(root, 'issue.md'), body.join('\n\n'));
  const command = [
    join(repository, 'scripts/conspectus.ts'),
    'issue-to-entry',
    'issue.md',
    '--report',
    'report.md',
  ];
  const { status } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, report: readFileSync(join(root, 'report.md'), 'utf8') };
}

test('the form and the command know the same labels', () => {
  const form = parse(readFileSync(join(repository, '.github/ISSUE_TEMPLATE/add-paper.yml'), 'utf8'));
  const labels = form.body.flatMap(
    ({ attributes }: { attributes: { label?: string } }) => attributes.label ?? [],
  );
  expect(labels).toEqual(Object.values(LABELS));
});

test('a form by facts becomes an entry under the theme that it names', async () => {
  const { status, report } = convert({
    title: 'A Hum',
    abstract: 'Scouts hum before\nthe swarm leaves.',
    authors: 'Ada Byron; Grace Hopper',
    published: '2025-03-04',
    theme: 'Dance',
  });
  expect(status).toBe(0);
  expect(report).toContain('content/entries/dance/a-hum.md');
  const { diagnostics, entries } = await loadContent(root);
  expect(diagnostics).toEqual([]);
  expect(entries.find(({ entry }) => entry.slug === 'a-hum')?.entry.text).toBe(
    'Scouts hum before the swarm leaves.',
  );
});

test('a theme that is none is said, and the rules choose', async () => {
  const { status, report } = convert({ title: 'A Hum', abstract: 'Scouts hum.', theme: 'Danse' });
  expect(status).toBe(0);
  expect(report).toContain('content/entries/hum/a-hum.md');
  expect(report).toContain('There is no theme Danse. Did you mean dance?');
});

test.each([
  ['nothing', {}],
  ['a date to come', { title: 'A Hum', abstract: 'Scouts hum.', published: '2999-01-01' }],
  ['a wrong date', { title: 'A Hum', abstract: 'Scouts hum.', published: '$(rm -rf /)' }],
  ['an address that is no https', { title: 'A Hum', abstract: 'Hum.', code: 'javascript:alert(1)' }],
])('%s becomes no entry, and the report says why', (_, answers) => {
  const { status, report } = convert(answers);
  expect(status).toBe(1);
  expect(report).toMatch(/~~~~text\n[\s\S]+\n~~~~/);
  expect(readdirSync(join(root, 'content/entries/hum'))).toEqual(['piping.md']);
});

test.each([
  '../../../../evil',
  '$(touch evil) `touch evil`; touch evil',
  '---\nthemes: [x]\n---',
  '__proto__',
  '"; process.exit(7); "',
])('a hostile form stays text: %s', async (text) => {
  const { status } = convert({ title: text, abstract: `Hum. ${text}`, authors: text, summary: 'Humming.' });
  expect(status).toBe(0);
  expect(existsSync(join(root, 'evil'))).toBe(false);
  const { diagnostics, files } = await loadContent(root);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const added = files.filter((file) => file.startsWith('content/entries/') && !/scouts|piping/.test(file));
  expect(added).toHaveLength(1);
  expect(added[0]).toMatch(/^content\/entries\/hum\/[a-z0-9-]+\.md$/);
});

test('words of a stranger end no block of the report', () => {
  const { report } = convert({ title: 'A Hum', abstract: 'Scouts hum.', published: '~~~~\n@everyone' });
  expect(report).not.toMatch(/^~~~~$\n@everyone/m);
});
