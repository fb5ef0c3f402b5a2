// The papers that have the words of a query, and how well each answers it.
import { isFunctionWord } from '../core/function-words.ts';
import type { CheckedWord } from './check-words.ts';
import { isFiller, isLight } from './light-words.ts';
import { ask, askExactly, bestOf, type OpenIndex, withoutHyphens } from './open-index.ts';
import { beginLoading, type PapersOfTerm, type SearchIndex } from './open-lexicon.ts';
import {
  highestOf,
  intersect,
  makeScores,
  type PaperSet,
  papersWith,
  putAfter,
  type Scores,
  sizeOf,
  unite,
} from './paper-set.ts';
import { isOrdinary } from './plain-words.ts';
import type { TextPart } from './query.ts';
import {
  ALIKE_SHARE,
  BEGINNING_SHARE,
  CENTRALITY,
  COMMON_SHARE,
  COVERAGE_POWER,
  ENOUGH,
  KNOWN_SHARE,
  LIGHT_SHARE,
  PART_BASE,
  PARTIAL_SHARE,
  PIECES_SHARE,
  TERM_COUNTS,
  TERM_SHARE,
  TERM_STRENGTHS,
  WIDESPREAD_FROM,
} from './ranking.ts';
import { piecesOf, withoutWeakTerms } from './term-matches.ts';

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
  /** The terms for whose sake some of these papers have words that do not stand in them, with these words. */
  readonly meantIn: (places: readonly number[]) => ReadonlyMap<string, readonly string[]>;
};

/** A word or phrase with the papers that have it, and what it adds to the score of each paper. */
type Found = {
  readonly text: string;
  readonly weight: number;
  readonly has: PaperSet;
  /** How much of it each paper has, from 0 to 1: of a word with hyphens a paper may have a part. */
  readonly shares: ArrayLike<number>;
  /** Whether there is no paper for it, nor for some part of it. */
  readonly isAbsent: boolean;
  readonly papers: number;
  readonly scores: Scores;
};

/** The papers that have all words of a query and, where these are few, those that have most of them. */
export async function findTexts(index: SearchIndex, words: readonly CheckedWord[]): Promise<TextMatches> {
  const telling = words.filter(isTelling);
  const wanted = telling.length > 0 ? telling : words;
  const all = index.papers.length;
  const answered = await Promise.all(wanted.map((word) => answerWord(index, word)));
  const papersOf = await findPapersOfTerms(
    index,
    answered.flatMap(({ word, pieces }) => [word, ...pieces.map((piece) => piece.word)]),
  );
  const found = withWeights(
    answered.map((one) => findWord(one, papersOf)),
    all,
  );
  const total = weightOf(found);
  const whole = intersect(
    all,
    found.map(({ has }) => has),
  );
  const weights = addUp(all, found, (one) => one.shares);
  const shareOf = (place: number) => (weights[place] ?? 0) / (total || 1);
  const scores = addUp(all, found, (one) => one.scores);
  const absent = found.filter(({ isAbsent }) => isAbsent);
  const known = total - weightOf(absent);
  // Where half of the words are nowhere, what is asked for is not there: the other half would only mislead.
  const isPartialShown =
    sizeOf(whole) < ENOUGH && known / (known + weightOfAbsent(absent, all) || 1) > KNOWN_SHARE;
  return {
    isUsed: wanted.length > 0,
    keep: (place) =>
      wanted.length === 0 || whole[place] === 1 || (isPartialShown && shareOf(place) >= PARTIAL_SHARE),
    scores: makeScores(all, (place) => (scores[place] ?? 0) * shareOf(place) ** COVERAGE_POWER),
    words: wanted.flatMap(wordsToMark),
    hasAll: (place) => whole[place] === 1,
    lacking: (place) => found.filter(({ has }) => !has[place]).map(({ text }) => text),
    meantIn: (places) => findMeant(answered, papersOf, places),
  };
}

/** The terms by which some papers answer words without having them, with these words. */
function findMeant(
  answered: readonly Answered[],
  papersOf: ReadonlyMap<string, PapersOfTerm>,
  places: readonly number[],
): ReadonlyMap<string, readonly string[]> {
  const meant = new Map<string, string[]>();
  for (const { word, answer } of answered)
    for (const id of word.terms.keys()) {
      const uses = papersOf.get(id)?.uses;
      if (places.some((place) => uses?.[place] && !answer.scores[place]))
        meant.set(id, [...(meant.get(id) ?? []), word.text]);
    }
  return meant;
}

