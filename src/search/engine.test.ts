import { expect, test } from 'vitest';
import { cleanQuery, createEngine } from './engine.ts';
import type { Pagefind, PagefindFilters } from './pagefind.ts';
import { EMPTY_STATE } from './state.ts';

const pages = [
  { slug: 'a', words: 'waggle dance', theme: ['choice'], year: ['2024'] },
  { slug: 'b', words: 'waggle run', theme: ['choice', 'signals'], year: ['2025'] },
  { slug: 'c', words: 'stop signal', theme: ['signals'], year: ['2025'] },
];

/** A Pagefind over three pages, which drops unknown words silently, as the real one does. */
function fakePagefind(): Pagefind {
  const fits = (page: (typeof pages)[number], filters: PagefindFilters = {}) =>
    Object.entries(filters).every(([name, { any }]) =>
      any.some((value) => page[name as 'theme' | 'year'].includes(value)),
    );
  const count = (found: typeof pages, name: 'theme' | 'year') =>
    Object.fromEntries(
      [...new Set(pages.flatMap((page) => page[name]))].map((value) => [
        value,
        found.filter((page) => page[name].includes(value)).length,
      ]),
    );
  return {
    options: async () => {},
    init: async () => {},
    filters: async () => ({ theme: count(pages, 'theme'), year: count(pages, 'year') }),
    search: async (query, { filters } = {}) => {
      const words = (query ?? '')
        .split(' ')
        .filter((word) => pages.some((page) => page.words.includes(word)));
      const found = pages.filter(
        (page) =>
          (query === null || words.length > 0) &&
          words.every((word) => page.words.includes(word)) &&
          fits(page, filters),
      );
      return {
        results: found.map(({ slug, words: title, theme }) => ({
          id: slug,
          score: 1,
          data: async () => ({
            url: `/papers/${slug}/`,
            excerpt: `<mark>${title}</mark>`,
            meta: { slug, title, date: '2025-01-01' },
            filters: { theme },
          }),
        })),
        filters: { theme: count(found, 'theme'), year: count(found, 'year') },
      };
    },
  };
}

const engine = await createEngine(fakePagefind(), '/');
const slugs = async (state: Partial<typeof EMPTY_STATE>, limit = 10) =>
  (await engine.search({ ...EMPTY_STATE, ...state }, limit)).hits.map(({ slug }) => slug);

test('without words all papers are shown, with the counts of all', async () => {
  const answer = await engine.search(EMPTY_STATE, 2);
  expect(answer).toMatchObject({
    total: 3,
    counts: { theme: { choice: 2, signals: 2 }, year: { 2024: 1, 2025: 2 } },
  });
  expect(answer.hits).toHaveLength(2);
});

test('any value within a facet, all facets together', async () => {
  expect(await slugs({ theme: ['choice', 'signals'] })).toEqual(['a', 'b', 'c']);
  expect(await slugs({ theme: ['choice'], year: ['2025'] })).toEqual(['b']);
});

test('the counts of a facet do not depend on what is chosen in it', async () => {
  const { counts } = await engine.search({ ...EMPTY_STATE, query: 'waggle', theme: ['signals'] }, 10);
  expect(counts.theme).toEqual({ choice: 2, signals: 1 });
  expect(counts.year).toEqual({ 2024: 0, 2025: 1 });
});

test('words that no paper has are named, and the others still find', async () => {
  const answer = await engine.search({ ...EMPTY_STATE, query: 'waggle xyzzy' }, 10);
  expect(answer).toMatchObject({ total: 2, unknownWords: ['xyzzy'] });
  const none = await engine.search({ ...EMPTY_STATE, query: 'xyzzy plugh' }, 10);
  expect(none).toMatchObject({ total: 0, hits: [], unknownWords: ['xyzzy', 'plugh'] });
});

test.each([
  ['<SEG> tokens', 'SEG tokens', ['SEG', 'tokens']],
  ['“waggle dance”', '"waggle dance"', ['waggle', 'dance']],
  ['"waggle dan', 'waggle dan', ['waggle', 'dan']],
  ['Hive* pass@1 C++', 'Hive* pass@1 C++', ['Hive*', 'pass@1', 'C++']],
  ['$%&', '', []],
  ['  ', '', []],
])('the query “%s” is searched as “%s”', (text, query, words) => {
  expect(cleanQuery(text)).toEqual({ query, words });
});

test('a query of signs alone finds nothing instead of everything', async () => {
  expect(await engine.search({ ...EMPTY_STATE, query: '$%&' }, 10)).toMatchObject({ total: 0 });
});
