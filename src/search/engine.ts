// Searching, the same in the browser and the terminal: a state in, papers and counts of the facets out.
import { markWords, parseExcerpt, type Segment } from './excerpt.ts';
import type {
  Pagefind,
  PagefindAnswer,
  PagefindCounts,
  PagefindFilters,
  PagefindFragment,
} from './pagefind.ts';
import { EXCERPT_WORDS, RANKING } from './ranking.ts';
import { FACETS, type Facet, type SearchState } from './state.ts';

/** A paper that was found. */
export type Hit = {
  readonly slug: string;
  readonly title: string;
  readonly titleSegments: readonly Segment[];
  readonly url: string;
  readonly score: number;
  /** ISO 8601 day; empty where the date is not known. */
  readonly date: string;
  /** Ids of its themes. */
  readonly themes: readonly string[];
  readonly summary: string;
  readonly excerpt: readonly Segment[];
};

/** The answer to a search. */
export type SearchAnswer = {
  readonly total: number;
  readonly hits: readonly Hit[];
  /** How many papers each value of a facet would show, whatever is chosen in that facet. */
  readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
  /** Words that no paper has; they were left out of the search. */
  readonly unknownWords: readonly string[];
};

/** Searches a built site. */
export type Engine = { readonly search: (state: SearchState, limit: number) => Promise<SearchAnswer> };

/** Readies Pagefind and makes an engine on it. `baseUrl` is the base path of the site, such as `/`. */
export async function createEngine(pagefind: Pagefind, baseUrl: string): Promise<Engine> {
  await pagefind.options({ baseUrl, excerptLength: EXCERPT_WORDS, ranking: RANKING });
  await pagefind.init();
  // Counts come with an answer only once the filters are loaded.
  const all = await pagefind.filters();

  async function search(state: SearchState, limit: number): Promise<SearchAnswer> {
    const { query, words } = cleanQuery(state.query);
    const isKnown = await Promise.all(words.map((word) => isFound(pagefind, word)));
    const unknownWords = words.filter((_, index) => !isKnown[index]);
    const isHopeless = words.length > 0 && unknownWords.length === words.length;
    if (isHopeless || (query === '' && state.query.trim() !== ''))
      return { total: 0, hits: [], counts: { theme: {}, year: {} }, unknownWords };
    const answer = await ask(pagefind, query, state, FACETS);
    const shown = await Promise.all(
      answer.results.slice(0, limit).map(async ({ score, data }) => toHit(await data(), score, words)),
    );
    return {
      total: answer.results.length,
      hits: shown,
      counts: await countFacets(pagefind, query, state, answer, all),
      unknownWords,
    };
  }

  return { search };
}

/**
 * The words of a query as Pagefind takes them, without signs that it would trip over, and each word by itself.
 * Quotation marks around a phrase stay; one that is still open, as while typing, does not.
 */
export function cleanQuery(text: string): { query: string; words: string[] } {
  const query = text
    .replace(/[“”„]/g, '"')
    .replace(/[^\p{L}\p{M}\p{N}*+@".'’-]+/gu, ' ')
    .trim();
  const isBalanced = (query.match(/"/g)?.length ?? 0) % 2 === 0;
  const clean = isBalanced ? query : query.replaceAll('"', ' ').trim();
  const words = clean
    .replaceAll('"', ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return { query: words.length > 0 ? clean : '', words: [...new Set(words)] };
}

async function isFound(pagefind: Pagefind, word: string): Promise<boolean> {
  return (await pagefind.search(word)).results.length > 0;
}

function ask(
  pagefind: Pagefind,
  query: string,
  state: SearchState,
  facets: readonly Facet[],
): Promise<PagefindAnswer> {
  const filters: PagefindFilters = Object.fromEntries(
    facets.flatMap((facet) => (state[facet].length > 0 ? [[facet, { any: state[facet] }]] : [])),
  );
  const order = { relevance: undefined, newest: 'desc', oldest: 'asc' } as const;
  // Without words there is no relevance: the newest come first.
  const direction = order[state.sort] ?? (query === '' ? 'desc' : undefined);
  return pagefind.search(query === '' ? null : query, {
    filters,
    ...(direction && { sort: { date: direction } }),
  });
}

/** Pagefind counts within the chosen values; a facet's own counts need a search without them. */
async function countFacets(
  pagefind: Pagefind,
  query: string,
  state: SearchState,
  answer: PagefindAnswer,
  all: PagefindCounts,
): Promise<SearchAnswer['counts']> {
  const isPlain = query === '' && FACETS.every((facet) => state[facet].length === 0);
  const counted = await Promise.all(
    FACETS.map(async (facet) => {
      if (isPlain) return [facet, all[facet] ?? {}];
      if (state[facet].length === 0) return [facet, answer.filters[facet] ?? {}];
      const others = FACETS.filter((other) => other !== facet);
      return [facet, (await ask(pagefind, query, state, others)).filters[facet] ?? {}];
    }),
  );
  return Object.fromEntries(counted);
}

function toHit(
  { url, excerpt, meta, filters }: PagefindFragment,
  score: number,
  words: readonly string[],
): Hit {
  const title = meta['title'] ?? '';
  return {
    slug: meta['slug'] ?? '',
    title,
    titleSegments: markWords(title, words),
    url,
    score,
    date: meta['date'] ?? '',
    themes: filters['theme'] ?? [],
    summary: meta['summary'] ?? '',
    excerpt: parseExcerpt(excerpt),
  };
}
