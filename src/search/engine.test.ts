import { describe, expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import type { LexiconSource } from './lexicon.ts';
import type { Pagefind } from './pagefind.ts';
import { wordOfId } from './paper-ids.ts';
import { packSet } from './paper-set.ts';
import { EMPTY_STATE } from './state.ts';
import { makeVocabulary } from './vocabulary.ts';

const pages = [
  {
    slug: 'a',
    words: 'waggle dance',
    theme: ['choice'],
    year: ['2024'],
    term: ['waggle-dance'],
    authors: 'frisch',
    id: wordOfId('2501.01234'),
  },
  {
    slug: 'b',
    words: 'waggle run',
    theme: ['choice', 'signals'],
    year: ['2025'],
    term: ['waggle-dance'],
    authors: 'seeley',
    id: wordOfId('10.1000/bees.7'),
  },
  {
    slug: 'c',
    words: 'stop signal',
    theme: ['signals'],
    year: ['2025'],
    term: ['stop-signal'],
    authors: 'seeley',
    id: '',
  },
  {
    slug: 'd',
    words: 'honey vehicle behavior',
    theme: ['signals'],
    year: ['undated'],
    term: [],
    authors: '',
    id: '',
  },
];
type Page = (typeof pages)[number];

const hasWord = ({ words, authors, id }: Page, word: string): boolean =>
  `${words} ${authors} ${id}`.includes(word);

/** A Pagefind over a few pages: all words, phrases in quotes; newest first. */
function fakePagefind(): Pagefind {
  return {
    options: async () => {},
    init: async () => {},
    search: async (query) => {
      const words = query === null ? [] : query.startsWith('"') ? [query.slice(1, -1)] : query.split(' ');
      const found = pages.filter((page) => words.every((word) => hasWord(page, word)));
      return {
        results: found.map((page) => ({
          id: page.slug,
          score: page.words.length,
          matchedMetaFields: words.some((word) => page.authors.includes(word)) ? ['authors'] : [],
          data: async () => ({
            url: `/papers/${page.slug}/`,
            content: page.words,
            meta: { slug: page.slug, title: page.words, date: '2025-01-01' },
            filters: { theme: page.theme },
          }),
        })),
      };
    },
  };
}

const words = makeVocabulary(pages.flatMap((page) => [page.words, page.authors]));
const terms = [
  {
    id: 'waggle-dance',
    name: 'figure of eight',
    aliases: ['WD', 'waggle run'],
    papers: 2,
  },
  { id: 'stop-signal', name: 'head butt', everyday: ['be quiet'], papers: 1 },
];
const setsOf = (name: 'theme' | 'year' | 'term', values: readonly string[]) =>
  Object.fromEntries(
    values.map((value) => [
      value,
      packSet(Uint8Array.from(pages, (page) => Number(page[name].includes(value)))),
    ]),
  );
const values = {
  theme: setsOf('theme', ['choice', 'signals']),
  year: setsOf('year', ['2024', '2025', 'undated']),
};
const using = setsOf(
  'term',
  terms.map(({ id }) => id),
);
const termPapers = Object.fromEntries(Object.entries(using).map(([id, uses]) => [id, { uses, about: '' }]));
const lexicon: LexiconSource = {
  loadLexicon: async () => ({ terms, values }),
  loadTermPapers: async () => termPapers,
  loadWords: async () => words,
  loadCommonWords: async () => [],
  loadScores: async () => '',
  loadDefinitions: async () => ({ 'waggle-dance': 'report sit', 'stop-signal': 'buzz' }),
};
const engine = await createEngine(fakePagefind(), { baseUrl: '/', lexicon });
const ask = (state: Partial<typeof EMPTY_STATE>, limit = 10) =>
  engine.search({ ...EMPTY_STATE, ...state }, limit);
const slugs = async (query: string, state: Partial<typeof EMPTY_STATE> = {}) =>
  (await ask({ query, ...state })).hits.map(({ slug }) => slug);

describe('facets', () => {
  test('without words all papers are shown, with the counts of all', async () => {
    const answer = await ask({}, 2);
    expect(answer).toMatchObject({
      total: 4,
      counts: { theme: { choice: 2, signals: 3 }, year: { 2024: 1, 2025: 2 } },
    });
    expect(answer.hits).toHaveLength(2);
  });

  test('any value within a facet, all facets together', async () => {
    expect(await slugs('', { theme: ['choice', 'signals'] })).toEqual(['a', 'b', 'c', 'd']);
    expect(await slugs('', { theme: ['choice'], year: ['2025'] })).toEqual(['b']);
  });

  test('the counts of a facet do not depend on what is chosen in it', async () => {
    const { counts } = await ask({ query: 'waggle', theme: ['signals'] });
    expect(counts.theme).toEqual({ choice: 2, signals: 1 });
    expect(counts.year).toEqual({ 2024: 0, 2025: 1, undated: 0 });
  });
});

describe('words', () => {
  test('papers that have all, in any order, come first, then those that lack some', async () => {
    const { complete, hits } = await ask({ query: 'dance waggle' });
    expect(complete).toBe(1);
    expect(hits.map(({ slug, lacking }) => [slug, lacking])).toEqual([
      ['a', []],
      ['b', ['dance']],
    ]);
  });

  test('where no paper has all, the best partial ones are shown with what they lack', async () => {
    const answer = await ask({ query: 'dance signal' });
    expect(answer.complete).toBe(0);
    expect(answer.hits.map(({ slug, lacking }) => [slug, lacking])).toEqual([
      ['a', ['signal']],
      ['c', ['dance']],
    ]);
  });

  test('papers that lack a word come after those that lack none', async () => {
    const answer = await ask({ query: 'run waggle' });
    expect(answer.hits[0]).toMatchObject({ slug: 'b', lacking: [] });
  });

  test('a word that nobody uses is corrected, and the correction can be declined', async () => {
    expect(await ask({ query: 'wagle dance' })).toMatchObject({
      complete: 1,
      corrections: [{ from: 'wagle', to: 'waggle' }],
    });
    expect(await ask({ query: 'wagle dance', isExact: true })).toMatchObject({
      corrections: [],
      unknownWords: ['wagle'],
    });
  });

  test('a word that nobody uses and nobody could mean is named', async () => {
    expect(await ask({ query: 'xyzzyplugh' })).toMatchObject({
      total: 0,
      hits: [],
      unknownWords: ['xyzzyplugh'],
    });
  });

  test('a plain word that nobody uses is searched for as papers say it, which is told and can be declined', async () => {
    expect(await ask({ query: 'cars' })).toMatchObject({
      total: 1,
      corrections: [{ from: 'cars', to: 'vehicle' }],
    });
    expect(await ask({ query: 'cars', isExact: true })).toMatchObject({ total: 0, corrections: [] });
  });

  test('a word is found as it is spelt in England and in America', async () => {
    expect(await slugs('behaviour')).toEqual(['d']);
    expect(await slugs('behavior')).toEqual(['d']);
  });

  test('where half of what is asked for is nowhere, the other half is not shown', async () => {
    expect(await ask({ query: 'waggle xyzzyplugh' })).toMatchObject({
      total: 0,
      unknownWords: ['xyzzyplugh'],
    });
  });

  test('a word that nobody uses weighs more than others do, unless it is plain English', async () => {
    expect(await ask({ query: 'waggle seeley xyzzyplugh' })).toMatchObject({ total: 0 });
    expect((await ask({ query: 'waggle seeley wonder' })).hits[0]).toMatchObject({
      slug: 'b',
      lacking: ['wonder'],
    });
  });

  test('function words and fillers do not count', async () => {
    const { complete, hits } = await ask({ query: 'the waggle of a dance, really' });
    expect(complete).toBe(1);
    expect(hits[0]).toMatchObject({ slug: 'a', lacking: [] });
  });

  test('a filler alone is searched for', async () => {
    expect(await ask({ query: 'things', isExact: true })).toMatchObject({
      total: 0,
      unknownWords: ['things'],
    });
  });

  test('a query of signs alone finds nothing instead of everything', async () => {
    expect(await ask({ query: '$%&' })).toMatchObject({ total: 0 });
  });
});

describe('the glossary', () => {
  test('an acronym finds the papers of its term', async () => {
    expect(await slugs('WD')).toEqual(['a', 'b']);
    expect(await ask({ query: 'WD' })).toMatchObject({ corrections: [], unknownWords: [] });
  });

  test('what it adds to a search is told, and nothing where papers have the words themselves', async () => {
    const added = async (query: string, state: Partial<typeof EMPTY_STATE> = {}) =>
      (await ask({ query, ...state })).alsoSearched.flatMap(({ names }) => names);
    expect(await added('WD')).toEqual(['figure of eight', 'waggle run']);
    expect(await added('WD', { theme: ['signals'] })).toEqual(['figure of eight', 'waggle run']);
    expect(await added('figure of eight')).toEqual(['WD', 'waggle run']);
    expect(await added('be quiet')).toEqual(['head butt']);
    for (const query of ['', 'waggle', 'stop signal', 'xyzzyplugh'])
      expect(await added(query), query).toEqual([]);
  });

  test('and it is marked in the papers that are found by it', async () => {
    const { hits } = await ask({ query: 'WD' });
    const marked = hits.map(({ titleSegments }) => titleSegments.filter(({ isMatch }) => isMatch));
    expect(marked.map((segments) => segments.map(({ text }) => text))).toEqual([[], ['waggle', 'run']]);
  });

  test('everyday words find the papers of the term that they describe', async () => {
    expect(await slugs('be quiet')).toEqual(['c']);
  });

  test('in quotes words mean themselves', async () => {
    expect(await slugs('"be quiet"')).toEqual([]);
  });

  test('a word of a definition alone finds nothing, but its term is offered', async () => {
    const { total, nearTerms } = await ask({ query: 'buzz' });
    expect(total).toBe(0);
    expect(nearTerms[0]).toEqual({ id: 'stop-signal', name: 'head butt' });
  });
});

describe('the query language', () => {
  test.each([
    ['"waggle run"', ['b']],
    ['waggle -dance', ['b']],
    ['-waggle', ['c', 'd']],
    ['theme:signals waggle', ['b']],
    ['theme:sig -stop', ['b', 'd']],
    ['term:waggle-dance', ['a', 'b']],
    ['author:seeley', ['b', 'c']],
    ['-author:seeley', ['a', 'd']],
    ['year:>=2025', ['b', 'c']],
    ['year:2024..2025 waggle', ['b', 'a']],
    ['-year:2025', ['a', 'd']],
    ['https://arxiv.org/abs/2501.01234v2', ['a']],
    ['10.1000/Bees.7 waggle', ['b']],
    ['waggle -arXiv:2501.01234', ['b']],
  ])('%s', async (query, expected) => {
    expect((await slugs(query)).toSorted()).toEqual(expected.toSorted());
  });

  test('an id that no paper has is named as it was written', async () => {
    expect(await ask({ query: 'waggle arXiv 2501.99999' })).toMatchObject({
      total: 0,
      unknownWords: ['arXiv 2501.99999'],
    });
  });

  test('what looks like a field and is none is told, and its value is searched for', async () => {
    const { problems, unknownWords, hits } = await ask({ query: 'xyzzy:dance' });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('no field “xyzzy”')]);
    expect({ unknownWords, found: hits.map(({ slug }) => slug) }).toEqual({ unknownWords: [], found: ['a'] });
    expect(await ask({ query: 'waggle:dance' })).toMatchObject({ problems: [], complete: 1 });
  });

  test('a field that names nothing is a problem with its place', async () => {
    const query = 'waggle theme:singals';
    const { problems, total } = await ask({ query });
    expect(problems.map(({ start, end }) => query.slice(start, end))).toEqual(['theme:singals']);
    expect(problems[0]?.message).toContain('Did you mean signals?');
    expect(total).toBe(2);
  });
});

