import { expect, test } from 'vitest';
import { checkWords } from './check-words.ts';
import { openLexicon } from './open-lexicon.ts';
import { parseQuery } from './query.ts';

/** Terms with one word each that is common in the survey. */
const TERMS = [
  { id: 'hive-mind', name: 'Hive mind', papers: 1 },
  { id: 'wing-beat', name: 'Wing beat', papers: 1 },
];

/**
 * Checks the words of a query in a survey where "hive" and "wing" are common, the latter in most papers, and lists what is asked
 * and loaded before anything is answered.
 */
function check(
  query: string,
  correct: (word: string) => Promise<string | undefined> = async () => undefined,
) {
  const asked: string[] = [];
  const loaded: string[] = [];
  const ask = async (text: string) => {
    asked.push(text);
    return Float32Array.of(text === '"nectar"' ? 1 : 0);
  };
  const source = {
    loadLexicon: async () => ({ terms: [], values: {} }),
    loadTermPapers: async (file: string) => {
      loaded.push(file);
      return {};
    },
    loadWords: async () => ['nectar'],
    loadCommonWords: async () => [],
    loadScores: async () => '',
    loadDefinitions: async () => ({}),
  };
  const papers = [{ id: 'a', score: 1, data: () => Promise.reject(new Error('Nobody asks for it.')) }];
  const common = ['hive', 'hives', 'wing', 'with', 'like', 'create'];
  const findCommon = (word: string) =>
    common.includes(word) ? { position: 0, isInMost: word === 'wing' } : undefined;
  const lexicon = openLexicon({ terms: TERMS, values: {} }, source, { papers, ask }, findCommon);
  const checked = checkWords(parseQuery(query).parts, false, { ask, lexicon: { ...lexicon, correct } });
  return { asked: [...asked], loaded: [...loaded], checked };
}

test('the answers of common words are asked for beside those of the others, without waiting for them', () => {
  expect(check('nectar hives').asked.toSorted()).toEqual(['"nectar"', 'hives']);
  expect(check('wing-hive').asked.toSorted()).toContain('hive');
  expect(check('"hive with wing"').asked.toSorted()).toEqual(['hive', 'wing', 'with']);
});

test('those of words that only make a sentence are not', () => {
  expect(check('nectar with hives like').asked).not.toContain('with');
  expect(check('nectar with hives like').asked).not.toContain('like');
  // Which would say the same as "make".
  expect(check('make nectar').asked).not.toContain('create');
});

test('the papers of a term are loaded at once where a word of its name may mean it, not where most papers have that', () => {
  expect(check('hive').loaded).toHaveLength(1);
  expect(check('wing').loaded).toEqual([]);
  expect(check('wing beat').loaded).toHaveLength(1);
});

test('corrections are told in the order of the words, whichever is found first', async () => {
  const correct = async (word: string) => {
    if (word === 'hvie') await new Promise((resolve) => setTimeout(resolve, 5));
    return word === 'hvie' ? 'hive' : 'wing';
  };
  const { corrections } = await check('hvie wnig', correct).checked;
  expect(corrections).toEqual([
    { from: 'hvie', to: 'hive' },
    { from: 'wnig', to: 'wing' },
  ]);
});
