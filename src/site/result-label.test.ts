import { expect, test } from 'vitest';
import type { Result } from '../core/schema/entry.ts';
import { findStatement, fromLabel, valueLabel } from './result-label.ts';

const result = (fields: Partial<Result>): Result => ({
  metric: 'accuracy',
  measure: 'score',
  value: 1,
  quote: 'x',
  ...fields,
});

test.each([
  ['94.0', { value: 94, quote: 'a 7B swarm finds 94.0 of them' }],
  ['90.0%', { value: 90, unit: '%', quote: 'from 58.8% to 90.0%' }],
  ['up to +17.0%', { value: 17, unit: '%', bound: 'up to', measure: 'gain', quote: 'up to 17.0% gains' }],
  ['−12%', { value: 12, unit: '%', measure: 'reduction', quote: 'reduces errors by 12%' }],
  ['60–65%', { value: 60, upper: 65, unit: '%', quote: 'between 60-65%' }],
  ['−60 to −65%', { value: 60, upper: 65, unit: '%', measure: 'reduction', quote: '60-65% less' }],
  ['up to 2.7×', { value: 2.7, unit: '×', bound: 'up to', measure: 'speed-up', quote: 'by up to 2.7X' }],
  ['more than 17×', { value: 17, unit: '×', bound: 'more than', measure: 'gain', quote: 'more than 17×' }],
  ['12 bees', { value: 12, unit: 'bees', quote: '12 bees' }],
] as const)('%s', (label, fields) => {
  expect(valueLabel(result(fields))).toBe(label);
});

test('the value before is spelled as the quote spells it', () => {
  expect(fromLabel(result({ value: 90, from: 58, unit: '%', quote: 'from 58.0% to 90%' }))).toBe('58.0%');
  expect(fromLabel(result({}))).toBeUndefined();
});

test('a statement is the sentence with the quote and its numbers', () => {
  const { before, quote, after } = findStatement(
    result({ value: 90, from: 58, unit: '%', quote: 'from 58% to 90%' }),
    'Bees dance. They improve\nfrom 58% to 90% by voting. That is all.',
  );
  expect([before, after]).toEqual(['They improve ', ' by voting.']);
  expect(quote).toEqual([
    { text: 'from ', isNumber: false },
    { text: '58', isNumber: true },
    { text: '% to ', isNumber: false },
    { text: '90', isNumber: true },
    { text: '%', isNumber: false },
  ]);
});

test('words that the abstract does not say are an error', () => {
  expect(() => findStatement(result({ quote: 'by 12%' }), 'By 13%.')).toThrow('by 12%');
});
