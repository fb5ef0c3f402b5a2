import { describe, expect, it } from 'vitest';
import { describeTable, isOfTheme, nextOrder, type RowValues, sortRows } from './paper-table-order.ts';

const rows: readonly RowValues[] = [
  { title: 'Scouts', themes: 'signals nest', date: '2024-05-01', authors: '10' },
  { title: 'Älter', themes: 'nest', date: '', authors: '' },
  { title: 'Bees', themes: 'nest', date: '2025-01-08', authors: '9' },
];
const titles = (order: Parameters<typeof sortRows>[2]) =>
  sortRows(rows, (row) => row, order).map(({ title }) => title);

describe('sortRows', () => {
  it('sorts words as a reader would, whatever their accents', () => {
    expect(titles({ key: 'title', direction: 'ascending' })).toEqual(['Älter', 'Bees', 'Scouts']);
  });

  it('sorts numbers by their size', () => {
    expect(titles({ key: 'authors', direction: 'ascending' })).toEqual(['Bees', 'Scouts', 'Älter']);
  });

  it.each(['ascending', 'descending'] as const)('puts rows without a date last when %s', (direction) => {
    expect(titles({ key: 'date', direction }).at(-1)).toBe('Älter');
  });
});

describe('nextOrder', () => {
  it('begins with the newest, and with A', () => {
    const order = { key: 'authors', direction: 'ascending' } as const;
    expect(nextOrder(order, 'date')).toEqual({ key: 'date', direction: 'descending' });
    expect(nextOrder(order, 'title')).toEqual({ key: 'title', direction: 'ascending' });
  });

  it('turns round when the same header is pressed again', () => {
    expect(nextOrder({ key: 'title', direction: 'ascending' }, 'title').direction).toBe('descending');
  });
});

it('filters by whole theme ids, primary or second', () => {
  expect(rows.filter((row) => isOfTheme(row, 'nest'))).toHaveLength(3);
  expect(rows.filter((row) => isOfTheme(row, 'signals'))).toHaveLength(1);
  expect(rows.filter((row) => isOfTheme(row, 'sign'))).toHaveLength(0);
  expect(rows.filter((row) => isOfTheme(row, ''))).toHaveLength(3);
});

it('says what the table shows', () => {
  expect(describeTable(3, 3, { key: 'date', direction: 'descending' })).toBe('3 papers, newest first');
  expect(describeTable(1, 3, { key: 'title', direction: 'ascending' })).toBe(
    '1 of 3 papers, by title, A to Z',
  );
});
