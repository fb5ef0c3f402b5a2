// A comparison and a reading list in every format.
import { describe, expect, it } from 'vitest';
import { joinParts } from '../core/text-parts.ts';
import { comparePapers } from './comparison.ts';
import { escapeLatex } from './latex.ts';
import { renderLatexTable } from './latex-table.ts';
import { hive, scouts } from './made-up-papers.ts';
import { escapeMarkdown, escapeProse } from './markdown.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import { csvParts, markdownListParts } from './paper-list.ts';
import { renderResultsCsv, renderResultsJson, renderResultsMarkdown } from './result-list.ts';
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

  it('puts shared terms in one order, those of most papers first', () => {
    const table = comparePapers([
      { ...hive, terms: ['wax', 'quorum', 'brood'] },
      { ...scouts, terms: ['quorum', 'brood', 'wax'] },
      { ...hive, slug: 'new-hive', terms: ['wax', 'honey'] },
    ]);
    const shared = table.rows.find(({ heading }) => heading === 'Shared terms');
    expect(shared?.cells.map(plainCell)).toEqual(['wax, brood, quorum', 'wax, brood, quorum', 'wax']);
  });

  it('gives a day in words to readers and in numbers to programs', () => {
    const [date] = rows.find(({ heading }) => heading === 'Date')?.cells ?? [];
    expect(date?.map(({ text }) => text)).toEqual(['8 Jan 2025']);
    expect(date && plainCell(date)).toBe('2025-01-08');
    expect(renderMarkdownTable({ columns, rows })).toContain('| **Date** | 8 Jan 2025 |');
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

it.each([
  ['an $O(n^2)$ bound & more', 'an $O(n^2)$ bound \\& more'],
  ['CO$_2$-Senken', 'CO$_2$-Senken'],
  ['for \\(\\alpha_{i} \\leq 1\\)', 'for $\\alpha_{i} \\leq 1$'],
])('leaves the formula in “%s” as it is', (text, latex) => {
  expect(escapeLatex(text)).toBe(latex);
});

it.each([
  '$\\input{/etc/passwd}$',
  '$\\write18{ls}$',
  '$\\def\\x{y}$',
  '$\\csname input\\endcsname$',
  '$^^5cinput$',
  '$x}, evil = {y$',
  '$\\}\\{$',
  '$x % y$',
  '$a#1$',
  '$a & b$',
  '$x \\\\ y$',
])('takes no formula that could be more than one: %s', (text) => {
  expect(escapeLatex(text)).toMatch(/^\\\$.*\\\$$/);
});

it('escapes what Markdown would read as markup, in one line', () => {
  expect(escapeMarkdown('<b> *a* [x](y) `c` &amp; R&D\nnext')).toBe(
    '\\<b\\> \\*a\\* \\[x\\](y) \\`c\\` \\&amp; R&D next',
  );
});

it.each([
  ['# Bees', '\\# Bees'],
  ['- Bees', '\\- Bees'],
  ['1. Bees', '1\\. Bees'],
  ['===', '\\==='],
  ['1.5 bees, -3 #wasps', '1.5 bees, -3 #wasps'],
  ['from $a_1 < b_1$ to *b*', 'from $a_1 \\lt  b_1$ to \\*b\\*'],
])('escapes %s so that a line of Markdown shows just that', (text, markdown) => {
  expect(escapeProse(text)).toBe(markdown);
});

describe('a list of papers', () => {
  const own = [
    { ...scouts, isRead: true, note: 'Read *twice*.\nOnce more.' },
    { ...hive, isRead: false, note: '' },
  ];

  it('is a list in Markdown', () => {
    expect(joinParts(markdownListParts([hive]))).toBe(
      '- [old hive](https://bees.example.org/papers/old-hive/)  \n  7 authors\n',
    );
  });

  it('is a list of tasks in Markdown, where it is known what was read', () => {
    expect(joinParts(markdownListParts(own))).toBe(
      '- [x] [Scouts\\* & Swarms: 100% of {Bees} Vote \\| Twice](https://arxiv.org/abs/2501.01234)  \n' +
        '  Ada Byron, Grace Hopper. Animal Behaviour & Co 2026 (oral)  \n' +
        '  Scouts vote.  \n' +
        '  Note: Read \\*twice\\*. Once more.\n' +
        '- [ ] [old hive](https://bees.example.org/papers/old-hive/)  \n' +
        '  7 authors\n',
    );
  });

  it('is a table with a row a paper, and no name where only a number is known', () => {
    const lines = joinParts(csvParts([scouts, hive])).split('\r\n');
    const [headings = [], first = [], second = []] = lines.map((line) => line.split(','));
    expect(headings).not.toContain('read');
    expect(first.slice(0, 4)).toEqual(['scouts2025', scouts.title, 'Ada Byron; Grace Hopper', '2']);
    expect(second.slice(0, 4)).toEqual(['oldhive', 'old hive', '', '7']);
    expect(second[headings.indexOf('url')]).toBe(hive.url);
    expect(lines).toHaveLength(4);
  });

  it('has columns for what its reader added', () => {
    const [headings, first, second] = joinParts(csvParts(own)).split('\r\n');
    expect(headings).toMatch(/,read,note$/);
    expect(first).toMatch(/,yes,"Read \*twice\*\.\nOnce more\."$/);
    expect(second).toMatch(/,no,$/);
  });
});

describe('a list of results', () => {
  const rows = scouts.results.map((result) => ({ paper: scouts, result }));

  it('has a row a result, with its paper and its evidence', () => {
    expect(renderResultsCsv(rows).split('\r\n')[1]).toBe(
      'Nest trial,accuracy,58.8 to 90%,Colony_A,no scouts,from 58.8% to 90%,Scouts* & Swarms: 100% of {Bees} Vote | Twice,scouts2025,https://arxiv.org/abs/2501.01234',
    );
    expect(JSON.parse(renderResultsJson(rows, 'Bees')).results).toMatchObject([
      { on: 'Nest trial', quote: 'from 58.8% to 90%', key: 'scouts2025' },
    ]);
    expect(renderResultsMarkdown(rows)).toContain('| **Nest trial** | accuracy | 58.8 to 90% | Colony\\_A |');
  });
});
