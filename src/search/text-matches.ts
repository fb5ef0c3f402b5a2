// The papers that have the words of a query, and how well each answers it.
import { isFunctionWord } from '../core/function-words.ts';
import type { CheckedWord } from './check-words.ts';
import { FILLER_WORDS, isLight } from './light-words.ts';
import { ask, type OpenIndex } from './open-index.ts';
import type { PapersOfTerm, SearchIndex } from './open-lexicon.ts';
import { type PaperSet, papersWith, type Scores, sizeOf } from './paper-set.ts';
import { isOrdinary } from './plain-words.ts';
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
} from './ranking.ts';

/** What the words of a query found; papers are told by their places. */
export type TextMatches = {
  /** Whether there are words at all. */
  readonly isUsed: boolean;
  readonly keep: (place: number) => boolean;
  readonly scores: Scores;
  readonly words: readonly string[];
  readonly hasAll: (place: number) => boolean;
  /** The words that a paper lacks. */
  readonly lacking: (place: number) => string[];
};

/** A word or phrase with the papers that have it, and what it adds to the score of each paper. */
type Found = {
  readonly text: string;
  readonly weight: number;
  readonly has: PaperSet;
  readonly papers: number;
  readonly scores: Scores;
};

/** The papers that have all words of a query and, where these are few, those that have most of them. */
export async function findTexts(index: SearchIndex, words: readonly CheckedWord[]): Promise<TextMatches> {
  const telling = words.filter(isTelling);
  const wanted = telling.length > 0 ? telling : words;
  const all = index.papers.length;
  const answered = await Promise.all(
    wanted.map(async (word) => {
      const answer = await answerOf(index, word);
      const isCommon = sizeOf(papersWith(answer.scores)) > COMMON_SHARE * all;
      return { answer, word: withoutWeakTerms(word, isCommon ? TERM_STRENGTHS.name : TERM_COUNTS) };
    }),
  );
  const papersOf = await findPapersOfTerms(
    index,
    answered.map(({ word }) => word),
  );
  const found = withWeights(
    answered.map(({ word, answer }) => findWord(word, answer, papersOf)),
    all,
  );
  const total = weightOf(found);
  const whole = new Uint8Array(all).map((_, place) => Number(found.every(({ has }) => has[place])));
  const shares = addUp(all, found, ({ has }) => has).map((weight) => weight / (total || 1));
  const scores = addUp(all, found, (one) => one.scores);
  const absent = found.filter(({ papers }) => papers === 0);
  const known = total - weightOf(absent);
  // Where half of the words are nowhere, what is asked for is not there: the other half would only mislead.
  const isPartialShown =
    sizeOf(whole) < ENOUGH && known / (known + weightOfAbsent(absent, all) || 1) > KNOWN_SHARE;
  return {
    isUsed: wanted.length > 0,
    keep: (place) =>
      wanted.length === 0 || whole[place] === 1 || (isPartialShown && (shares[place] ?? 0) >= PARTIAL_SHARE),
    scores: scores.map((score, place) => score * (shares[place] ?? 0) ** COVERAGE_POWER),
    words: wanted.flatMap(({ text, inTexts, alike }) => [text, ...inTexts, ...alike].join(' ').split(' ')),
    hasAll: (place) => whole[place] === 1,
    lacking: (place) => found.filter(({ has }) => !has[place]).map(({ text }) => text),
  };
}

/** Whether a word is not only there for the sentence: "things" is not, but "make things up" may mean a term. */
function isTelling({ part, text, terms }: CheckedWord): boolean {
  if (part.kind === 'phrase') return true;
  if (isFunctionWord(text)) return false;
  const isMeant = [...terms.values()].some((strength) => strength >= TERM_STRENGTHS.name);
  return isMeant || !FILLER_WORDS.has(text.toLowerCase());
}

/** How well papers answer a word, and how well those that only have something alike. */
type Answer = { readonly scores: Scores; readonly alike: Scores };

async function answerOf(index: OpenIndex, { part, inTexts, alike }: CheckedWord): Promise<Answer> {
  if (part.kind === 'phrase' && inTexts.length > 0)
    return { scores: await askPhrase(index, part), alike: await askAny(index, []) };
  const [scores, others] = await Promise.all([askAny(index, inTexts), askAny(index, alike)]);
  return { scores, alike: others };
}

