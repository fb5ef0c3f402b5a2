import { expect, test } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makeTermMatrix } from './term-matrix.ts';

const [entry] = bees.entries;
const [theme] = bees.themes;
if (!entry || !theme) throw new Error('The made-up survey is empty.');
const papers = (count: number, text: string, offset: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...entry,
    slug: `${offset + index}`,
    text,
    fields: { ...entry.fields, title: 'x', themes: [theme.id] },
  }));
const catalog = {
  ...bees,
  terms: [
    { id: 'zigzag', name: 'zigzag', kind: 'method' as const, definition: 'x' },
    { id: 'rare', name: 'rareword', kind: 'method' as const, definition: 'x' },
    { id: 'everywhere', name: 'everyword', kind: 'method' as const, definition: 'x' },
  ],
  entries: [
    ...papers(4, 'zigzag everyword', 0),
    ...papers(1, 'rareword everyword', 10),
    ...papers(5, 'everyword', 20),
  ],
};

test('terms of some papers are shown, those of very few or of most are not', () => {
  const rows = makeTermMatrix(catalog).groups.flatMap((group) => group.rows);
  expect(rows.map(({ id, total }) => [id, total])).toEqual([['zigzag', 4]]);
});

test('the numbers of a row are those of its papers by primary theme', () => {
  const [row] = makeTermMatrix(catalog).groups[0]?.rows ?? [];
  expect(row?.cells.find((cell) => cell.theme.id === theme.id)?.papers).toBe(4);
  expect(row?.cells.reduce((sum, cell) => sum + cell.papers, 0)).toBe(row?.total);
});
