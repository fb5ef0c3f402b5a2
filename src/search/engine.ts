// Searching, the same in the browser and the terminal: a state in, papers and counts of the facets out.
//
// Pagefind finds the papers of each word; what a query means is decided here, by sets of papers: all words by
// default, the best partial matches where no paper has them all, exclusions, fields, facets.
import { suggest } from '../core/text.ts';
import { say } from '../core/words.ts';
import { checkWords } from './check-words.ts';
import { openCommonWords, withCommonWords } from './common-words.ts';
import { makeExcerpt, markMatches, type Segment, type Wanted } from './excerpt.ts';
import { describeAuthors, splitNames } from './hit-authors.ts';
import type { LexiconSource } from './lexicon.ts';
import { findNearTerms, type NearTerm } from './near-terms.ts';
import { ask, openIndex } from './open-index.ts';
import { openLexicon, type SearchIndex } from './open-lexicon.ts';
import { findOtherNames, type OtherNames } from './other-names.ts';
import type { Pagefind, PagefindFragment } from './pagefind.ts';
import { makeScores, type PaperSet, papersWith, sizeOf, unite } from './paper-set.ts';
import { type FieldWanted, parseQuery, parseYears, type QueryPart, type QueryProblem } from './query.ts';
import { EXCERPT_WORDS, WORTH_A_WORKER } from './ranking.ts';
import { FACETS, type Facet, type SearchState } from './state.ts';
import { findTexts, type TextMatches } from './text-matches.ts';

/** A paper that was found. */
export type Hit = {
  readonly slug: string;
  readonly title: string;
  readonly titleSegments: readonly Segment[];
  readonly url: string;
  readonly score: number;
  /** ISO 8601, a day, month or year; empty where the date is not known. */
  readonly date: string;
  readonly authors: readonly string[];
  /** The first of them, how many more there are, and those that are searched for. */
  readonly authorSegments: readonly Segment[];
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
  /** Terms by whose names papers were found that do not have the words themselves. */
  readonly alsoSearched: readonly OtherNames[];
  /** Words that no paper has, and for which there is nothing to search instead. */
  readonly unknownWords: readonly string[];
  /** Where nothing was found: terms of the glossary that may lead on. */
  readonly nearTerms: readonly NearTerm[];
  readonly problems: readonly QueryProblem[];
};

/** Searches a built site. */
export type Engine = {
  /** The signal says that nobody waits for the answer any more: then it may fail. */
  readonly search: (state: SearchState, limit: number, signal?: AbortSignal) => Promise<SearchAnswer>;
};

/** What an engine needs besides Pagefind. */
export type EngineOptions = {
  /** Base path of the site, such as `/`. */
  readonly baseUrl: string;
  readonly lexicon: LexiconSource;
};

/** Readies Pagefind and makes an engine on it. */
export async function createEngine(
  pagefind: Pagefind,
  { baseUrl, lexicon: source }: EngineOptions,
): Promise<Engine> {
  const [opened, read] = await Promise.all([openIndex(pagefind, baseUrl), source.loadLexicon()]);
  const common = opened.papers.length < WORTH_A_WORKER ? [] : await source.loadCommonWords();
  const findCommon = await openCommonWords(common);
  const asked = withCommonWords(opened, findCommon, source.loadScores);
  const index = { ...asked, lexicon: openLexicon(read, source, asked, findCommon) };
  return {
    search: async (state, limit, signal) => {
      // What came in meanwhile comes first: it may say that this is not wanted any more.
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      return search(index, state, limit);
    },
  };
}

async function search(index: SearchIndex, state: SearchState, limit: number): Promise<SearchAnswer> {
  const { parts, problems } = parseQuery(state.query);
  const checked = await checkWords(parts, state.isExact, index);
  const fields = await selectByFields(index, checked.parts);
  const texts = await findTexts(index, checked.words);
  const isAsked = state.query.trim() === '' || fields.isUsed || texts.isUsed;
  const matching: number[] = [];
  for (let place = 0; isAsked && place < index.papers.length; place++)
    if (fields.keep(place) && texts.keep(place)) matching.push(place);
  const narrowed = narrow(index, state);
  const chosen = matching.filter((place) => narrowed.every(({ keep }) => keep(place)));
  const alsoSearched = findOtherNames(index.lexicon.terms, texts.meantIn(chosen), texts.words);
  const wanted = { words: texts.words, names: alsoSearched.flatMap(({ names }) => names) };
  const hits = sortPlaces(chosen, state, texts, limit).map(async (place) => {
    const page = await index.papers[place]?.data();
    return page ? [toHit(page, texts.scores[place] ?? 0, wanted, texts.lacking(place))] : [];
  });
  // While the texts of the hits are on their way.
  const counts = countFacets(index, matching, narrowed);
  const complete = chosen.filter(texts.hasAll).length;
  return {
    total: chosen.length,
    complete,
    hits: (await Promise.all(hits)).flat(),
    counts,
    corrections: checked.corrections,
    alsoSearched,
    unknownWords: [...fields.unknown, ...checked.unknownWords],
    nearTerms: chosen.length === 0 ? await findNearTerms(parts, index.lexicon) : [],
    problems: [...problems, ...checked.problems, ...fields.problems],
  };
}

