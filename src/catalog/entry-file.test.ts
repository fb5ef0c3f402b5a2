import { describe, expect, test } from 'vitest';
import { fillEntryFile, parseMarkdownFile, renderEntryFile } from './entry-file.ts';

const fields = { title: 'Nest Choice: How Swarms Vote', themes: ['choice', 'signals'], arxiv: '2501.01234' };

test('an entry is written in the order of the schema, short lists on one line', () => {
  expect(renderEntryFile({ authorCount: 3, ...fields }, 'Text.\n\n')).toBe(
    '---\ntitle: "Nest Choice: How Swarms Vote"\nthemes: [choice, signals]\nauthorCount: 3\narxiv: "2501.01234"\n---\n\nText.\n',
  );
});

test('missing fields are filled at their place, and everything else stays as it was', () => {
  const text =
    "---\n# a comment\ntitle:   'Nest Choice'\nthemes: [ choice ]   # mine\nkey: nestchoice2025\n---\n\nText *as is*.\n";
  const filled = fillEntryFile(text, { published: '2025-01-08' });
  expect(filled).toContain('# a comment\n');
  expect(filled).toContain('# mine');
  expect(filled).toMatch(/published: 2025-01-08\nkey: nestchoice2025/);
  expect(filled.endsWith('---\n\nText *as is*.\n')).toBe(true);
});

describe('front matter', () => {
  test('is YAML, with the line of the body', () => {
    const parsed = parseMarkdownFile('---\ntitle: x\n---\n\nBody\n', 'a.md');
    expect(parsed).toMatchObject({ file: { front: { value: { title: 'x' } }, body: 'Body\n', bodyLine: 5 } });
  });

  test('CRLF and a byte order mark do no harm', () => {
    const parsed = parseMarkdownFile('\uFEFF---\r\ntitle: x\r\n---\r\nBody\r\n', 'a.md');
    expect(parsed).toMatchObject({ file: { front: { value: { title: 'x' } }, body: 'Body\r\n' } });
  });

  test.each(['---js\n{ title: process.exit(3) }\n---\n', '---json\n{}\n---\n', 'no front matter'])(
    'anything else is refused and never run: %j',
    (text) => {
      expect(parseMarkdownFile(text, 'a.md')).toMatchObject({
        diagnostic: { rule: 'front-matter', place: { file: 'a.md', line: 1 } },
      });
    },
  );

  test('a syntax error has its line and column in the file', () => {
    const parsed = parseMarkdownFile('---\ntitle: x\nkey: "open\n---\nBody\n', 'a.md');
    expect(parsed).toMatchObject({
      file: { front: { diagnostics: [{ rule: 'yaml', place: { file: 'a.md' } }] } },
    });
  });
});
