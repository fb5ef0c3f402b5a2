import { describe, expect, it } from 'vitest';
import { describeResults, isWanted, type ResultValues, sortResults } from './result-table-rows.ts';

const row = (values: Partial<ResultValues>): ResultValues => ({
  value: '1',
  metric: 'accuracy',
  measure: 'score',
  model: '',
  versus: '',
  paper: 'P',
  kind: 'score | accuracy | %',
  themes: 'signals nest',
  measureId: 'score',
  benchmark: 'trial',
  ...values,
});

describe('sortResults', () => {
  const rows = [
    row({ value: '9', paper: 'B' }),
    row({ value: '80', paper: 'A' }),
    row({ value: '100', kind: 'gain | accuracy | %', paper: 'C', model: 'M' }),
    row({ value: '2', kind: 'gain | accuracy | %', paper: 'D' }),
  ];
  const papers = (key: 'value' | 'paper' | 'model', direction: 'ascending' | 'descending') =>
    sortResults(rows, (values) => values, { key, direction }).map(({ paper }) => paper);

  it('never puts values of different kinds in one order', () => {
    expect(papers('value', 'descending')).toEqual(['A', 'B', 'C', 'D']);
    expect(papers('value', 'ascending')).toEqual(['B', 'A', 'D', 'C']);
  });

  it('sorts words, and puts what is not said last', () => {
    expect(papers('paper', 'descending')).toEqual(['D', 'C', 'B', 'A']);
    expect(papers('model', 'descending')[0]).toBe('C');
  });
});

it.each([
  [{}, true],
  [{ theme: 'nest' }, true],
  [{ theme: 'sign' }, false],
  [{ measure: 'gain' }, false],
  [{ benchmark: 'trial', measure: 'score' }, true],
  [{ benchmark: 'other' }, false],
])('asked for %j', (filter, expected) => {
  expect(isWanted(row({}), { theme: '', measure: '', benchmark: '', ...filter })).toBe(expected);
});

it('says what the table shows', () => {
  expect(describeResults(3, 3, undefined)).toBe('3 results, by benchmark');
  expect(describeResults(1, 3, { key: 'value', direction: 'descending' })).toBe(
    '1 of 3 results, by benchmark, highest first among values of one metric',
  );
});
