import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutGroups,
  cutGrowing,
  cutIntoPages,
  pagesAround,
  pagesOfGroups,
  pageTitle,
  pageUrl,
  pieceRange,
} from './pages.ts';

const bees = Array.from({ length: 7 }, (_, index) => `bee ${index + 1}`);

test('a list is cut in its order, and its last page has the rest', () => {
  const pages = cutIntoPages(bees, 3);
  expect(pages.map(({ items }) => items.length)).toEqual([3, 3, 1]);
  expect(pages.flatMap(({ items }) => items)).toEqual(bees);
  expect(pages[1]).toMatchObject({ number: 2, count: 3, first: 4, last: 6, total: 7 });
});

test.each([
  [0, [0]],
  [5, [5]],
  [6, [2, 4]],
  [9, [5, 4]],
  [10, [2, 4, 4]],
])('of a list of %i that grows at its beginning all pages but the first are full', (items, sizes) => {
  const list = Array.from({ length: items }, (_, index) => `bee ${index}`);
  const pages = cutGrowing(list, 4);
  expect(pages.map((page) => page.items.length)).toEqual(sizes);
  expect(pages.flatMap((page) => page.items)).toEqual(list);
});

test('one that comes first moves none of the others to another page, until a page is full', () => {
  const [, ...others] = cutGrowing(bees.slice(0, 6), 4).map(({ items }) => items);
  expect(cutGrowing(['new', ...bees.slice(0, 6)], 4).map(({ items }) => items)).toEqual([
    ['new', 'bee 1', 'bee 2'],
    ...others,
  ]);
});

test('a list that fits, and an empty one, are one page', () => {
  expect(cutIntoPages(bees, 7)).toHaveLength(1);
  expect(cutIntoPages([], 7)).toEqual([{ items: [], number: 1, count: 1, first: 0, last: 0, total: 0 }]);
});

test('the first page keeps its address and its title', () => {
  const [first, second] = cutIntoPages(bees, 4);
  if (!first || !second) throw new Error('There are two pages.');
  expect([pageUrl('/papers/', 1), pageUrl('/papers/', 2)]).toEqual(['/papers/', '/papers/2/']);
  expect([pageTitle('Bees', first), pageTitle('Bees', second)]).toEqual(['Bees', 'Bees, page 2 of 2']);
});

test.each([
  [0, 7, 7, '7 papers'],
  [0, 1, 1, '1 paper'],
  [1000, 1234, 1234, 'Papers 1,001 to 1,234 of 1,234'],
  [0, 60, 61, 'Papers 1 to 60 of 61'],
])('what is shown from %i to %i of %i is said', (start, end, total, expected) => {
  expect(pieceRange('paper', start, end, total)).toBe(expected);
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, 3, 0, 9]],
  [5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [6, 12, [1, 0, 4, 5, 6, 7, 8, 0, 12]],
  [12, 12, [1, 0, 10, 11, 12]],
])('page %i of %i leads to its neighbours and to both ends', (number, count, expected) => {
  expect(pagesAround({ number, count })).toEqual(expected);
});

describe('groups', () => {
  const sizeOf = (group: string) => Number(group.slice(1));
  const shown = (groups: string[], size: number) =>
    cutGroups(groups, sizeOf, size).map(({ pieces }) =>
      pieces.map(({ group, start, end }) => `${group}:${start}-${end}`),
    );

  test('go on where the page before ended', () => {
    expect(shown(['a3', 'b4'], 5)).toEqual([['a3:0-3', 'b4:0-2'], ['b4:2-4']]);
    expect(shown(['a2', 'b2'], 2)).toEqual([['a2:0-2'], ['b2:0-2']]);
  });

  test('without items stand where they would begin', () => {
    expect(shown(['a0'], 2)).toEqual([['a0:0-0']]);
    expect(shown(['a2', 'b0', 'c1'], 2)).toEqual([['a2:0-2'], ['b0:0-0', 'c1:0-1']]);
    expect(shown(['a2', 'b0'], 2)).toEqual([['a2:0-2', 'b0:0-0']]);
  });

  test('begin on a page that can be named', () => {
    const pages = cutGroups(['a3', 'b4', 'c1'], sizeOf, 5);
    expect([...pagesOfGroups(pages)]).toEqual([
      ['a3', 1],
      ['b4', 1],
      ['c1', 2],
    ]);
  });

  test('each item stands on exactly one page, and none holds more than it may', () => {
    const sizes = fc.array(fc.nat(9), { maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 7 }), (list, size) => {
        const groups = list.map((items, index) => ({ index, items }));
        const pages = cutGroups(groups, ({ items }) => items, size);
        const seen = groups.map(() => 0);
        for (const { pieces } of pages) {
          expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(size);
          for (const { group, start, end } of pieces) {
            expect(seen[group.index]).toBe(start);
            seen[group.index] = end;
          }
        }
        expect(seen).toEqual(list);
        const named = pagesOfGroups(pages);
        expect(groups.every((group) => named.has(group))).toBe(true);
      }),
    );
  });
});