/** What an excerpt shows of a word: of one with hyphens its telling parts, and not every "a" for "box-in-a-box". */
function wordsToMark({ text, inTexts, alike, pieces }: CheckedWord): string[] {
  if (pieces.length > 0) return pieces.map((piece) => piece.text);
  return [text, ...inTexts, ...alike].join(' ').split(' ');
}

/** Whether a word is not only there for the sentence: "things" is not, but "make things up" may mean a term. */
function isTelling({ part, text, terms }: CheckedWord): boolean {
  if (part.kind === 'phrase' || !isFiller(text)) return true;
  return !isFunctionWord(text) && [...terms.values()].some((strength) => strength >= TERM_STRENGTHS.name);
}

/** How well papers answer a word, and how well those that only have something alike, if there is anything. */
type Answer = { readonly scores: Scores; readonly alike?: Scores };

/** A word with its answer, without the terms that are hardly meant, and the same of its parts. */
type Answered = { readonly word: CheckedWord; readonly answer: Answer; readonly pieces: readonly Answered[] };

async function answerWord(index: SearchIndex, word: CheckedWord): Promise<Answered> {
  const [answer, pieces] = await Promise.all([
    answerOf(index, word),
    Promise.all(word.pieces.map((piece) => answerWord(index, piece))),
  ]);
  const isCommon = shareOfPapers(index, answer.scores) > COMMON_SHARE;
  const terms = withoutWeakTerms(word.terms, isCommon ? TERM_STRENGTHS.name : TERM_COUNTS);
  beginLoading(terms.keys(), index.lexicon);
  return { word: { ...word, terms }, answer, pieces };
}

/** The share of the papers that have any score. */
function shareOfPapers({ papers }: OpenIndex, scores: Scores): number {
  return sizeOf(papersWith(scores)) / papers.length;
}

async function answerOf(
  index: SearchIndex,
  { part, text, inTexts, alike, pieces }: CheckedWord,
): Promise<Answer> {
  const isKnown = inTexts.length > 0;
  if (part.kind === 'phrase' && isKnown) return { scores: await askPhrase(index, part) };
  if (pieces.length > 0) return { scores: await (isKnown ? askCompound(index, text) : askAny(index, [])) };
  const [scores, others] = await Promise.all([
    askAny(index, inTexts),
    alike.length > 0 ? askAny(index, alike) : undefined,
  ]);
  return { scores, ...(others && { alike: others }) };
}

/** The papers that have any of some texts, each as well as it answers the best of them. */
async function askAny(index: SearchIndex, texts: readonly string[]): Promise<Scores> {
  return bestOf(index.papers.length, await Promise.all(texts.map((text) => askWord(index, text))));
}

/** The papers that have a word, or one that begins like it: these come after those that have itself. */
async function askWord(index: SearchIndex, text: string): Promise<Scores> {
  // The answer that a common word comes with is this one.
  if (index.lexicon.isCommon(text)) return index.ask(text);
  const [scores, itself] = await Promise.all([index.ask(text), askExactly(index, text)]);
  return putAfter(scores, papersWith(itself), BEGINNING_SHARE);
}

/** Pagefind scores all papers of a phrase alike: its words tell which of them come first. */
async function askPhrase(index: OpenIndex, part: TextPart): Promise<Scores> {
  const words = withoutHyphens(part.text).split(' ');
  const [exact, ...each] = await Promise.all([ask(index, part), ...words.map((word) => index.ask(word))]);
  return exact.map((score, place) =>
    score > 0 ? each.reduce((sum, scores) => sum + (scores[place] ?? 0), 0) || score : 0,
  );
}

/**
 * The papers that have the parts of a word with hyphens together, as one word or as several. Of parts that most papers
 * have, the places where they stand are not loaded for that; only a phrase in quotes asks for them.
 */
async function askCompound(index: SearchIndex, text: string): Promise<Scores> {
  const { isCommon, isWord } = index.lexicon;
  const pieces = piecesOf(text);
  const isWidespread = async (piece: string) =>
    isCommon(piece) && shareOfPapers(index, await index.ask(piece)) >= WIDESPREAD_FROM;
  const askApart = async () =>
    (await Promise.all(pieces.map(isWidespread))).includes(true)
      ? []
      : askExactly(index, withoutHyphens(text));
  const [asOne, apart] = await Promise.all([askExactly(index, text), askApart()]);
  // Where it finds no word that begins so, Pagefind would look for one that is the beginning of it.
  const isThere = asOne.some((score) => score > 0) || !(await isWord(pieces.at(-1) ?? ''));
  const [likeOne, likeMany] = await Promise.all([
    isThere ? index.ask(text) : asOne,
    apart.some((score) => score > 0) ? index.ask(withoutHyphens(text)) : apart,
  ]);
  return likeOne.map((score, place) => Math.max(score, apart[place] ? (likeMany[place] ?? 0) : 0));
}

