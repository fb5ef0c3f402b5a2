// Which papers to read next, with the reason: terms and words that two papers share and few others have.
import { type Catalog, compareText } from './catalog.ts';
import { makeTermFinder, termsOf } from './terms.ts';

/** What is compared: an id, the text, the terms that it uses, and the themes. */
export type Comparable = {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly string[];
  readonly themes: readonly string[];
};

/** What is compared of the papers of a survey. */
export function comparablesOf({ entries, terms }: Pick<Catalog, 'entries' | 'terms'>): Comparable[] {
  const find = makeTermFinder(terms);
  return entries.map((entry) => ({
    id: entry.slug,
    text: `${entry.fields.title} ${entry.text}`,
    terms: termsOf(entry, find),
    themes: entry.fields.themes,
  }));
}

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
/**
 * Who else has the most telling features of a paper is looked up, so many papers in all: so the work grows with the papers.
 * Of 10,000 made-up ones, which share more than real ones, it finds two of the five nearest on average, and others whose
 * similarity is 93 in 100 of theirs.
 */
const LOOK_UPS = 4_000;
/** And so many of the others, the most alike by these features, are compared in all. */
const CANDIDATES = 50;
/** What one shared theme adds to the cosine similarity (which is between 0 and 1). */
const THEME_BONUS = 0.04;
/** A term that both use says more than a word that both use. */
const TERM_FACTOR = 3;
const REASON_TERMS = 4;
const REASON_WORDS = 4;
/** A pair of words says more to a reader than one of them. */
const PAIR_FACTOR = 2;

/** A vector of a paper: its features, which are numbers here, the most telling first, and their weights in the same order. */
type Vector = { readonly features: Int32Array; readonly weights: Float64Array };
/** All features, the most telling first, their papers, and the vector of each paper; papers are numbers too. */
type Space = {
  readonly names: readonly string[];
  readonly postings: readonly (readonly number[])[];
  readonly vectors: readonly Vector[];
};

/**
 * For each paper the `limit` nearest others, by cosine similarity of TF-IDF weights (Salton and Buckley, 1988)
 * over words, word pairs and terms. Candidates come from an inverted index of the most telling features (blocking):
 * papers that share none are never compared, and the time grows with the number of papers, not with its square.
 */
export function findRelated(papers: readonly Comparable[], limit = 5): Map<string, Related[]> {
  const space = makeSpace(papers);
  const findCandidates = makeCandidateFinder(space);
  // The vector of the paper at hand, unpacked: a comparison then looks nothing up.
  const own = new Float64Array(space.names.length);
  return new Map(
    papers.map((paper, index) => {
      const vector = space.vectors[index];
      if (!vector) return [paper.id, []];
      unpack(vector, own);
      const related = findCandidates(index)
        .flatMap((candidate) => {
          const [other, its] = [papers[candidate], space.vectors[candidate]];
          if (!other || !its) return [];
          const themes = paper.themes.filter((id) => other.themes.includes(id));
          return { id: other.id, themes, its, score: product(its, own) + THEME_BONUS * themes.length };
        })
        .toSorted((a, b) => b.score - a.score || compareText(a.id, b.id))
        .slice(0, limit)
        .map(({ id, themes, its, score }) => ({
          id,
          score: Math.round(score * 1000) / 1000,
          ...reasons(its, own, space.names),
          themes,
        }));
      for (const feature of vector.features) own[feature] = 0;
      return [paper.id, related];
    }),
  );
}

/** Writes the weights of a vector to their features. */
function unpack({ features, weights }: Vector, own: Float64Array): void {
  for (let position = 0; position < features.length; position++)
    own[features[position] ?? 0] = weights[position] ?? 0;
}

function product({ features, weights }: Vector, own: Float64Array): number {
  let sum = 0;
  for (let position = 0; position < features.length; position++)
    sum += (own[features[position] ?? 0] ?? 0) * (weights[position] ?? 0);
  return sum;
}

/** Words longer than two letters and pairs of neighbouring ones; a plural counts as its singular. */
function features(text: string): string[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).map(singular);
  const isTelling = words.map((word) => word.length > 2 && !STOP_WORDS.has(word));
  const pairs = words.flatMap((word, index) =>
    isTelling[index] && isTelling[index - 1] ? `${words[index - 1]} ${word}` : [],
  );
  return [...words.filter((_, index) => isTelling[index]), ...pairs];
}

