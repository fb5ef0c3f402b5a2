// A comparison and a reading list in every format.
import { describe, expect, it } from 'vitest';
import { comparePapers } from './comparison.ts';
import { escapeLatex } from './latex.ts';
import { renderLatexTable } from './latex-table.ts';
import { hive, scouts } from './made-up-papers.ts';
import { escapeMarkdown } from './markdown.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import { listRows, renderMarkdownList } from './reading-list.ts';
import { plainCell } from './text-table.ts';

describe('comparePapers', () => {
  const { columns, rows } = comparePapers([scouts, hive]);
  const textOf = (heading: string) => rows.find((row) => row.heading === heading)?.cells.map(plainCell);

  it('has a column a paper and a row a fact', () => {
    expect(columns.map(([title]) => title?.text)).toEqual([scouts.title, hive.title]);
    expect(textOf('Authors')).toEqual(['Ada Byron, Grace Hopper', '7 authors']);
    expect(textOf('Themes')).toEqual(['Nest choice\nSignals', 'Nest choice']);
    expect(textOf('Results')).toEqual(['Nest trial, accuracy: 58.8 to 90%; Colony_A; versus no scouts', '']);
  });

  it('puts the terms apart that papers share', () => {
    const table = comparePapers([scouts, { ...hive, terms: ['wax', 'quorum'] }]);
    const cellsOf = (heading: string) =>
      table.rows.find((row) => row.heading === heading)?.cells.map(plainCell);
    expect(cellsOf('Shared terms')).toEqual(['quorum', 'quorum']);
    expect(cellsOf('Other terms')).toEqual(['waggle dance', 'wax']);
  });

  it('leaves out what no paper has', () => {
    expect(textOf('Organisation')).toBeUndefined();
    expect(comparePapers([hive]).rows.map(({ heading }) => heading)).toEqual(['Authors', 'Themes']);
  });
});

it('renders a table in Markdown that nothing in a cell can break', () => {
  const lines = renderMarkdownTable(comparePapers([scouts, hive]))
    .trimEnd()
    .split('\n');
  expect(lines.slice(0, 2)).toEqual([
    '|  | [Scouts\\* & Swarms: 100% of {Bees} Vote \\| Twice](https://bees.example.org/papers/scouts/) | [old hive](https://bees.example.org/papers/old-hive/) |',
    '| --- | --- | --- |',
  ]);
  expect(lines.at(-1)).toBe('| **Links** | [Code](https://example.org/~bees/code_%281%29#top) |  |');
  expect(lines).toContain('| **Themes** | Nest choice<br>Signals | Nest choice |');
  for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(4);
});

it('renders a table in LaTeX', () => {
  const text = renderLatexTable(comparePapers([scouts, hive]));
  expect(text).toContain('Scouts* \\& Swarms: 100\\% of \\{Bees\\} Vote \\textbar{} Twice');
  expect(text).toContain('Themes & Nest choice \\newline Signals & Nest choice \\\\');
  expect(text).toContain('\\href{https://example.org/\\string~bees/code\\_(1)\\#top}{Code}');
  expect(text.match(/ \\\\$/gm)).toHaveLength(comparePapers([scouts, hive]).rows.length + 1);
});

it('escapes every special character of LaTeX', () => {
  expect(escapeLatex('\\input{x} $1 & #2_3 %4 ~5 ^6 → 7')).toBe(
    '\\textbackslash{}input\\{x\\} \\$1 \\& \\#2\\_3 \\%4 \\textasciitilde{}5 \\textasciicircum{}6 $\\rightarrow$ 7',
  );
});

it('escapes what Markdown would read as markup, in one line', () => {
  expect(escapeMarkdown('<b> *a* [x](y) `c` &amp; R&D\nnext')).toBe(
    '\\<b\\> \\*a\\* \\[x\\](y) \\`c\\` \\&amp; R&D next',
  );
});

describe('a reading list', () => {
  const saved = [
    { paper: scouts, isRead: true, note: 'Read *twice*.\nOnce more.' },
    { paper: hive, isRead: false, note: '' },
  ];

  it('is a list of tasks in Markdown', () => {
    expect(renderMarkdownList(saved)).toBe(
      '- [x] [Scouts\\* & Swarms: 100% of {Bees} Vote \\| Twice](https://arxiv.org/abs/2501.01234)  \n' +
        '  Ada Byron, Grace Hopper. Animal Behaviour & Co 2026  \n' +
        '  Scouts vote.  \n' +
        '  Note: Read \\*twice\\*. Once more.\n' +
        '- [ ] [old hive](https://bees.example.org/papers/old-hive/)  \n' +
        '  7 authors\n',
    );
  });

  it('is a table with a row a paper', () => {
    expect(listRows(saved).map((row) => [row[0], row[6], row[7]])).toEqual([
      ['title', 'read', 'note'],
      [scouts.title, 'yes', 'Read *twice*.\nOnce more.'],
      ['old hive', 'no', ''],
    ]);
  });
});