function weightOf(found: readonly Found[]): number {
  return found.reduce((sum, { weight }) => sum + weight, 0);
}

/** The sum for each paper of what the words give it, by their weights. */
function addUp(papers: number, found: readonly Found[], valuesOf: (one: Found) => ArrayLike<number>): Scores {
  const sums = new Float32Array(papers);
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

async function findPapersOfTerms(
  { lexicon }: SearchIndex,
  words: readonly CheckedWord[],
): Promise<Map<string, PapersOfTerm>> {
  const ids = [...new Set(words.flatMap(({ terms }) => [...terms.keys()]))];
  const papers = ids.map(async (id) => [id, await lexicon.papersOfTerm(id)] as const);
  return new Map(await Promise.all(papers));
}

/** What is found for a word; its weight tells only among the others of the query. */
type FoundWord = Omit<Found, 'weight'>;

/** The papers of a word and, where it has hyphens, those that have only parts of it. */
function findWord(answered: Answered, papersOf: ReadonlyMap<string, PapersOfTerm>): FoundWord {
  const whole = findWhole(answered, papersOf);
  if (answered.pieces.length === 0) return whole;
  const all = whole.scores.length;
  const pieces = withWeights(
    answered.pieces.map((piece) => findWhole(piece, papersOf)),
    all,
  );
  const most = PIECES_SHARE / (weightOf(pieces) || 1);
  const weights = addUp(all, pieces, ({ has }) => has);
  const shares = makeScores(all, (place) => (whole.has[place] ? 1 : most * (weights[place] ?? 0)));
  const sums = addUp(all, pieces, (piece) => piece.scores);
  const scores = makeScores(all, (place) => (whole.scores[place] ?? 0) + most * (sums[place] ?? 0));
  return { ...whole, shares, scores, isAbsent: whole.isAbsent && pieces.some(({ isAbsent }) => isAbsent) };
}

/**
 * The papers of a word: those that have it, where Pagefind's own score tells where and how often it stands, and
 * those that use a term which it means.
 */
function findWhole(
  { word: { text, terms }, answer }: Answered,
  papersOf: ReadonlyMap<string, PapersOfTerm>,
): FoundWord {
  const meant = [...terms].flatMap(([term, strength]) => {
    const papers = papersOf.get(term);
    return papers ? [scoreTerm(papers, strength)] : [];
  });
  const alike = answer.alike ? [scoreAlike(answer.alike)] : [];
  const all = answer.scores.length;
  const has = unite(all, [answer.scores, ...meant].map(papersWith));
  const besides = bestOf(all, [...alike, ...meant]);
  // Pagefind's own scores have no upper end.
  const best = highestOf(answer.scores) || 1;
  const scores = makeScores(all, (place) => {
    const score = answer.scores[place] ?? 0;
    return (score > 0 ? PART_BASE + (1 - PART_BASE) * (score / best) : 0) + (besides[place] ?? 0);
  });
  const papers = sizeOf(has);
  return { text, has, shares: has, isAbsent: papers === 0, papers, scores };
}

/** What a term adds to the papers that use it. */
function scoreTerm({ uses, about }: PapersOfTerm, strength: number): Scores {
  const adds = TERM_SHARE * strength;
  return makeScores(uses.length, (place) => (uses[place] ? adds * (about[place] ? 1 + CENTRALITY : 1) : 0));
}

/** What words that say the same add to the papers that have them. */
function scoreAlike(scores: Scores): Scores {
  const best = highestOf(scores) || 1;
  return makeScores(scores.length, (place) => (ALIKE_SHARE * (scores[place] ?? 0)) / best);
}

/**
 * The rarer a word, the more it weighs (inverse document frequency); a word that no paper has says nothing about
 * what the others are worth and weighs as much as they do on average.
 */
function withWeights(found: readonly FoundWord[], all: number): Found[] {
  const weigh = ({ papers }: { papers: number }) => Math.log(1 + all / papers);
  const share = ({ text }: { text: string }) => (isLight(text) ? LIGHT_SHARE : 1);
  const known = found.filter(({ papers }) => papers > 0);
  const average = known.reduce((sum, one) => sum + weigh(one), 0) / (known.length || 1);
  return found.map((one) => ({
    ...one,
    weight: (one.papers > 0 ? weigh(one) : average || 1) * share(one),
  }));
}
