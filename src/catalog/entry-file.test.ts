import { describe, expect, test } from 'vitest';
import type { EntryFields } from '../core/schema/entry.ts';
import { fillEntryFile, parseMarkdownFile, renderEntryFile } from './entry-file.ts';

const fields = { title: 'Nest Choice: How Swarms Vote', themes: ['choice', 'signals'], arxiv: '2501.01234' };

test('an entry is written in the order of the schema, short lists on one line', () => {
  expect(renderEntryFile({ authorCount: 3, ...fields }, 'Text.\n\n')).toBe(
    '---\ntitle: "Nest Choice: How Swarms Vote"\nthemes: [choice, signals]\nauthorCount: 3\narxiv: "2501.01234"\n---\n\nText.\n',
  );
});

describe('a file that is filled', () => {
  const text = `---
# filed by hand
title:   'Nest Choice'
themes: [ choice ]   # mine

summary: >-
  Swarms choose
  by dancing.
authors:
    - 'Ada Byron'  # the first
    - "Grace Hopper"
# as in the list
key: nestchoice2025   # kept
---

Text *as is*.
`;
  test('has missing fields at their place, and every other byte as it was', () => {
    const added: Partial<EntryFields> = {
      published: '2025-01-08',
      venue: 'Journal of Swarms',
      doi: '10.1234/abc',
      bibliography: { file: 'a.bib', lines: [1, 2] },
    };
    const filled = fillEntryFile(text, added);
    expect(filled).toContain('  by dancing.\npublished: 2025-01-08\nauthors:\n');
    expect(filled).toContain(
      'key: nestchoice2025   # kept\nbibliography:\n  file: a.bib\n  lines: [1, 2]\n---\n',
    );
    const lines = new Set(renderEntryFile({ ...fields, ...added }, '').split('\n'));
    const left = filled.split('\n').filter((line) => line === '---' || line === '' || !lines.has(line));
    expect(left.join('\n')).toBe(text);
  });

  test('has other fields replaced and removed, with their lines, and no others', () => {
    expect(fillEntryFile(text, { authors: ['Ada Byron'] }, { remove: ['summary', 'venue'] })).toBe(
      text
        .replace(/authors:[\s\S]*Hopper"/, 'authors:\n  - Ada Byron')
        .replace(/summary:[\s\S]*dancing\.\n/, ''),
    );
  });

  test('has an abstract in the place of another', () => {
    expect(fillEntryFile(text, {}, { markdown: 'Another.\n\n' })).toBe(
      text.replace('Text *as is*.', 'Another.'),
    );
  });

  test('keeps its byte order mark and line ends', () => {
    const typed = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const filled = fillEntryFile(typed, { published: '2025-01-08', venue: 'Swarms' });
    expect(filled).toBe(
      typed
        .replace('dancing.\r\n', 'dancing.\r\npublished: 2025-01-08\r\n')
        .replace('# as in', 'venue: Swarms\r\n# as in'),
    );
  });

  test.each([
    ['fields that stand in braces', '---\n{ title: "Nest Choice", themes: [choice] }\n---\n'],
    ['a field without a value', '---\ntitle: Nest Choice\nthemes: [choice]\nsummary:\n---\n'],
    ['another order', '---\nkey: a\nthemes: [choice]\n  # end\ntitle: Nest Choice\n---\n'],
    ['indented fields', '---\n  themes: [choice]\n  title: Nest Choice\n---\n'],
  ])('is right with %s', (_, given) => {
    const added = { authors: ['Ada Byron', 'Grace Hopper'], published: '2025-01-08' };
    const parsed = parseMarkdownFile(fillEntryFile(given, added), 'a.md');
    expect(parsed).toMatchObject({
      file: { front: { diagnostics: [], value: { title: 'Nest Choice', themes: ['choice'], ...added } } },
    });
  });
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