/** The papers that have any of some texts, each as well as it answers the best of them. */
async function askAny(index: OpenIndex, texts: readonly string[]): Promise<Scores> {
  const answers = await Promise.all(texts.map((text) => index.ask(text)));
  return new Float64Array(index.papers.length).map((_, place) =>
    Math.max(0, ...answers.map((scores) => scores[place] ?? 0)),
  );
}

/** Pagefind scores all papers of a phrase alike: its words tell which of them come first. */
async function askPhrase(index: OpenIndex, part: QueryPart): Promise<Scores> {
  const [exact, loose] = await Promise.all([
    ask(index, part),
    index.ask(part.kind === 'field' ? '' : part.text),
  ]);
  return exact.map((score, place) => (score > 0 ? loose[place] || score : 0));
}

function weightOf(found: readonly Found[]): number {
  return found.reduce((sum, { weight }) => sum + weight, 0);
}

/** The sum for each paper of what the words give it, by their weights. */
function addUp(papers: number, found: readonly Found[], valuesOf: (one: Found) => ArrayLike<number>): Scores {
  const sums = new Float64Array(papers);
  for (const one of found) {
    const values = valuesOf(one);
    for (let place = 0; place < papers; place++)
      sums[place] = (sums[place] ?? 0) + one.weight * (values[place] ?? 0);
  }
  return sums;
}

/** A word that no paper has would be the rarest of all, and is what the query is about; unless it is plain English. */
function weightOfAbsent(absent: readonly Found[], papers: number): number {
  const rarest = Math.log(1 + 2 * papers);
  return absent.reduce((sum, { text, weight }) => sum + (isOrdinary(text) ? weight : rarest), 0);
}

/**
 * Terms that are hardly meant would only make noise; and a word that many papers have is not meant as a part of some
 * name. Looking for the papers of all of them would take long, too.
 */
function withoutWeakTerms(word: CheckedWord, least: number): CheckedWord {
  return { ...word, terms: new Map([...word.terms].filter(([, strength]) => strength >= least)) };
}

async function findPapersOfTerms(
  { lexicon }: SearchIndex,
  words: readonly CheckedWord[],
): Promise<Map<string, PapersOfTerm>> {
  const ids = [...new Set(words.flatMap(({ terms }) => [...terms.keys()]))];
  const papers = ids.map(async (id) => [id, await lexicon.papersOfTerm(id)] as const);
  return new Map(await Promise.all(papers));
}

/** Scores from 0 to 1; Pagefind's own have no upper end. */
function normalize(scores: Scores): Scores {
  const best = scores.reduce((most, score) => Math.max(most, score), Number.MIN_VALUE);
  return scores.map((score) => score / best);
}

/**
 * The papers of a word: those that have it, where Pagefind's own score tells where and how often it stands, and
 * those that use a term which it means.
 */
function findWord(
  { text, terms }: CheckedWord,
  answer: Answer,
  papersOf: ReadonlyMap<string, PapersOfTerm>,
): Omit<Found, 'weight'> {
  const has = papersWith(answer.scores);
  const own = normalize(answer.scores);
  const besides = normalize(answer.alike).map((score) => ALIKE_SHARE * score);
  for (const [term, strength] of terms)
    for (const [place, uses] of papersOf.get(term)?.uses.entries() ?? []) {
      if (!uses) continue;
      const isAbout = papersOf.get(term)?.about[place];
      const adds = TERM_SHARE * strength * (isAbout ? 1 + CENTRALITY : 1);
      besides[place] = Math.max(adds, besides[place] ?? 0);
      has[place] = 1;
    }
  const scores = own.map(
    (score, place) => (score > 0 ? PART_BASE + (1 - PART_BASE) * score : 0) + (besides[place] ?? 0),
  );
  return { text, has, papers: sizeOf(has), scores };
}

/**
 * The rarer a word, the more it weighs (inverse document frequency); a word that no paper has says nothing about
 * what the others are worth and weighs as much as they do on average.
 */
function withWeights(found: readonly Omit<Found, 'weight'>[], all: number): Found[] {
  const weigh = ({ papers }: { papers: number }) => Math.log(1 + all / papers);
  const share = ({ text }: { text: string }) => (isLight(text) ? LIGHT_SHARE : 1);
  const known = found.filter(({ papers }) => papers > 0);
  const average = known.reduce((sum, one) => sum + weigh(one), 0) / (known.length || 1);
  return found.map((one) => ({
    ...one,
    weight: (one.papers > 0 ? weigh(one) : average || 1) * share(one),
  }));
}
