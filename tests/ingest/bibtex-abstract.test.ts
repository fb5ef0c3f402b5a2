// The abstract of a record is read here, the other fields by a library: what it would have read is the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtex } from '../../src/ingest/adapters/bibtex.ts';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });

const PIECES = [
  ...[
    'word',
    'Nest',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  \n',
    '\t',
    ', ',
    '. ',
    '=',
    '"',
    "''",
    '``',
    '--',
    '~',
    '#',
    '&',
    '@',
  ],
  ...[
    '\\&',
    '\\%',
    '\\_',
    '\\"o',
    "\\'{e}",
    '{\\"u}',
    '\\ss{}',
    '\\emph{so}',
    '\\textbf{ b }',
    '\\alpha ',
    '\\LaTeX\\ ',
  ],
  ...[
    ' so $x_1$ is',
    ' of $O(n \\log n)$.',
    ' (\\(a^2\\)) ',
    '{Whole}',
    '{{Two}}',
    'title = {x}',
    'abstract = {x}',
    ' \\\\ ',
    'é',
    '😀',
  ],
];

function read(value: string, after = '') {
  const text = `@article{a, title = {Nest Choice}, abstract = {${value}}${after}, year = 2024}\n`;
  return [...bibtex.read(text, { file: 'a.bib' })];
}

test('an abstract is what the library would have read', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const value = pieces.join('');
      // What is put together of two texts, the library reads.
      expect(read(value)).toEqual(read(value, ' # {}'));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['in quotes', 'abstract = "Swarms {choose} nests."'],
  ['in capitals', 'ABSTRACT={Swarms {choose} nests.}'],
  ['at the end', 'year = 2024, abstract = {Swarms {choose} nests.}'],
  [
    'behind quotes with braces in them',
    'note = "A {"} abstract = {none}", abstract = {Swarms {choose} nests.}',
  ],
  ['behind a word that looks like it', 'note = "An abstract = {none}", abstract = {Swarms {choose} nests.}'],
  ['in lines that end with CRLF', 'abstract = {Swarms\r\n  {choose}\r\n  nests.}'],
])('an abstract is read %s', (_, fields) => {
  const [found] = bibtex.read(`@article{a, title = {Nest Choice}, ${fields}}\n`, { file: 'a.bib' });
  expect(found).toMatchObject({ draft: { abstract: { text: 'Swarms choose nests.' } } });
});

test('one dollar in an abstract is money, and spoils no record', () => {
  const [found] = bibtex.read('@article{a, title = {Nest Choice}, abstract = {A hive costs $5.}}\n', {
    file: 'a.bib',
  });
  expect(found).toMatchObject({ draft: { abstract: { text: 'A hive costs $5.' } } });
});

test.each([
  ['in braces', 'abstract = {One.}, abstract = {Two.}'],
  ['in quotes and in braces', 'abstract = "One.", abstract = {Two.}'],
  ['in braces and in quotes', 'abstract = {One.}, abstract = "Two."'],
])('of two abstracts, %s, the first one is taken, and it is told', (_, fields) => {
  const [found, told] = bibtex.read(`@article{a, title = {Nest Choice}, ${fields}}\n`, { file: 'a.bib' });
  expect(found).toMatchObject({ draft: { abstract: { text: 'One.' } } });
  expect(told).toMatchObject({ diagnostic: { rule: 'record-repeated' } });
});

test('a record that is too long for the library is told of, and the next one is read', () => {
  const long = `@article{a, title = {${'x'.repeat(1_000_001)}}}`;
  const findings = [...bibtex.read(`${long}\n@article{b, title = {Nest Choice}}`, { file: 'a.bib' })];
  expect(findings).toMatchObject([
    {
      diagnostic: { rule: 'listing-record', place: { line: 1 }, message: expect.stringContaining('longer') },
    },
    { draft: { title: 'Nest Choice' } },
  ]);
});
