// Searching, the same in the browser and the terminal: a state in, papers and counts of the facets out.
//
// Pagefind finds the papers of each word; what a query means is decided here, by sets of papers: all words by
// default, the best partial matches where no paper has them all, exclusions, fields, facets.
import { suggest } from '../core/text.ts';
import { say } from '../core/words.ts';
import { checkWords } from './check-words.ts';
import { ELLIPSIS, markWords, parseExcerpt, type Segment } from './excerpt.ts';
import type { LexiconSource } from './lexicon.ts';
import { findNearTerms, type NearTerm } from './near-terms.ts';
import {
  ask,
  type Ids,
  makeAsk,
  makeIdsOf,
  makeIdsOfTerm,
  type OpenIndex,
  type Selection,
} from './open-index.ts';
import { type OpenLexicon, openLexicon } from './open-lexicon.ts';
import type { Pagefind, PagefindFragment, PagefindResult } from './pagefind.ts';
import { type FieldWanted, parseQuery, parseYears, type QueryPart, type QueryProblem } from './query.ts';
import { EXCERPT_WORDS, RANKING, WORTH_A_WORKER } from './ranking.ts';
import { FACETS, type Facet, type SearchState } from './state.ts';
import { findTexts, type TextMatches } from './text-matches.ts';

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
  /** Words of the query that the paper does not have. */
  readonly lacking: readonly string[];
};

/** The answer to a search. */
export type SearchAnswer = {
  readonly total: number;
  /** How many of them have all words; the others come after them. */
  readonly complete: number;
  readonly hits: readonly Hit[];
  /** How many papers each value of a facet would show, whatever is chosen in that facet. */
  readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
  /** Words that no paper has, and what was searched for instead. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words that no paper has, and for which there is nothing to search instead. */
  readonly unknownWords: readonly string[];
  /** Where nothing was found: terms of the glossary that may lead on. */
  readonly nearTerms: readonly NearTerm[];
  readonly problems: readonly QueryProblem[];
};

/** The answer where there is nothing to search. */
export const NOTHING: SearchAnswer = {
  total: 0,
  complete: 0,
  hits: [],
  counts: { theme: {}, year: {} },
  corrections: [],
  unknownWords: [],
  nearTerms: [],
  problems: [],
};

/** Searches a built site. */
export type Engine = { readonly search: (state: SearchState, limit: number) => Promise<SearchAnswer> };

/** What an engine needs besides Pagefind. */
export type EngineOptions = {
  /** Base path of the site, such as `/`. */
  readonly baseUrl: string;
  /** How many papers there are, if that is known. */
  readonly papers?: number;
  readonly lexicon: LexiconSource;
  /**
   * A second Pagefind on the same index, to be asked for filters: one that has loaded filters counts all of them in every
   * search, which in a large survey takes ten times as long as the search. Where there is none, one does both.
   */
  readonly filters?: Pagefind;
};

/** What is known of the index before any search. */
type Index = OpenIndex & {
  readonly lexicon: OpenLexicon;
  readonly facets: Readonly<Record<Facet, ReadonlyMap<string, Ids>>>;
};

/** Whether so many papers, or who knows how many, are worth a worker, and a second Pagefind. */
export function isLarge(papers = Number.POSITIVE_INFINITY): boolean {
  return papers >= WORTH_A_WORKER;
}

/** Readies Pagefind and makes an engine on it. */
export async function createEngine(pagefind: Pagefind, options: EngineOptions): Promise<Engine> {
  const { filters = pagefind } = options;
  for (const copy of new Set([pagefind, filters]))
    await copy.options({
      baseUrl: options.baseUrl,
      excerptLength: EXCERPT_WORDS,
      excerptEllipsis: ELLIPSIS,
      ranking: RANKING,
      // A worker keeps the page free while it searches, and costs a reader as many bytes again as the script.
      noWorker: !isLarge(options.papers),
    });
  const ask = makeAsk(pagefind);
  const [lexicon] = await Promise.all([
    openLexicon(options.lexicon, ask),
    pagefind.init(),
    filters === pagefind || filters.init(),
  ]);
  const { results: newest } = await filters.search(null, { sort: { date: 'desc' } });
  const idsOf = makeIdsOf(filters);
  const sets = FACETS.map(async (facet) => [
    facet,
    await idsByValue(idsOf, facet, lexicon.values[facet] ?? []),
  ]);
  const facets = Object.fromEntries(await Promise.all(sets)) as Index['facets'];
  const index = { newest, idsOf, idsOfTerm: makeIdsOfTerm(pagefind), ask, facets, lexicon };
  return { search: (state, limit) => search(index, state, limit) };
}

async function idsByValue(
  idsOf: OpenIndex['idsOf'],
  filter: string,
  values: readonly string[],
): Promise<Map<string, Ids>> {
  const pairs = values.map(async (value) => [value, await idsOf(filter, value)] as const);
  return new Map(await Promise.all(pairs));
}

