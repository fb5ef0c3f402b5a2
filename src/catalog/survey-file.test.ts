import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { listSources } from './survey-file.ts';

const OURS = `# Ours
title:   "Bees"   # short


description: >-
  A survey of swarms, whose lines are folded
  as somebody likes them, and not
  as a program does.
licence: {name: CC BY 4.0,   url: 'https://example.org/'}
introduction: [ "One.",
  "Two." ]
`;
const BEES = { file: 'bees.csv', format: 'csv', listed: '2025-12-08', origin: 'Bees' };
const ROW = `  - file: bees.csv
    format: csv
    listed: 2025-12-08
    origin: Bees
`;

test.each([
  [
    'after the last one',
    'sources:\n    # the first\n    - { file: a.bib,  origin: A }  # pasted\n\n# end\n',
    `sources:\n    # the first\n    - { file: a.bib,  origin: A }  # pasted\n${ROW.replace(/^/gm, '  ').trimEnd()}\n\n# end\n`,
  ],
  [
    'before other fields',
    'sources:\n- file: a.bib\n  origin: >-\n    A\n    page\n\nvenues: []\n',
    `sources:\n- file: a.bib\n  origin: >-\n    A\n    page\n${ROW.replace(/^ {2}/gm, '')}\nvenues: []\n`,
  ],
  ['as the first one', 'sources: [] # none yet\n\n# end\n', `sources: # none yet\n${ROW}\n# end\n`],
  ['without a line end at the end', 'sources: []', `sources:\n${ROW.trimEnd()}`],
  [
    'in a list on one line',
    'sources: [ {file: a.bib, origin: A} ] # one\n',
    'sources: [ {file: a.bib, origin: A}, {file: bees.csv, format: csv, listed: 2025-12-08, origin: Bees} ] # one\n',
  ],
])('a source is added %s, and every other byte stays', (_, before, after) => {
  expect(listSources(OURS + before, [BEES])).toBe(OURS + after);
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  expect(listSources(windows(OURS + before), [BEES])).toBe(windows(OURS + after));
});

test('of a known source, what has changed is written in its place', () => {
  const known = `${ROW}    columns: { title: Name } # guessed\n    # more\n`;
  const columns = { title: 'What', abstract: 'Text' };
  expect(
    listSources(`${OURS}sources:\n${known}# end\n`, [{ ...BEES, columns, url: 'https://example.org' }]),
  ).toBe(
    `${OURS}sources:\n${ROW}    columns: { title: What, abstract: Text } # guessed\n    url: https://example.org\n    # more\n# end\n`,
  );
});

test('a row that is written in a way of its own is changed all the same', () => {
  const text = `${OURS}sources:\n  - &one { file: a.bib, origin: A }\n  - {file: b.csv, columns: {title: A, year: B}}\n  - {file: c.csv, columns: {}}\n  - *one\n`;
  const sources = ['b.csv', 'c.csv'].map((file) => ({ ...BEES, file, columns: { title: 'A' } }));
  expect(parse(listSources(text, [BEES, ...sources])).sources).toMatchObject([
    { file: 'a.bib' },
    ...sources,
    { file: 'a.bib' },
    BEES,
  ]);
});

test('the file of the real survey keeps its bytes', () => {
  const text = readFileSync('content/survey.yaml', 'utf8');
  const [before = '', after] = listSources(text, [BEES]).split(ROW);
  expect(before + after).toBe(text);
});
