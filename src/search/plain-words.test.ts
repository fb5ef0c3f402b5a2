import { expect, test } from 'vitest';
import { LIGHT_WORDS } from './light-words.ts';
import { meaningsOf } from './plain-words.ts';

test.each([
  ['cheap', ['inexpensive', 'efficient']],
  ['Pictures', ['image', 'visual']],
  ['xyzzy', []],
])('%s', (word, meanings) => {
  expect(meaningsOf(word)).toEqual(meanings);
});

test('the commonest words are single words in lower case', () => {
  expect([...LIGHT_WORDS].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
});