test('results can be sorted by date in both directions', async () => {
  expect(await slugs('waggle', { sort: 'oldest' })).toEqual(
    (await slugs('waggle', { sort: 'newest' })).toReversed(),
  );
});

test('what will be wanted is asked for before the words are checked, and nothing else', async () => {
  const load = async (query: string) => {
    const loaded: string[] = [];
    const pagefind = fakePagefind();
    const search: Pagefind['search'] = async (words) => {
      loaded.push(words ?? '');
      return pagefind.search(words);
    };
    const loadTermPapers = async () => {
      loaded.push('terms');
      return termPapers;
    };
    const options = { baseUrl: '/', lexicon: { ...lexicon, loadTermPapers } };
    const asked = await createEngine({ ...pagefind, search }, options);
    loaded.length = 0;
    await asked.search({ ...EMPTY_STATE, query }, 10);
    return loaded;
  };
  expect(await load('swarm')).not.toContain('terms');
  // A term by its name, and by a word of it; what papers say instead of a word; and how it is spelt elsewhere.
  expect((await load('WD'))[0]).toBe('terms');
  expect((await load('eight'))[0]).toBe('terms');
  expect((await load('cars'))[0]).toBe('"vehicle"');
  expect((await load('behaviour'))[0]).toBe('"behavior"');
});
