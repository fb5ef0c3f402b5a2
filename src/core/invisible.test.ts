import { expect, test } from 'vitest';
import { findInvisible } from './invisible.ts';

test.each([
  ['bees\u200B buzz', [4]],
  ['\u202Eseeb\u202C', [0, 5]],
  ['so\u00ADft, \uFEFFmark', [2, 7]],
])('%j has invisible characters', (text, offsets) => {
  expect(findInvisible(text).map(({ offset }) => offset)).toEqual(offsets);
});

test.each(['👩‍🚀 flies', 'می‌خواهم', 'क्‍ष', 'plain'])('%s needs what it has', (text) => {
  expect(findInvisible(text)).toEqual([]);
});

test('each is named by its code point', () => {
  expect(findInvisible('\u202E')[0]?.name).toBe(
    'a character that turns the direction of text around (U+202E)',
  );
  expect(findInvisible('\u200B')[0]?.name).toBe('an invisible character (U+200B)');
});