function singular(word: string): string {
  return word.length > 4 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Marks the feature of a term, which no word begins with. */
const TERM = '#';

/** TF-IDF vectors of length one. Features of a single paper or of very many are left out. */
function makeSpace(papers: readonly Comparable[]): Space {
  const numbers = new Map<string, number>();
  const numberOf = (feature: string) => {
    const number = numbers.get(feature) ?? numbers.size;
    numbers.set(feature, number);
    return number;
  };
  const counts = papers.map(({ text, terms }) =>
    countEach([...features(text), ...terms.map((id) => TERM + id)].map(numberOf)),
  );
  const papersWith = new Int32Array(numbers.size);
  for (const features of counts)
    for (const feature of features.keys()) papersWith[feature] = (papersWith[feature] ?? 0) + 1;
  const most = Math.max(2, papers.length * COMMON_SHARE);
  const telling = [...numbers]
    .flatMap(([name, found]) => {
      const own = papersWith[found] ?? 0;
      if (own < 2 || own > most) return [];
      const factor = name.startsWith(TERM) ? TERM_FACTOR : 1;
      return { name, found, rarity: factor * Math.log(papers.length / own) };
    })
    .toSorted((a, b) => b.rarity - a.rarity);
  const ranks = new Int32Array(numbers.size).fill(-1);
  for (const [rank, { found }] of telling.entries()) ranks[found] = rank;
  const vectors = counts.map((features) => {
    const own = Int32Array.from(features.keys(), (found) => ranks[found] ?? -1).filter((rank) => rank >= 0);
    return makeVector(own.sort(), (rank) => {
      const { found = -1, rarity = 0 } = telling[rank] ?? {};
      return (1 + Math.log(features.get(found) ?? 1)) * rarity;
    });
  });
  const postings: number[][] = telling.map(() => []);
  for (const [index, { features }] of vectors.entries())
    for (const feature of features) postings[feature]?.push(index);
  return { names: telling.map(({ name }) => name), postings, vectors };
}

/** A vector of length one. */
function makeVector(features: Int32Array, weightOf: (feature: number) => number): Vector {
  const weights = Float64Array.from(features, weightOf);
  const length = Math.hypot(...weights);
  return { features, weights: weights.map((weight) => weight / length) };
}

function countEach(items: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Finds for a paper those that share most of its telling features, by weight. */
function makeCandidateFinder({ postings, vectors }: Space): (paper: number) => number[] {
  const sums = new Float64Array(vectors.length);
  return (paper) => {
    const touched: number[] = [];
    const { features, weights } = vectors[paper] ?? { features: [], weights: [] };
    let left = LOOK_UPS;
    for (let position = 0; position < features.length; position++) {
      const sharing = postings[features[position] ?? 0] ?? [];
      if (sharing.length > left) continue;
      left -= sharing.length;
      const weight = weights[position] ?? 0;
      for (const other of sharing) {
        if (sums[other] === 0) touched.push(other);
        // The other's weight is about the same: what is left out is how often it uses the feature.
        sums[other] = (sums[other] ?? 0) + weight * weight;
      }
    }
    sums[paper] = 0;
    const candidates = largest(touched, sums, CANDIDATES);
    for (const other of touched) sums[other] = 0;
    return candidates.filter((other) => other !== paper);
  };
}

/** So many items with the largest sums, the largest first; most items are told at a glance not to be among them. */
function largest(items: readonly number[], sums: Float64Array, count: number): number[] {
  const kept: number[] = [];
  const sumOf = (item = -1) => sums[item] ?? 0;
  for (const item of items) {
    const sum = sumOf(item);
    if (kept.length === count && sum <= sumOf(kept[count - 1])) continue;
    let position = kept.length;
    while (position > 0 && sumOf(kept[position - 1]) < sum) position--;
    kept.splice(position, 0, item);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

/** The shared features that count most: terms, and words apart from them. */
function reasons(
  { features, weights }: Vector,
  own: Float64Array,
  names: readonly string[],
): Pick<Related, 'terms' | 'words'> {
  const found: { readonly name: string; readonly shares: number }[] = [];
  // Two papers share few of their features: the others are passed over without a look at their names.
  for (let position = 0; position < features.length; position++) {
    const feature = features[position] ?? 0;
    const weight = own[feature] ?? 0;
    if (weight === 0) continue;
    const name = names[feature] ?? '';
    found.push({ name, shares: (weights[position] ?? 0) * weight * pairFactor(name) });
  }
  const shared = found
    .toSorted((x, y) => y.shares - x.shares || compareText(x.name, y.name))
    .map(({ name }) => name);
  const terms = shared.filter((name) => name.startsWith(TERM)).map((name) => name.slice(1));
  const words = shared.filter((name) => !name.startsWith(TERM));
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
  const words = a.split(' ');
  return b.split(' ').some((word) => words.includes(word));
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
