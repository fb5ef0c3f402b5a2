// Searching, the same in the browser and the terminal: a state in, papers and counts of the facets out.
//
// Pagefind finds the papers of each word; what a query means is decided here, by sets of papers: all words by
// default, the best partial matches where no paper has them all, exclusions, fields, facets.
import { FUNCTION_WORDS } from '../core/function-words.ts';
import { suggest } from '../core/text.ts';
import { ELLIPSIS, markWords, parseExcerpt, type Segment } from './excerpt.ts';
import type { Pagefind, PagefindFragment, PagefindResult } from './pagefind.ts';
import { type FieldWanted, parseQuery, parseYears, type QueryPart, type QueryProblem } from './query.ts';
import { COMPLETE_BONUS, ENOUGH, EXCERPT_WORDS, PART_BASE, PARTIAL_SHARE, RANKING } from './ranking.ts';
import { FACETS, type Facet, type SearchState } from './state.ts';
import { correctWord, isKnown, type Vocabulary } from './vocabulary.ts';

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
  readonly problems: readonly QueryProblem[];
};

/** Searches a built site. */
export type Engine = { readonly search: (state: SearchState, limit: number) => Promise<SearchAnswer> };

/** What an engine needs besides Pagefind. */
export type EngineOptions = {
  /** Base path of the site, such as `/`. */
  readonly baseUrl: string;
  /** Loads the vocabulary; without one, nothing is corrected. */
  readonly loadVocabulary: () => Promise<Vocabulary>;
};

type Ids = ReadonlySet<string>;

/** What is known of the index before any search. */
type Index = {
  readonly pagefind: Pagefind;
  readonly loadVocabulary: () => Promise<Vocabulary>;
  /** All papers, the newest first. */
  readonly newest: readonly PagefindResult[];
  readonly facets: Readonly<Record<Facet, ReadonlyMap<string, Ids>>>;
  /** Values of every filter. */
  readonly values: Readonly<Record<string, readonly string[]>>;
};

/** Readies Pagefind and makes an engine on it. */
export async function createEngine(pagefind: Pagefind, options: EngineOptions): Promise<Engine> {
  await pagefind.options({
    baseUrl: options.baseUrl,
    excerptLength: EXCERPT_WORDS,
    excerptEllipsis: ELLIPSIS,
    ranking: RANKING,
  });
  await pagefind.init();
  const filters = await pagefind.filters();
  const values = Object.fromEntries(
    Object.entries(filters).map(([name, counts]) => [name, Object.keys(counts)]),
  );
  const { results: newest } = await pagefind.search(null, { sort: { date: 'desc' } });
  const sets = FACETS.map(async (facet) => [facet, await idsByValue(pagefind, facet, values[facet] ?? [])]);
  const facets = Object.fromEntries(await Promise.all(sets)) as Index['facets'];
  const index = { pagefind, newest, facets, values, loadVocabulary: options.loadVocabulary };
  return { search: (state, limit) => search(index, state, limit) };
}

async function idsByValue(
  pagefind: Pagefind,
  filter: string,
  values: readonly string[],
): Promise<Map<string, Ids>> {
  const pairs = values.map(async (value) => [value, await idsOf(pagefind, filter, [value])] as const);
  return new Map(await Promise.all(pairs));
}

async function idsOf(pagefind: Pagefind, filter: string, any: readonly string[]): Promise<Ids> {
  const { results } = await pagefind.search(null, { filters: { [filter]: { any } } });
  return new Set(results.map(({ id }) => id));
}

async function search(index: Index, state: SearchState, limit: number): Promise<SearchAnswer> {
  const { parts, problems } = parseQuery(state.query);
  const isEmpty = state.query.trim() === '';
  const checked = await checkWords(parts, state.isExact, index);
  const fields = await selectByFields(index, checked.parts);
  const texts = await findTexts(index, checked.parts, checked.unknownWords);
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
    problems: [...problems, ...fields.problems],
  };
}

type CheckedWords = Pick<SearchAnswer, 'corrections' | 'unknownWords'> & {
  readonly parts: readonly QueryPart[];
};

/** Replaces words that no paper has by what was probably meant. */
async function checkWords(
  parts: readonly QueryPart[],
  isExact: boolean,
  index: Index,
): Promise<CheckedWords> {
  const vocabulary = parts.length > 0 ? await index.loadVocabulary() : [];
  if (vocabulary.length === 0) return { parts, corrections: [], unknownWords: [] };
  const corrections: { from: string; to: string }[] = [];
  const unknownWords: string[] = [];
  const checked = parts.map((part): QueryPart => {
    if (part.kind === 'field' || part.isExcluded) return part;
    const words = part.text.split(' ').map((word) => {
      if (isKnown(word, vocabulary) || FUNCTION_WORDS.has(word.toLowerCase())) return word;
      const to = isExact ? undefined : correctWord(word, vocabulary);
      if (to === undefined) unknownWords.push(word);
      else corrections.push({ from: word, to });
      return to ?? word;
    });
    return { ...part, text: words.join(' ') };
  });
  return { parts: checked, corrections, unknownWords: [...new Set(unknownWords)] };
}

