// The papers that have the words of a query, and how well each answers it.
import { isFunctionWord } from '../core/function-words.ts';
import type { CheckedWord } from './check-words.ts';
import { FILLER_WORDS, LIGHT_WORDS } from './light-words.ts';
import { ask, type Ids, type OpenIndex, type Selection } from './open-index.ts';
import type { PagefindResult } from './pagefind.ts';
import { meaningsOf } from './plain-words.ts';
import type { QueryPart } from './query.ts';
import {
  ALIKE_SHARE,
  CENTRALITY,
  COMMON_SHARE,
  COVERAGE_POWER,
  ENOUGH,
  KNOWN_SHARE,
  LIGHT_SHARE,
  PART_BASE,
  PARTIAL_SHARE,
  TERM_COUNTS,
  TERM_SHARE,
  TERM_STRENGTHS,
  WORTH_A_WORKER,
} from './ranking.ts';
import { stemOf } from './vocabulary.ts';

const LIGHT_STEMS: ReadonlySet<string> = new Set([...LIGHT_WORDS].map(stemOf));

/** What the words of a query found. */
export type TextMatches = Selection & {
  readonly scores: ReadonlyMap<string, number>;
  readonly results: readonly PagefindResult[];
  readonly words: readonly string[];
  /** The words that a paper lacks. */
  readonly lacking: (id: string) => string[];
};

/** A word or phrase with the papers that have it, and what it adds to the score of each paper. */
type Found = {
  readonly text: string;
  readonly weight: number;
  readonly has: Ids;
  readonly scores: ReadonlyMap<string, number>;
};

const NO_PAPERS: PapersOfTerm = { using: new Set(), about: new Set() };
const NO_ANSWER: Answer = { results: [], alike: [] };

/** The papers that have all words of a query and, where these are few, those that have most of them. */
export async function findTexts(index: OpenIndex, words: readonly CheckedWord[]): Promise<TextMatches> {
  const telling = words.filter(isTelling);
  const wanted = telling.length > 0 ? telling : words;
  const answers = await Promise.all(wanted.map((word) => answerOf(index, word)));
  const isCommon = (position: number) =>
    (answers[position]?.results.length ?? 0) > COMMON_SHARE * index.newest.length;
  const meant = wanted.map((word, position) =>
    withoutWeakTerms(word, isCommon(position) ? TERM_STRENGTHS.name : TERM_COUNTS),
  );
  const papersOf = await findPapersOfTerms(index, meant);
  const found = withWeights(
    meant.map((word, position) => findWord(word, answers[position] ?? NO_ANSWER, papersOf)),
    index.newest.length,
  );
  const total = weightOf(found);
  const hasAll = (id: string) => found.every(({ has }) => has.has(id));
  const ids = [...new Set(found.flatMap(({ has }) => [...has]))];
  const share = (id: string) => weightOf(found.filter(({ has }) => has.has(id))) / (total || 1);
  const absent = found.filter(({ has }) => has.size === 0);
  const known = total - weightOf(absent);
  // Where half of the words are nowhere, what is asked for is not there: the other half would only mislead.
  const isPartialShown =
    ids.filter(hasAll).length < ENOUGH &&
    known / (known + weightOfAbsent(absent, index.newest.length) || 1) > KNOWN_SHARE;
  return {
    isUsed: wanted.length > 0,
    keep: (id) => wanted.length === 0 || hasAll(id) || (isPartialShown && share(id) >= PARTIAL_SHARE),
    scores: new Map(ids.map((id) => [id, scoreOf(found, id) * share(id) ** COVERAGE_POWER])),
    results: await resultsWithExcerpts(index, wanted, answers),
    words: wanted.flatMap(({ text, inTexts, alike }) => [text, ...inTexts, ...alike].join(' ').split(' ')),
    lacking: (id) => found.filter(({ has }) => !has.has(id)).map(({ text }) => text),
  };
}

/** Whether a word is not only there for the sentence: "things" is not, but "make things up" may mean a term. */
function isTelling({ part, text, terms }: CheckedWord): boolean {
  if (part.kind === 'phrase') return true;
  if (isFunctionWord(text)) return false;
  const isMeant = [...terms.values()].some((strength) => strength >= TERM_STRENGTHS.name);
  return isMeant || !FILLER_WORDS.has(text.toLowerCase());
}

/** What a word found: its papers, and those that only have something alike. */
type Answer = { readonly results: readonly PagefindResult[]; readonly alike: readonly PagefindResult[] };

async function answerOf(index: OpenIndex, { part, inTexts, alike }: CheckedWord): Promise<Answer> {
  if (part.kind === 'phrase' && inTexts.length > 0)
    return { results: await askPhrase(index, part), alike: [] };
  const [results, others] = await Promise.all(
    [inTexts, alike].map(async (texts) => (await Promise.all(texts.map((text) => index.ask(text)))).flat()),
  );
  return { results: results ?? [], alike: others ?? [] };
}

/** Pagefind scores all papers of a phrase alike: its words tell which of them come first. */
async function askPhrase(index: OpenIndex, part: QueryPart): Promise<PagefindResult[]> {
  const [exact, loose] = await Promise.all([
    ask(index, part),
    index.ask(part.kind === 'field' ? '' : part.text),
  ]);
  const scores = new Map(loose.map(({ id, score }) => [id, score]));
  return exact.map((result) => ({ ...result, score: scores.get(result.id) ?? result.score }));
}

