import { describe, expect, test } from 'vitest';
import { parseQuery, parseYears } from './query.ts';

const summary = (text: string) =>
  parseQuery(text).parts.map((part) => {
    const what =
      part.kind === 'field'
        ? `${part.name}:${part.value}`
        : part.kind === 'paper'
          ? `paper ${part.text}`
          : part.kind === 'phrase'
            ? `"${part.text}"`
            : part.text;
    return `${part.isExcluded ? '-' : ''}${what}`;
  });

describe('parts of a query', () => {
  test.each([
    ['waggle dance', ['waggle', 'dance']],
    ['"waggle dance" bees', ['"waggle dance"', 'bees']],
    ['“waggle dance”', ['"waggle dance"']],
    ['"waggle dan', ['"waggle dan"']],
    ['"waggle"', ['waggle']],
    ['"nest-box"', ['"nest-box"']],
    ['bees -ants -"old hive"', ['bees', '-ants', '-"old hive"']],
    ['self-taught bees', ['self-taught', 'bees']],
    ['Theme:choice -year:2024 year:>=2025', ['theme:choice', '-year:2024', 'year:>=2025']],
    ['author:"van Dyck" has:code', ['author:van Dyck', 'has:code']],
    ['Hive*: better foraging', ['Hive*', 'better', 'foraging']],
    ['Nest:Choice', ['Nest', 'Choice']],
    ['<SEG> C++ pass@1 2.5', ['SEG', 'C++', 'pass@1', '2.5']],
    ['arXiv 2501.01234 waggle', ['paper arXiv 2501.01234', 'waggle']],
    ['$%& "" - : ""', []],
    ['', []],
    ['__proto__:x constructor:y', ['proto', 'x', 'constructor', 'y']],
  ])('%s', (text, parts) => {
    expect(summary(text)).toEqual(parts);
  });

  test('each part has its place', () => {
    const text = 'bees -"old hive" theme:choice';
    expect(parseQuery(text).parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'bees',
      '-"old hive"',
      'theme:choice',
    ]);
  });
});

test('what cannot be understood is named with its place, and the rest still searches', () => {
  const text = 'bees year:soon has:wings';
  const { parts, problems } = parseQuery(text);
  expect(parts).toHaveLength(1);
  expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(['year:soon', 'has:wings']);
  expect(problems[0]?.message).toContain('year:2025');
});

test.each([
  ['2025', 2025, 2025],
  ['>=2025', 2025, Number.POSITIVE_INFINITY],
  ['>2025', 2026, Number.POSITIVE_INFINITY],
  ['<=2024', Number.NEGATIVE_INFINITY, 2024],
  ['<2024', Number.NEGATIVE_INFINITY, 2023],
  ['2023..2025', 2023, 2025],
])('years: %s', (text, from, to) => {
  expect(parseYears(text)).toEqual({ from, to });
});

test.each(['', '25', 'soon', '>=', '2024..', '..2024'])('no years: “%s”', (text) => {
  expect(parseYears(text)).toBeUndefined();
});
