import { expect, test } from 'vitest';
import { ndcg, recall } from './evaluate.ts';

const judgements = { a: 3, b: 2, c: 1 };

test('the ideal order has an nDCG of 1, any other less, none of them 0', () => {
  expect(ndcg(['a', 'b', 'c'], judgements)).toBe(1);
  expect(ndcg(['b', 'a', 'c'], judgements)).toBeLessThan(1);
  expect(ndcg(['b', 'a', 'c'], judgements)).toBeGreaterThan(ndcg(['c', 'b', 'a'], judgements));
  expect(ndcg(['x', 'y'], judgements)).toBe(0);
  // One answer of grade 3 in the second place: 1 / log2(3).
  expect(ndcg(['x', 'a'], { a: 3 })).toBeCloseTo(0.631, 3);
});

test('recall counts what is found among the first ten', () => {
  expect(recall(['a', 'x', 'c'], judgements)).toBeCloseTo(2 / 3);
  expect(recall([...'0123456789', 'a'], judgements)).toBe(0);
});

test('a query without an answer is answered by silence', () => {
  expect([ndcg([], {}), recall([], {}), ndcg(['a'], {}), recall(['a'], {})]).toEqual([1, 1, 0, 0]);
});