function weightOf(found: readonly Found[]): number {
  return found.reduce((sum, { weight }) => sum + weight, 0);
}

/** A word that no paper has would be the rarest of all, and is what the query is about; unless it is plain English. */
function weightOfAbsent(absent: readonly Found[], papers: number): number {
  const rarest = Math.log(1 + 2 * papers);
  return absent.reduce((sum, { text, weight }) => sum + (isOrdinary(text) ? weight : rarest), 0);
}

/** Whether a word is one that everybody uses, whatever they ask for. */
function isOrdinary(text: string): boolean {
  return isLight(text) || meaningsOf(text).length > 0;
}

function scoreOf(found: readonly Found[], id: string): number {
  return found.reduce((sum, { scores, weight }) => sum + weight * (scores.get(id) ?? 0), 0);
}

/**
 * Terms that are hardly meant would only make noise; and a word that many papers have is not meant as a part of some
 * name. Looking for the papers of all of them would take long, too.
 */
function withoutWeakTerms(word: CheckedWord, least: number): CheckedWord {
  return { ...word, terms: new Map([...word.terms].filter(([, strength]) => strength >= least)) };
}

/** Papers that use a term; and those that are about it, for their title or summary names it. */
type PapersOfTerm = { readonly using: Ids; readonly about: Ids };

async function findPapersOfTerms(
  index: OpenIndex,
  words: readonly CheckedWord[],
): Promise<Map<string, PapersOfTerm>> {
  const ids = [...new Set(words.flatMap(({ terms }) => [...terms.keys()]))];
  const papers = ids.map(async (id) => {
    const [using, about] = await Promise.all([index.idsOfTerm(id, 'uses'), index.idsOfTerm(id, 'about')]);
    return [id, { using, about }] as const;
  });
  return new Map(await Promise.all(papers));
}

/** Scores from 0 to 1 by paper; Pagefind's own have no upper end. */
function normalize(results: readonly PagefindResult[]): Map<string, number> {
  const best = Math.max(...results.map(({ score }) => score), Number.MIN_VALUE);
  return new Map(results.toSorted((a, b) => a.score - b.score).map(({ id, score }) => [id, score / best]));
}

/**
 * The papers of a word: those that have it, where Pagefind's own score tells where and how often it stands, and
 * those that use a term which it means.
 */
function findWord(
  { text, terms }: CheckedWord,
  { results, alike }: Answer,
  papersOf: ReadonlyMap<string, PapersOfTerm>,
): Omit<Found, 'weight'> {
  const own = normalize(results);
  const scores = new Map([...own].map(([id, score]) => [id, PART_BASE + (1 - PART_BASE) * score]));
  const has = new Set(own.keys());
  const besides = new Map([...normalize(alike)].map(([id, score]) => [id, ALIKE_SHARE * score]));
  for (const [term, strength] of terms) {
    const { using, about } = papersOf.get(term) ?? NO_PAPERS;
    for (const id of using) {
      const adds = TERM_SHARE * strength * (about.has(id) ? 1 + CENTRALITY : 1);
      besides.set(id, Math.max(adds, besides.get(id) ?? 0));
      has.add(id);
    }
  }
  for (const [id, adds] of besides) scores.set(id, (scores.get(id) ?? 0) + adds);
  return { text, has, scores };
}

/**
 * The rarer a word, the more it weighs (inverse document frequency); a word that no paper has says nothing about
 * what the others are worth and weighs as much as they do on average.
 */
function withWeights(found: readonly Omit<Found, 'weight'>[], papers: number): Found[] {
  const weigh = ({ has }: { has: Ids }) => Math.log(1 + papers / has.size);
  const share = ({ text }: { text: string }) => (isLight(text) ? LIGHT_SHARE : 1);
  const known = found.filter(({ has }) => has.size > 0);
  const average = known.reduce((sum, one) => sum + weigh(one), 0) / (known.length || 1);
  return found.map((one) => ({
    ...one,
    weight: (one.has.size > 0 ? weigh(one) : average || 1) * share(one),
  }));
}

/** Whether a word is one of the commonest, inflected or not. */
function isLight(text: string): boolean {
  const word = text.toLowerCase();
  return LIGHT_WORDS.has(word) || LIGHT_STEMS.has(stemOf(word));
}

/**
 * The results of all words together have the best excerpts; those of single words, the rarest last, stand in for
 * them where there are no such results, or where asking for them would take too long.
 */
async function resultsWithExcerpts(
  index: OpenIndex,
  wanted: readonly CheckedWord[],
  answers: readonly Answer[],
): Promise<PagefindResult[]> {
  const rarestLast = answers.toSorted((a, b) => b.results.length - a.results.length);
  const single = rarestLast.flatMap(({ results, alike }) => [...alike, ...results]);
  const inTexts = wanted.filter(({ inTexts }) => inTexts.length > 0);
  if (inTexts.length < 2 || index.newest.length >= WORTH_A_WORKER) return single;
  const together = inTexts.map(({ part, inTexts: [text = ''] }) =>
    part.kind === 'phrase' ? `"${text}"` : text,
  );
  return [...single, ...(await index.ask(together.join(' ')))];
}
