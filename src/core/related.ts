// Which papers to read next, with the reason: terms and words that two papers share and few others have.
import { compareText } from './catalog.ts';

/** What is compared: an id, the text, the terms that it uses, and the themes. */
export type Comparable = {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly string[];
  readonly themes: readonly string[];
};

/** A paper that is near to another: the terms of both, rarest first, the words of both, and the themes of both. */
export type Related = {
  readonly id: string;
  readonly score: number;
  readonly terms: readonly string[];
  readonly words: readonly string[];
  readonly themes: readonly string[];
};

/** Words and terms in more than this share of the papers do not tell papers apart. */
const COMMON_SHARE = 0.25;
/** What one shared theme adds to the cosine similarity (which is between 0 and 1). */
const THEME_BONUS = 0.04;
/** A term that both use says more than a word that both use. */
const TERM_FACTOR = 3;
const REASON_TERMS = 4;
const REASON_WORDS = 4;
/** A pair of words says more to a reader than one of them. */
const PAIR_FACTOR = 2;

type Weights = ReadonlyMap<string, number>;

/**
 * For each paper the `limit` nearest others, by cosine similarity of TF-IDF weights (Salton and Buckley, 1988)
 * over words, word pairs and terms. Candidates come from an inverted index, so that papers which share nothing
 * rare are never compared.
 */
export function findRelated(papers: readonly Comparable[], limit = 5): Map<string, Related[]> {
  const vectors = weigh(papers);
  const postings = invert(vectors);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return new Map(
    papers.map((paper) => {
      const themesShared = (other: string) =>
        paper.themes.filter((id) => byId.get(other)?.themes.includes(id));
      const own = vectors.get(paper.id) ?? new Map<string, number>();
      const related = [...similarities(paper.id, own, postings)]
        .map(([id, cosine]) => ({ id, score: cosine + THEME_BONUS * themesShared(id).length }))
        .toSorted((a, b) => b.score - a.score || compareText(a.id, b.id))
        .slice(0, limit)
        .map(({ id, score }) => ({
          id,
          score: Math.round(score * 1000) / 1000,
          ...reasons(own, vectors.get(id) ?? new Map()),
          themes: themesShared(id),
        }));
      return [paper.id, related] as const;
    }),
  );
}

/** Words longer than two letters and pairs of neighbouring ones; a plural counts as its singular. */
function features(text: string): string[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).map(singular);
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  const isTelling = (word: string) => word.length > 2 && !STOP_WORDS.has(word);
  return [...words.filter(isTelling), ...pairs.filter((pair) => pair.split(' ').every(isTelling))];
}

function singular(word: string): string {
  return word.length > 4 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Marks the feature of a term, which no word begins with. */
const TERM = '#';

/** TF-IDF vectors of length one. Features of a single paper or of very many are left out. */
function weigh(papers: readonly Comparable[]): Map<string, Weights> {
  const counts = papers.map(({ text, terms }) =>
    countEach([...features(text), ...terms.map((id) => TERM + id)]),
  );
  const spread = countEach(counts.flatMap((paper) => [...paper.keys()]));
  const most = Math.max(2, papers.length * COMMON_SHARE);
  return new Map(
    papers.map(({ id }, index) => {
      const weights = [...(counts[index] ?? [])].flatMap(([feature, times]): [string, number][] => {
        const papersWith = spread.get(feature) ?? 0;
        if (papersWith < 2 || papersWith > most) return [];
        const factor = feature.startsWith(TERM) ? TERM_FACTOR : 1;
        return [[feature, factor * (1 + Math.log(times)) * Math.log(papers.length / papersWith)]];
      });
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
      return [id, new Map(weights.map(([feature, weight]) => [feature, weight / length]))] as const;
    }),
  );
}

function countEach(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function invert(vectors: ReadonlyMap<string, Weights>): Map<string, [id: string, weight: number][]> {
  const postings = new Map<string, [string, number][]>();
  for (const [id, weights] of vectors) {
    for (const [feature, weight] of weights) {
      const list = postings.get(feature);
      if (list) list.push([id, weight]);
      else postings.set(feature, [[id, weight]]);
    }
  }
  return postings;
}

function similarities(
  id: string,
  own: Weights,
  postings: ReadonlyMap<string, readonly [string, number][]>,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [feature, weight] of own) {
    for (const [other, otherWeight] of postings.get(feature) ?? []) {
      if (other !== id) sums.set(other, (sums.get(other) ?? 0) + weight * otherWeight);
    }
  }
  return sums;
}

/** The shared features that count most: terms, and words apart from them. */
function reasons(a: Weights, b: Weights): Pick<Related, 'terms' | 'words'> {
  const shared = [...a]
    .map(([feature, weight]) => [feature, weight * (b.get(feature) ?? 0) * pairFactor(feature)] as const)
    .filter(([, weight]) => weight > 0)
    .toSorted(([x, first], [y, second]) => second - first || compareText(x, y))
    .map(([feature]) => feature);
  const terms = shared.filter((feature) => feature.startsWith(TERM)).map((feature) => feature.slice(1));
  const words = shared.filter((feature) => !feature.startsWith(TERM));
  return { terms: terms.slice(0, REASON_TERMS), words: chooseWords(words) };
}

function pairFactor(feature: string): number {
  return feature.includes(' ') ? PAIR_FACTOR : 1;
}

/** The first words, less those of a pair that is already named. */
function chooseWords(words: readonly string[]): string[] {
  const chosen: string[] = [];
  for (const word of words) {
    if (chosen.length === REASON_WORDS) break;
    if (!chosen.some((other) => overlaps(other, word))) chosen.push(word);
  }
  return chosen;
}

function overlaps(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').some((word) => words.has(word));
}

/** Function words and the small change of abstracts, in English. */
const STOP_WORDS = new Set(
  `a about above across after all also although among an and any are as at based be because been before being
  between both but by can could despite do does during each either etc even every existing extensive first for
  from further furthermore had has have having hence how however if in into introduce is it its itself last
  lastly make many may might more moreover most much namely nor not novel of often on one only onto or other
  our over own paper per present propose proposed rather recent recently result second several show showing
  shown shows significant significantly since so some specifically still such than that the their them then
  there therefore these they third this those three through thus to toward towards two under until up upon us
  use used using via was we well were what when where whether which while who whose why will with within
  without work yet you your achieve achieving approach method demonstrate demonstrating effective
  effectiveness enable enabling experiment experimental including like new performance provide strong
  various across diverse address challenge challenging state-of-the-art code available https com github here
  leading key need remain require yield further key`.split(/\s+/),
);
