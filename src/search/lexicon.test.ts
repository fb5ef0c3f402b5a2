import { expect, test } from 'vitest';
import { readLexicon } from './lexicon.ts';

test('words that cannot be loaded are done without', async () => {
  const { loadWords } = readLexicon(() => Promise.reject(new Error('There is no such file.')));
  expect(await loadWords()).toEqual([]);
});
