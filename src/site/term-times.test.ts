import { expect, it } from 'vitest';
import type { Entry } from '../core/schema/entry.ts';
import { makeTermTimes } from './term-times.ts';

const entry = (published?: string): Entry => ({
  slug: published ?? 'undated',
  fields: { title: 't', themes: ['a'], ...(published && { published }) },
  body: '',
  text: '',
});
const few = [entry('2024-05-02'), entry('2024-12-31'), entry('2025-01-01'), entry()];

it('has a column a quarter, from the first paper of the survey to the last', () => {
  const times = makeTermTimes(few.slice(1), few);
  expect(times?.columns.map(({ papers, year }) => [papers, year])).toEqual([
    [0, '2024'],
    [0, undefined],
    [1, undefined],
    [1, '2025'],
  ]);
  expect(times?.undated).toBe(1);
});

it('has a column a year where quarters would be too many', () => {
  const many = [entry('1995-03-01'), entry('2025-03-01')];
  expect(makeTermTimes(many, many)?.columns).toHaveLength(31);
});

it('names years as far apart as their numbers need', () => {
  const years = (from: number, to: number) => {
    const own = [entry(`${from}-01-01`), entry(`${to}-03-01`)];
    return makeTermTimes(own, own)?.columns.flatMap(({ year }) => year ?? []);
  };
  expect(years(2012, 2025)).toEqual(['2012', '2016', '2020', '2024']);
  expect(years(2022, 2025)).toEqual(['2022', '2023', '2024', '2025']);
  expect(years(1900, 2025)).toEqual(['1900', '1928', '1956', '1984', '2012']);
});

it('is nothing where fewer than two papers have a date', () => {
  expect(makeTermTimes([entry('2024-05-02'), entry()], few)).toBeUndefined();
});

it('has a column a year where of a paper no more is known', () => {
  const ofYear: Entry = { ...entry(), fields: { title: 't', themes: ['a'], issued: '2023' } };
  const all = [...few, ofYear];
  const times = makeTermTimes(all, all);
  expect(times?.columns.map(({ label, papers }) => [label, papers])).toEqual([
    ['2023', 1],
    ['2024', 2],
    ['2025', 1],
  ]);
  expect(times?.undated).toBe(1);
});
