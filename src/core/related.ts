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
  readonly nameOf: (feature: number) => string;
  readonly postings: readonly Int32Array[];
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
  const own = new Float64Array(space.postings.length);
  return new Map(
    papers.map((paper, index) => {
      const vector = space.vectors[index];
      if (!vector) return [paper.id, []];
      unpack(vector, own);
      const related = findCandidates(index)
        .flatMap((candidate) => {
          const [other, its] = [papers[candidate], space.vectors[candidate]];
          if (!other || !its) return [];
          const shared = paper.themes.reduce((sum, id) => sum + Number(other.themes.includes(id)), 0);
          return { other, its, score: product(its, own) + THEME_BONUS * shared };
        })
        .toSorted((a, b) => b.score - a.score || compareText(a.other.id, b.other.id))
        .slice(0, limit)
        .map(({ other, its, score }) => ({
          id: other.id,
          score: Math.round(score * 1000) / 1000,
          ...reasons(its, own, space.nameOf),
          themes: paper.themes.filter((id) => other.themes.includes(id)),
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

/** What words, pairs and terms are called in a space: numbers, in the order in which they are met. */
type Numbers = {
  /** The words of a text that tell something, then its pairs of neighbouring ones; each as often as it stands there. */
  readonly ofText: (text: string) => number[];
  readonly ofTerm: (id: string) => number;
  readonly count: () => number;
  readonly nameOf: (number: number) => string;
  readonly isTerm: (number: number) => boolean;
};

/** Marks the feature of a term, which no word begins with. */
const TERM = '#';

/** Numbers features. A word is looked up once for all that is asked of it: most of a survey's words stand there often. */
function numberFeatures(): Numbers {
  const names: (string | readonly [number, number])[] = [];
  const known = new Map<string, number>();
  /** By the number of a word, those of its pairs, by the number of the word that follows it. */
  const pairs = new Map<number, Map<number, number>>();
  /** Words as they are written: which feature each is, and -1 where it tells nothing. */
  const written = new Map<string, number>();
  const add = (name: (typeof names)[number]) => names.push(name) - 1;
  const ofName = (name: string) => {
    const number = known.get(name) ?? add(name);
    known.set(name, number);
    return number;
  };
  const ofWord = (text: string) => {
    const number = written.get(text) ?? (isTelling(singular(text)) ? ofName(singular(text)) : -1);
    written.set(text, number);
    return number;
  };
  const ofPair = (first: number, second: number) => {
    const following = pairs.get(first) ?? new Map<number, number>();
    pairs.set(first, following);
    const number = following.get(second) ?? add([first, second]);
    following.set(second, number);
    return number;
  };
  const nameOf = (number: number): string => {
    const name = names[number] ?? '';
    return typeof name === 'string' ? name : `${nameOf(name[0])} ${nameOf(name[1])}`;
  };
  return {
    ofText: (text) => {
      const words = (text.toLowerCase().match(WORDS) ?? []).map(ofWord);
      const features = words.filter((word) => word >= 0);
      for (let place = 1; place < words.length; place++) {
        const [first = -1, second = -1] = [words[place - 1], words[place]];
        if (first >= 0 && second >= 0) features.push(ofPair(first, second));
      }
      return features;
    },
    ofTerm: (id) => ofName(TERM + id),
    count: () => names.length,
    nameOf,
    isTerm: (number) => String(names[number]).startsWith(TERM),
  };
}

const WORDS = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/** A plural counts as its singular. */
function singular(word: string): string {
  return word.length > 4 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function isTelling(word: string): boolean {
  return word.length > 2 && !STOP_WORDS.has(word);
}

/** The features of a paper, each once, and how often it has each. */
type Counts = { readonly features: Int32Array; readonly times: Int32Array };

/** TF-IDF vectors of length one. Features of a single paper or of very many are left out. */
function makeSpace(papers: readonly Comparable[]): Space {
  const numbers = numberFeatures();
  const found = papers.map(({ text, terms }) => [...numbers.ofText(text), ...terms.map(numbers.ofTerm)]);
  const countEach = makeCounter(numbers.count());
  const counts = found.map(countEach);
  const papersWith = new Int32Array(numbers.count());
  for (const { features } of counts)
    for (const feature of features) papersWith[feature] = (papersWith[feature] ?? 0) + 1;
  const most = Math.max(2, papers.length * COMMON_SHARE);
  const rarities = Float64Array.from(papersWith, (own, feature) => {
    if (own < 2 || own > most) return 0;
    // Where there are but two papers, both have all that they share: nothing of it tells more than the rest.
    const rarity = Math.log(papers.length / own) || 1;
    return numbers.isTerm(feature) ? TERM_FACTOR * rarity : rarity;
  });
  const telling = Int32Array.from(papersWith.keys())
    .filter((feature) => (rarities[feature] ?? 0) > 0)
    .sort((a, b) => (rarities[b] ?? 0) - (rarities[a] ?? 0));
  const ranks = new Int32Array(numbers.count()).fill(-1);
  for (const [rank, feature] of telling.entries()) ranks[feature] = rank;
  const times = new Int32Array(telling.length);
  const vectors = counts.map((own) => {
    const features = own.features.map((feature) => ranks[feature] ?? -1).filter((rank) => rank >= 0);
    for (const [place, feature] of own.features.entries()) {
      const rank = ranks[feature] ?? -1;
      if (rank >= 0) times[rank] = own.times[place] ?? 0;
    }
    return makeVector(
      features.sort(),
      (rank) => (1 + Math.log(times[rank] ?? 1)) * (rarities[telling[rank] ?? 0] ?? 0),
    );
  });
  const postings = invert(
    vectors,
    telling.map((feature) => papersWith[feature] ?? 0),
  );
  return { nameOf: (rank) => numbers.nameOf(telling[rank] ?? 0), postings, vectors };
}

/** The papers that have each feature, given how many they are. */
function invert(vectors: readonly Vector[], sizes: Int32Array): Int32Array[] {
  const postings = Array.from(sizes, (size) => new Int32Array(size));
  const ends = new Int32Array(sizes.length);
  for (const [paper, { features }] of vectors.entries())
    for (const feature of features) {
      const end = ends[feature] ?? 0;
      const posting = postings[feature];
      if (posting) posting[end] = paper;
      ends[feature] = end + 1;
    }
  return postings;
}

/** Makes what counts how often each of so many numbers stands in a list. */
function makeCounter(numbers: number): (list: readonly number[]) => Counts {
  const seen = new Int32Array(numbers);
  return (list) => {
    const features: number[] = [];
    for (const number of list) {
      const before = seen[number] ?? 0;
      if (before === 0) features.push(number);
      seen[number] = before + 1;
    }
    const times = Int32Array.from(features, (number) => seen[number] ?? 0);
    for (const number of features) seen[number] = 0;
    return { features: Int32Array.from(features), times };
  };
}

/** A vector of length one. */
function makeVector(features: Int32Array, weightOf: (feature: number) => number): Vector {
  const weights = new Float64Array(features.length);
  let squares = 0;
  for (let place = 0; place < features.length; place++) {
    const weight = weightOf(features[place] ?? 0);
    weights[place] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (let place = 0; place < weights.length; place++) weights[place] = (weights[place] ?? 0) / length;
  return { features, weights };
}

/** Finds for a paper those that share most of its telling features, by weight. */
function makeCandidateFinder({ postings, vectors }: Space): (paper: number) => number[] {
  const sums = new Float64Array(vectors.length);
  return (paper) => {
    const touched: number[] = [];
    const { features, weights } = vectors[paper] ?? { features: [], weights: [] };
    let left = LOOK_UPS;
    for (let position = 0; position < features.length; position++) {
      const sharing = postings[features[position] ?? 0];
      if (!sharing || sharing.length > left) continue;
      left -= sharing.length;
      const weight = weights[position] ?? 0;
      // The other's weight is about the same: what is left out is how often it uses the feature.
      const product = weight * weight;
      for (let place = 0; place < sharing.length; place++) {
        const other = sharing[place] ?? 0;
        const sum = sums[other] ?? 0;
        if (sum === 0) touched.push(other);
        sums[other] = sum + product;
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
  nameOf: (feature: number) => string,
): Pick<Related, 'terms' | 'words'> {
  const found: { readonly name: string; readonly shares: number }[] = [];
  // Two papers share few of their features: the others are passed over without a look at their names.
  for (let position = 0; position < features.length; position++) {
    const feature = features[position] ?? 0;
    const weight = own[feature] ?? 0;
    if (weight === 0) continue;
    const name = nameOf(feature);
    found.push({ name, shares: (weights[position] ?? 0) * weight * pairFactor(name) });
  }
  found.sort((x, y) => y.shares - x.shares || compareText(x.name, y.name));
  const terms: string[] = [];
  const words: string[] = [];
  for (const { name } of found) {
    if (name.startsWith(TERM)) terms.push(name.slice(TERM.length));
    // Less those of a pair that is already named.
    else if (words.length < REASON_WORDS && !words.some((other) => overlaps(other, name))) words.push(name);
  }
  return { terms: terms.slice(0, REASON_TERMS), words };
}

function pairFactor(feature: string): number {
  return feature.includes(' ') ? PAIR_FACTOR : 1;
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
