import { expect, test } from 'vitest';
import { offsetOf, placeInBody, placeInText } from './places.ts';

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 1, 4],
  [4, 2, 1],
  [6, 4, 1],
])('offset %i is line %i, column %i, and back', (offset, line, column) => {
  const text = 'abc\nd\n\nefg';
  const where = offset === 6 ? 7 : offset;
  expect(placeInText(text, where, 'a.md')).toEqual({ file: 'a.md', line, column });
  expect(offsetOf(text, { file: 'a.md', line, column })).toBe(where);
});

test('a body begins on a line of its file', () => {
  expect(placeInBody('a\nbc', 3, { file: 'a.md', bodyLine: 7 })).toEqual({
    file: 'a.md',
    line: 8,
    column: 2,
  });
});
