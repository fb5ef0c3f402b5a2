// Long lists on several pages: which items stand on which page, where it is, and which pages a page leads to.
import { count, say } from '../core/words.ts';
import { PAGE_SIZES, ROWS_PER_FILE } from './page-sizes.ts';

/** One page of a list. `first` and `last` count items from 1; both are 0 on the page of an empty list. */
export type ListPage<Item> = {
  readonly items: readonly Item[];
  readonly number: number;
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
};

/** Which of how many pages, without what is on it. */
export type PagePlace = Omit<ListPage<never>, 'items'>;

/** Cuts a list into pages of at most `size` items, in their order. A list without items has one page. */
export function cutIntoPages<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  return cutAfter(items, size, size);
}

/**
 * Cuts a list that grows at its beginning, such as one of the newest papers: all pages but the first are full, and stay as
 * they are until another one is cut off. The first has the rest, which is from half a page to one and a half.
 */
export function cutGrowing<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const others = Math.max(0, Math.round(items.length / size) - 1);
  return cutAfter(items, items.length - others * size, size);
}

/** Cuts a list after its first items, so many of them, and then into pages of `size` items. */
function cutAfter<Item>(items: readonly Item[], onFirst: number, size: number): ListPage<Item>[] {
  const pages = 1 + Math.max(0, Math.ceil((items.length - onFirst) / size));
  return Array.from({ length: pages }, (_, index) => {
    const start = index === 0 ? 0 : onFirst + (index - 1) * size;
    const end = Math.min(onFirst + index * size, items.length);
    return {
      items: items.slice(start, end),
      number: index + 1,
      count: pages,
      first: items.length === 0 ? 0 : start + 1,
      last: end,
      total: items.length,
    };
  });
}

/** A file of rows, which a script loads: those that are in it, and what makes it. */
export type RowsFile<Row, Data> = { readonly rows: readonly Row[]; readonly make: () => Data };

/** Cuts the rows of a table that has several pages into files; a table of one page needs none. */
export function cutIntoFiles<Row, Data>(
  rows: readonly Row[],
  make: (rows: readonly Row[]) => Data,
): RowsFile<Row, Data>[] {
  if (rows.length <= PAGE_SIZES.rows) return [];
  return cutIntoPages(rows, ROWS_PER_FILE).map(({ items }) => ({ rows: items, make: () => make(items) }));
}

/** The address of a page of a list whose first page is at `url`: `/papers/`, `/papers/2/` … */
export function pageUrl(url: string, number: number): string {
  return number === 1 ? url : `${url}${number}/`;
}

/** What stands for a page in a route: nothing for the first one. */
export function pageParameter(number: number): string | undefined {
  return number === 1 ? undefined : String(number);
}

/** The title of a page; only those after the first say which they are. */
export function pageTitle(title: string, place: PagePlace): string {
  return place.number === 1 ? title : say`${title}, page ${place.number} of ${place.count}`;
}

/** `62 papers`, or where only some are shown `Papers 101 to 200 of 1,000`; `start` counts those before. */
export function pieceRange(word: 'paper' | 'result', start: number, end: number, total: number): string {
  if (start === 0 && end === total) return count(total, word);
  return word === 'paper'
    ? say`Papers ${start + 1} to ${end} of ${total}`
    : say`Results ${start + 1} to ${end} of ${total}`;
}

/** The numbers that a page leads to: the first, the last, those beside it; 0 stands where some are left out. */
export function pagesAround({ number, count: last }: Pick<PagePlace, 'number' | 'count'>): number[] {
  const wanted = Array.from({ length: last }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === last || Math.abs(page - number) <= 2,
  );
  return wanted.flatMap((page, index) => {
    const gap = page - (wanted[index - 1] ?? 0);
    // One page that is left out takes no more room than its gap.
    return gap === 1 ? [page] : gap === 2 ? [page - 1, page] : [0, page];
  });
}

/** What of a group stands on a page; `start` is the number of its items on pages before. */
export type GroupPiece<Group> = { readonly group: Group; readonly start: number; readonly end: number };
/** A page of groups, each as far as it stands there. */
export type GroupPage<Group> = PagePlace & { readonly pieces: readonly GroupPiece<Group>[] };

/**
 * Cuts groups into pages of at most `size` items, in their order; `sizeOf` is the number of items of a group. A group
 * without items stands where it would begin. They are cut as a list of all items is.
 */
export function cutGroups<Group>(
  groups: readonly Group[],
  sizeOf: (group: Group) => number,
  size: number,
  cut: typeof cutIntoPages = cutIntoPages,
): GroupPage<Group>[] {
  let before = 0;
  const placed = groups.map((group) => {
    const start = before;
    before += sizeOf(group);
    return { group, start, end: before };
  });
  return cut(Array.from({ length: before }), size).map(({ items: _, ...place }) => {
    const [from, to] = [Math.max(0, place.first - 1), place.last];
    const isHere = ({ start, end }: { start: number; end: number }) =>
      start === end
        ? start >= from && (start < to || place.number === place.count)
        : start < to && end > from;
    const pieces = placed.filter(isHere).map(({ group, start, end }) => ({
      group,
      start: Math.max(from - start, 0),
      end: Math.min(to, end) - start,
    }));
    return { ...place, pieces };
  });
}

/** The page on which each group begins. */
export function pagesOfGroups<Group>(pages: readonly GroupPage<Group>[]): ReadonlyMap<Group, number> {
  const numbers = new Map<Group, number>();
  for (const { number, pieces } of pages)
    for (const { group } of pieces) if (!numbers.has(group)) numbers.set(group, number);
  return numbers;
}
