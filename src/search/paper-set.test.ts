import { expect, test } from 'vitest';
import { newestFirst, packSet, papersWith, putAfter, sizeOf, unite, unpackSet } from './paper-set.ts';

test('a set survives being written', () => {
  const set = Uint8Array.from({ length: 21 }, (_, place) => (place % 3 === 0 || place === 20 ? 1 : 0));
  expect(unpackSet(packSet(set), 21)).toEqual(set);
});

test('sets are united and counted', () => {
  const either = unite(3, [Uint8Array.of(1, 0, 0), Uint8Array.of(1, 0, 1)]);
  expect(either).toEqual(Uint8Array.of(1, 0, 1));
  expect(sizeOf(either)).toBe(2);
});

test('papers with a score are those above nothing', () => {
  expect(papersWith(Float64Array.of(0, Number.MIN_VALUE, 2))).toEqual(Uint8Array.of(0, 1, 1));
});

test('papers of other words come after those of the word itself, and stay where no paper has it', () => {
  const scores = Float64Array.of(0, 2, 9, 0.5, 4);
  expect(putAfter(scores, Uint8Array.of(0, 1, 0, 0, 1), 0.5)).toEqual(Float64Array.of(0, 2, 1, 0.5, 4));
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