/** Papers, by their places, that part of a query keeps; `isUsed` where that part is there at all. */
type Selection = { readonly isUsed: boolean; readonly keep: (place: number) => boolean };

/** The papers that fit the fields and ids of a query and none of what it excludes; `unknown` are ids that no paper has. */
async function selectByFields(
  index: SearchIndex,
  parts: readonly QueryPart[],
): Promise<Selection & { problems: readonly QueryProblem[]; unknown: readonly string[] }> {
  const problems: QueryProblem[] = [];
  const unknown: string[] = [];
  const chosen = await Promise.all(
    parts
      .filter((part) => part.kind === 'field' || part.kind === 'paper' || part.isExcluded)
      .map(async (part) => {
        const set =
          part.kind === 'field' ? await papersOfField(index, part) : papersWith(await ask(index, part));
        if ('problem' in set) problems.push({ start: part.start, end: part.end, message: set.problem });
        else if (part.kind === 'paper' && sizeOf(set) === 0) unknown.push(part.text);
        return 'problem' in set ? undefined : { set, isExcluded: part.isExcluded };
      }),
  );
  const used = chosen.filter((one) => one !== undefined);
  return {
    isUsed: used.length > 0,
    keep: (place) => used.every(({ set, isExcluded }) => Boolean(set[place]) !== isExcluded),
    problems,
    unknown,
  };
}

async function papersOfField(
  index: SearchIndex,
  { name, value }: FieldWanted,
): Promise<PaperSet | { problem: string }> {
  if (name === 'author') return index.papersOfAuthor(value);
  const { terms, values: filters } = index.lexicon;
  const sets = filters[name] ?? new Map<string, PaperSet>();
  const values = name === 'term' ? terms.map(({ id }) => id) : [...sets.keys()];
  const years = name === 'year' ? parseYears(value) : undefined;
  const wanted = value.toLowerCase();
  const any = values.filter((known) =>
    years ? Number(known) >= years.from && Number(known) <= years.to : known === wanted,
  );
  // The beginning of an id will do where no id is the whole word.
  const similar = any.length > 0 || years ? any : values.filter((known) => known.startsWith(wanted));
  if (similar.length === 0 && !years && name !== 'has')
    return { problem: say`There is no ${name} “${value}”. ${suggest(wanted, values.slice(0, 30))}` };
  const papersUsing = async (id: string) => (await index.lexicon.papersOfTerm(id)).uses;
  const found = await Promise.all(
    similar.map((known) => (name === 'term' ? papersUsing(known) : sets.get(known))),
  );
  return unite(
    index.papers.length,
    found.filter((set) => set !== undefined),
  );
}

/** The first places in the order that is wanted. */
function sortPlaces(
  places: readonly number[],
  { sort }: SearchState,
  { scores }: TextMatches,
  limit: number,
): readonly number[] {
  // They come the newest first, which stays the order of papers with the same score.
  if (sort === 'newest') return places.slice(0, limit);
  if (sort === 'oldest') return places.toReversed().slice(0, limit);
  const scoreOf = (place: number) => scores[place] ?? 0;
  // Sorting all papers of a large survey would take longer than finding them.
  const least =
    makeScores(places.length, (index) => scoreOf(places[index] ?? -1))
      .toSorted()
      .at(-limit) ?? 0;
  return places
    .filter((place) => scoreOf(place) >= least)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .slice(0, limit);
}

/** What is chosen in a facet, and the papers that it keeps. */
type Narrowed = { readonly facet: Facet; readonly keep: (place: number) => boolean };

function narrow({ papers, lexicon }: SearchIndex, state: SearchState): Narrowed[] {
  return FACETS.filter((facet) => state[facet].length > 0).map((facet) => {
    const chosen = state[facet].flatMap((value) => lexicon.values[facet]?.get(value) ?? []);
    const set = unite(papers.length, chosen);
    return { facet, keep: (place) => set[place] === 1 };
  });
}

function countFacets(
  { lexicon }: SearchIndex,
  matching: readonly number[],
  narrowed: readonly Narrowed[],
): SearchAnswer['counts'] {
  const counted = FACETS.map((facet) => {
    const others = narrowed.filter((one) => one.facet !== facet);
    const places = matching.filter((place) => others.every(({ keep }) => keep(place)));
    const counts = [...(lexicon.values[facet] ?? [])].map(([value, set]) => {
      let count = 0;
      for (const place of places) count += set[place] ?? 0;
      return [value, count];
    });
    return [facet, Object.fromEntries(counts)];
  });
  return Object.fromEntries(counted);
}

function toHit(
  { url, content, meta, filters }: PagefindFragment,
  score: number,
  wanted: Wanted,
  lacking: readonly string[],
): Hit {
  const title = meta['title'] ?? '';
  const authors = splitNames(meta['authors'] ?? '');
  return {
    slug: meta['slug'] ?? '',
    title,
    titleSegments: markMatches(title, wanted),
    url,
    score: Math.round(score * 1000) / 1000,
    date: meta['date'] ?? '',
    authors,
    authorSegments: describeAuthors(authors, wanted.words),
    themes: filters['theme'] ?? [],
    summary: meta['summary'] ?? '',
    excerpt: makeExcerpt(content, wanted, EXCERPT_WORDS),
    lacking,
  };
}
