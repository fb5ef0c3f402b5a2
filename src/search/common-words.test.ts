import { expect, test } from 'vitest';
import {
  commonWordFile,
  openCommonWords,
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

/** As an English survey has them, and one of another language. */
const WORDS = [
  { forms: ['bee', 'bees'], stem: 'bee' },
  { forms: ['study', 'studies'], stem: 'studi', isInMost: true },
  { forms: ['swarming', 'swarm', 'swarms'], stem: 'swarm' },
  { forms: ['gpt4'], stem: 'gpt4' },
  { forms: ['internal'], stem: 'internal' },
];
const WITHOUT_STEMS = [{ forms: ['biene', 'bienen'], isInMost: true }, { forms: ['schwarm'] }];

test.each([[WORDS], [WITHOUT_STEMS], [[]]])('words are read as they were written', (words) => {
  expect(unpackCommonWords(packCommonWords(words))).toEqual(words);
});

test.each([
  ['bees', 0],
  ['Bees', 0],
  ['studying', 1],
  ['swarmed', 2],
  // Not told, and of another stem than the index knows its like by.
  ['interns', undefined],
  ['beekeeper', undefined],
  ['swärme', undefined],
])('an English word is known in other forms: %s', async (word, position) => {
  expect((await openCommonWords(WORDS))(word)?.position).toBe(position);
});

test('a word of another language is known in the forms that are told', async () => {
  const find = await openCommonWords(WITHOUT_STEMS);
  expect([find('bienen')?.position, find('schwarms')]).toEqual([0, undefined]);
});

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
    await openCommonWords([{ forms: ['bee', 'bees'] }, { forms: ['hive'] }, { forms: ['swarm'] }]),
    async (file) => files.get(file) ?? '',
  );
  for (const form of ['Bees', 'bee']) expect((await ask(form))[1]).toBe(12.5);
  expect(asked).toEqual([]);
  for (const text of ['hive', 'swarm', 'wax', '"bees"', 'bees swarm']) expect(await ask(text)).toBe(scores);
  expect(asked).toEqual(['hive', 'swarm', 'wax', '"bees"', 'bees swarm']);
});