type Selection = { readonly isUsed: boolean; readonly keep: (id: string) => boolean };

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
    const { results } = await index.pagefind.search(value);
    return new Set(
      results.filter(({ matchedMetaFields }) => matchedMetaFields?.includes('authors')).map(({ id }) => id),
    );
  }
  const values = index.values[name] ?? [];
  const years = name === 'year' ? parseYears(value) : undefined;
  const wanted = value.toLowerCase();
  const any = values.filter((known) =>
    years ? Number(known) >= years.from && Number(known) <= years.to : known === wanted,
  );
  // The beginning of an id will do where no id is the whole word.
  const similar = any.length > 0 || years ? any : values.filter((known) => known.startsWith(wanted));
  if (similar.length === 0 && !years && name !== 'has')
    return { problem: `There is no ${name} “${value}”. ${suggest(wanted, values.slice(0, 30))}` };
  return similar.length > 0 ? idsOf(index.pagefind, name, similar) : new Set();
}

function idsFrom(results: readonly PagefindResult[]): Ids {
  return new Set(results.map(({ id }) => id));
}

async function ask(index: Index, part: QueryPart): Promise<readonly PagefindResult[]> {
  if (part.kind === 'field') return [];
  const { results } = await index.pagefind.search(part.kind === 'phrase' ? `"${part.text}"` : part.text);
  return results;
}

type TextMatches = Selection & {
  readonly scores: ReadonlyMap<string, number>;
  readonly results: readonly PagefindResult[];
  readonly words: readonly string[];
  readonly lacking: (id: string) => string[];
};

/** A word or phrase with the papers that have it. */
type Found = { readonly text: string; readonly weight: number; readonly scores: ReadonlyMap<string, number> };

/** The papers that have all words of a query and, where these are few, those that have most of them. */
async function findTexts(
  index: Index,
  parts: readonly QueryPart[],
  unknownWords: readonly string[],
): Promise<TextMatches> {
  const texts = parts.filter((part) => part.kind !== 'field' && !part.isExcluded);
  const telling = texts.filter((part) => part.kind === 'phrase' || !isFunctionWord(part));
  const wanted = telling.length > 0 ? telling : texts;
  const answers = await Promise.all(
    wanted.map((part) => (isUnknown(part, unknownWords) ? [] : ask(index, part))),
  );
  const found = wanted.map((part, position) =>
    weigh(textOf(part), answers[position] ?? [], index.newest.length),
  );
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  const hasAll = (id: string) => found.every(({ scores }) => scores.has(id));
  const ids = [...new Set(found.flatMap(({ scores }) => [...scores.keys()]))];
  const isEnough = ids.filter(hasAll).length >= ENOUGH;
  const share = (id: string) =>
    found.reduce((sum, { scores, weight }) => sum + (scores.has(id) ? weight : 0), 0) / (total || 1);
  return {
    isUsed: wanted.length > 0,
    keep: (id) => wanted.length === 0 || hasAll(id) || (!isEnough && share(id) >= PARTIAL_SHARE),
    scores: new Map(ids.map((id) => [id, found.reduce((sum, { scores }) => sum + (scores.get(id) ?? 0), 0)])),
    results: await resultsWithExcerpts(index, wanted, answers),
    words: wanted.flatMap((part) => textOf(part).split(' ')),
    lacking: (id) => found.filter(({ scores }) => !scores.has(id)).map(({ text }) => text),
  };
}

/** The results of all words together have the best excerpts; those of single words stand in for them. */
async function resultsWithExcerpts(
  index: Index,
  wanted: readonly QueryPart[],
  answers: readonly (readonly PagefindResult[])[],
): Promise<PagefindResult[]> {
  if (wanted.length < 2) return answers.flat();
  const together = wanted.map((part) => (part.kind === 'phrase' ? `"${part.text}"` : textOf(part))).join(' ');
  const { results } = await index.pagefind.search(together);
  return [...answers.flat().toSorted((a, b) => a.score - b.score), ...results];
}

function textOf(part: QueryPart): string {
  return part.kind === 'field' ? part.value : part.text;
}

function isFunctionWord(part: QueryPart): boolean {
  return part.kind === 'word' && FUNCTION_WORDS.has(part.text.toLowerCase());
}

function isUnknown(part: QueryPart, unknownWords: readonly string[]): boolean {
  return textOf(part)
    .split(' ')
    .some((word) => unknownWords.includes(word));
}

/**
 * Scores of the papers that have a word: the rarer the word, the more it weighs (inverse document frequency);
 * Pagefind's own score, which knows where and how often the word stands, decides the rest.
 */
function weigh(text: string, results: readonly PagefindResult[], papers: number): Found {
  const weight = Math.log(1 + papers / (results.length || 0.5));
  const best = Math.max(...results.map(({ score }) => score), Number.MIN_VALUE);
  const scores = results.map(
    ({ id, score }) => [id, weight * (PART_BASE + (1 - PART_BASE) * (score / best))] as const,
  );
  return { text, weight, scores: new Map(scores) };
}

function sortIds(ids: readonly string[], { sort }: SearchState, { scores, lacking }: TextMatches): string[] {
  // They come the newest first, which stays the order of papers with the same score.
  if (sort === 'newest') return [...ids];
  if (sort === 'oldest') return ids.toReversed();
  const rank = (id: string) => (lacking(id).length === 0 ? COMPLETE_BONUS : 0) + (scores.get(id) ?? 0);
  return ids.toSorted((a, b) => rank(b) - rank(a));
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