async function search(index: Index, state: SearchState, limit: number): Promise<SearchAnswer> {
  const { parts, problems } = parseQuery(state.query);
  const isEmpty = state.query.trim() === '';
  const checked = await checkWords(parts, state.isExact, index.lexicon);
  const fields = await selectByFields(index, checked.parts);
  const texts = await findTexts(index, checked.words);
  const candidates = isEmpty || fields.isUsed || texts.isUsed ? index.newest.map(({ id }) => id) : [];
  const matching = candidates.filter((id) => fields.keep(id) && texts.keep(id));
  const isChosen = (id: string, except?: Facet) =>
    FACETS.every((facet) => facet === except || isInFacet(id, state[facet], index.facets[facet]));
  const chosen = sortIds(
    matching.filter((id) => isChosen(id)),
    state,
    texts,
  );
  const results = new Map([...index.newest, ...texts.results].map((result) => [result.id, result]));
  const shown = chosen.slice(0, limit).flatMap((id) => results.get(id) ?? []);
  const hits = shown.map(async ({ id, data }) =>
    toHit(await data(), texts.scores.get(id) ?? 0, texts.words, texts.lacking(id)),
  );
  return {
    total: chosen.length,
    complete: chosen.filter((id) => texts.lacking(id).length === 0).length,
    hits: await Promise.all(hits),
    counts: countFacets(index, matching, isChosen),
    corrections: checked.corrections,
    unknownWords: checked.unknownWords,
    nearTerms: chosen.length === 0 ? findNearTerms(parts, index.lexicon) : [],
    problems: [...problems, ...fields.problems],
  };
}

/** The papers that fit the fields of a query and none of what it excludes. */
async function selectByFields(
  index: Index,
  parts: readonly QueryPart[],
): Promise<Selection & { problems: readonly QueryProblem[] }> {
  const problems: QueryProblem[] = [];
  const chosen = await Promise.all(
    parts
      .filter((part) => part.kind === 'field' || part.isExcluded)
      .map(async (part) => {
        const ids = part.kind === 'field' ? await idsOfField(index, part) : idsFrom(await ask(index, part));
        if ('problem' in ids) problems.push({ start: part.start, end: part.end, message: ids.problem });
        return 'problem' in ids ? undefined : { ids, isExcluded: part.isExcluded };
      }),
  );
  const used = chosen.filter((one) => one !== undefined);
  return {
    isUsed: used.length > 0,
    keep: (id) => used.every(({ ids, isExcluded }) => ids.has(id) !== isExcluded),
    problems,
  };
}

async function idsOfField(index: Index, { name, value }: FieldWanted): Promise<Ids | { problem: string }> {
  if (name === 'author') {
    const results = await index.ask(value);
    return new Set(
      results.filter(({ matchedMetaFields }) => matchedMetaFields?.includes('authors')).map(({ id }) => id),
    );
  }
  const { terms, values: filters } = index.lexicon;
  const values = name === 'term' ? terms.map(({ id }) => id) : (filters[name] ?? []);
  const years = name === 'year' ? parseYears(value) : undefined;
  const wanted = value.toLowerCase();
  const any = values.filter((known) =>
    years ? Number(known) >= years.from && Number(known) <= years.to : known === wanted,
  );
  // The beginning of an id will do where no id is the whole word.
  const similar = any.length > 0 || years ? any : values.filter((known) => known.startsWith(wanted));
  if (similar.length === 0 && !years && name !== 'has')
    return { problem: say`There is no ${name} “${value}”. ${suggest(wanted, values.slice(0, 30))}` };
  const found = await Promise.all(
    similar.map((known) => (name === 'term' ? index.idsOfTerm(known, 'uses') : index.idsOf(name, known))),
  );
  return new Set(found.flatMap((ids) => [...ids]));
}

function idsFrom(results: readonly PagefindResult[]): Ids {
  return new Set(results.map(({ id }) => id));
}

function sortIds(ids: readonly string[], { sort }: SearchState, { scores }: TextMatches): string[] {
  // They come the newest first, which stays the order of papers with the same score.
  if (sort === 'newest') return [...ids];
  if (sort === 'oldest') return ids.toReversed();
  return ids.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function isInFacet(id: string, values: readonly string[], sets: ReadonlyMap<string, Ids>): boolean {
  return values.length === 0 || values.some((value) => sets.get(value)?.has(id));
}

function countFacets(
  index: Index,
  matching: readonly string[],
  isChosen: (id: string, except: Facet) => boolean,
): SearchAnswer['counts'] {
  const counted = FACETS.map((facet) => {
    const ids = matching.filter((id) => isChosen(id, facet));
    const counts = [...index.facets[facet]].map(([value, set]) => [
      value,
      ids.filter((id) => set.has(id)).length,
    ]);
    return [facet, Object.fromEntries(counts)];
  });
  return Object.fromEntries(counted);
}

function toHit(
  { url, excerpt, meta, filters }: PagefindFragment,
  score: number,
  words: readonly string[],
  lacking: readonly string[],
): Hit {
  const title = meta['title'] ?? '';
  return {
    slug: meta['slug'] ?? '',
    title,
    titleSegments: markWords(title, words),
    url,
    score: Math.round(score * 1000) / 1000,
    date: meta['date'] ?? '',
    themes: filters['theme'] ?? [],
    summary: meta['summary'] ?? '',
    excerpt: parseExcerpt(excerpt),
    lacking,
  };
}
