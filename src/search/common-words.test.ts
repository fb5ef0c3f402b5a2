import { expect, test } from 'vitest';
import {
  commonWordFile,
  packCommonWords,
  packScores,
  unpackCommonWords,
  unpackScores,
  withCommonWords,
} from './common-words.ts';

const scores = Float32Array.of(0, 12.5, 1e-9, 6.25, 0.1);

test('scores are read as they were written: the best exactly, the others nearly, and none is lost', () => {
  const read = unpackScores(packScores(scores), scores.length);
  expect(read[0]).toBe(0);
  expect(read[1]).toBe(12.5);
  expect(read[2]).toBeGreaterThan(0);
  for (const [place, score] of read.entries())
    expect(Math.abs(score - (scores[place] ?? 0))).toBeLessThan(12.5 / 250);
});

test('a word that no paper has is written, too', () => {
  expect([...unpackScores(packScores(new Float32Array(3)), 3)]).toEqual([0, 0, 0]);
});

test('scores of other papers are refused', () => {
  expect(() => unpackScores(packScores(scores), scores.length + 1)).toThrow('other papers');
});

test.each([[[['bee', 'bees'], ['hive'], ['swarming', 'swarm', 'swarms']]], [[]]])(
  'words are read in the forms that they were written in',
  (words) => {
    expect(unpackCommonWords(packCommonWords(words))).toEqual(words);
  },
);

test('where there are none, none are read', () => {
  expect(unpackCommonWords('')).toEqual([]);
});

test('the index is asked for what is no common word, and where the file of one does not fit', async () => {
  const asked: string[] = [];
  const index = {
    papers: Array.from(scores, (score) => ({ id: `${score}`, score, data: () => Promise.reject() })),
    ask: async (text: string) => {
      asked.push(text);
      return scores;
    },
  };
  const files = new Map([
    [commonWordFile(0), packScores(scores)],
    [commonWordFile(1), packScores(scores.slice(1))],
  ]);
  const { ask } = withCommonWords(
    index,
    [['bee', 'bees'], ['hive'], ['swarm']],
    async (file) => files.get(file) ?? '',
  );
  for (const form of ['Bees', 'bee']) expect((await ask(form))[1]).toBe(12.5);
  expect(asked).toEqual([]);
  for (const text of ['hive', 'swarm', 'wax', '"bees"', 'bees swarm']) expect(await ask(text)).toBe(scores);
  expect(asked).toEqual(['hive', 'swarm', 'wax', '"bees"', 'bees swarm']);
});
