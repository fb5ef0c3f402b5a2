import { expect, test } from 'vitest';
import { closeGaps, shorten, splitWords } from './trim-list.ts';

test('names are short, tell all of many apart, and do not depend on the others', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `en_${index.toString(16)}`);
  const shortened = shorten(names);
  expect(new Set(shortened.values()).size).toBe(names.length);
  const lengths = [...shortened.values()].map(({ length }) => length);
  expect(Math.min(...lengths)).toBe(5);
  expect(lengths.filter((length) => length > 5).length).toBeLessThan(names.length / 1000);
  for (const [name, short] of shorten(names.slice(0, 10))) expect(shortened.get(name)).toMatch(`${short}`);
});

test('each chunk reaches up to the next one, and no further', () => {
  const closed = closeGaps([
    ['1', 'a', 'one'],
    ['ab', 'be', 'two'],
    ['bee', 'z', 'three'],
  ]);
  const chunksOf = (word: string) =>
    closed.filter(([first, last]) => first <= word && word <= last).map(([, , file]) => file);
  expect(chunksOf('aa')).toEqual(['one']);
  expect(chunksOf('acceleration')).toEqual(['two']);
  expect(chunksOf('ab')).toEqual(['two']);
  expect(chunksOf('bed')).toEqual(['two']);
  expect(chunksOf('bee')).toEqual(['three']);
  expect(chunksOf('beeline')).toEqual(['three']);
});

test('words that many papers have are set apart, unless they go on where another ends', () => {
  const counts = { ring: 1, rise: 1, rl: 9, rlhf: 1, roam: 9, rob: 1, robot: 9, rope: 1 };
  const words = Object.entries(counts).map(([word, papers]) => [word, Array(papers).fill(0)] as const);
  const runs = splitWords(words, 5).map((run) => run.map(([word]) => word));
  // "rlhf" begins with "rl", which finds it; so does "robot" with "rob".
  expect(runs).toEqual([['ring', 'rise'], ['rl', 'rlhf'], ['roam'], ['rob', 'robot'], ['rope']]);
  expect(splitWords(words, 10)).toHaveLength(1);
});
