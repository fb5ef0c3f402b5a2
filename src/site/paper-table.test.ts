import { describe, expect, test } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { PAGE_SIZES, ROWS_PER_FILE } from './page-sizes.ts';
import { cutPaperTable, listPaperRows, makePaperTable } from './paper-table.ts';
import { createUrls } from './urls.ts';

const table = makePaperTable(bees);
const [bee] = table.rows;
if (!bee) throw new Error('There is a paper.');
const swarm = (count: number) => ({
  ...table,
  rows: Array.from({ length: count }, (_, index) => ({ ...bee, slug: `bee-${index}` })),
});
const urls = createUrls('/survey/');

test('a small survey is one page, which needs no data', () => {
  expect(cutPaperTable(table)).toHaveLength(1);
  expect(listPaperRows(table, urls)).toEqual([]);
});

describe('a large survey', () => {
  test('has several pages, and all of its rows as data', () => {
    const large = swarm(ROWS_PER_FILE + 1);
    expect(cutPaperTable(large)).toHaveLength(Math.ceil((ROWS_PER_FILE + 1) / PAGE_SIZES.rows));
    const files = listPaperRows(large, urls).map(({ make }) => make());
    expect(files.map(({ rows }) => rows.length)).toEqual([ROWS_PER_FILE, 1]);
    expect(files[1]?.rows[0]).toMatchObject({
      slug: `bee-${ROWS_PER_FILE}`,
      url: `/survey/papers/bee-${ROWS_PER_FILE}/`,
      title: bee.title,
      themes: bee.themes.map(({ id }) => id),
      date: bee.date.text,
    });
  });

  test('cannot have a paper at the address of a page', () => {
    const rows = swarm(PAGE_SIZES.rows).rows;
    const numbered = { ...table, rows: [...rows, { ...bee, slug: '2', title: 'Two Bees' }] };
    expect(() => cutPaperTable(numbered)).toThrow(/“Two Bees” has the address of page 2.*2\.md another name/);
    expect(cutPaperTable({ ...table, rows: [{ ...bee, slug: '2' }] })).toHaveLength(1);
  });
});
