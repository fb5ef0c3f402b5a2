import { expect, test } from 'vitest';
import {
  intersect,
  LEAST_SCORE,
  newestFirst,
  packSet,
  papersWith,
  putAfter,
  sizeOf,
  unite,
  unpackSet,
} from './paper-set.ts';

test('a set survives being written', () => {
  const set = Uint8Array.from({ length: 21 }, (_, place) => (place % 3 === 0 || place === 20 ? 1 : 0));
  expect(unpackSet(packSet(set), 21)).toEqual(set);
});

test('sets are united, intersected and counted', () => {
  const sets = [Uint8Array.of(1, 0, 0), Uint8Array.of(1, 0, 1)];
  const either = unite(3, sets);
  expect(either).toEqual(Uint8Array.of(1, 0, 1));
  expect(intersect(3, sets)).toEqual(Uint8Array.of(1, 0, 0));
  expect(sizeOf(either)).toBe(2);
});

test('papers with a score are those above nothing', () => {
  expect(papersWith(Float32Array.of(0, LEAST_SCORE, 2))).toEqual(Uint8Array.of(0, 1, 1));
});

test('papers of other words come after those of the word itself, and stay where no paper has it', () => {
  const scores = Float32Array.of(0, 2, 9, 0.5, 4);
  expect(putAfter(scores, Uint8Array.of(0, 1, 0, 0, 1), 0.5)).toEqual(Float32Array.of(0, 2, 1, 0.5, 4));
  expect(putAfter(scores, new Uint8Array(5), 0.5)).toEqual(scores);
});

test('no date is before all others, and no two papers have the same place', () => {
  const [b, c, a] = [
    { date: '2025-01-01', slug: 'b' },
    { date: '', slug: 'c' },
    { date: '2025-01-01', slug: 'a' },
  ];
  expect(newestFirst([a, c, b])).toEqual([b, a, c]);
});
