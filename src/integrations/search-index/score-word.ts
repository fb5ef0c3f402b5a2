// How well papers answer a word, by the formula of Pagefind 1.6 (`pagefind_web/src/search.rs`). Asked itself, Pagefind looks
// for each paper through the places of all papers, which for a word that most of them have takes as long as their number
// squared. Pure.
import { oncePer } from '../../core/once.ts';
import { putAfter, type Scores } from '../../search/paper-set.ts';
import { BEGINNING_SHARE, RANKING } from '../../search/ranking.ts';
import { Reader } from './cbor.ts';
import type { List, Posting, Word } from './pagefind-index.ts';

/** What a place in plain text weighs, and places of no other weight. */
const PLAIN_WEIGHT = 24;
/** How much better Pagefind finds a word that is written as it was asked for: "café" for "café". */
const AS_WRITTEN = 1.8;
/** The share of how often a word stands in a text is all that counts (`termFrequency: 1`). */
const { termSaturation, termSimilarity, pageLength } = RANKING;
const FIELD_WEIGHTS: Readonly<Record<string, number>> = RANKING.metaWeights;

/** A word, and what Pagefind knows it by. */
export type Asked = { readonly word: string; readonly stem: string };

/** A way that words are written which begin like the one that is asked for; `text` is the word of the index. */
type Like = { readonly text: string; readonly nearness: number; readonly bonus: number };

/** That a paper has one. */
type Match = { readonly posting: Posting; readonly like: Like };

/**
 * How well each paper of an index answers a word, given the words of the chunk where it is: as `askWord` of
 * search/text-matches.ts makes it of what Pagefind says. As exact as Pagefind's own numbers, which have seven digits.
 */
export function scoreWord(
  asked: Asked,
  words: readonly Word[],
  { papers, fields }: Pick<List, 'papers' | 'fields'>,
): Scores {
  const ways = findWays(asked, words);
  const itself = new Uint8Array(papers.length);
  const times = new Uint16Array(papers.length);
  let found = 0;
  for (const { like, postings } of ways)
    for (const { paper } of postings) {
      if (like.text === asked.stem) itself[paper] = 1;
      times[paper] = (times[paper] ?? 0) + 1;
      if (times[paper] === 1) found++;
    }
  const rarity = Math.log((papers.length - found + 0.5) / (found + 0.5) + 1);
  const average = averageOf(papers);
  const weights = fields.map((field) => FIELD_WEIGHTS[field] ?? 1);
  const scores = new Float32Array(papers.length);
  const score = (paper: number, { inText, inFields }: Counted) => {
    const length = (papers[paper]?.[1] ?? 0) / average;
    const half = termSaturation * (1 - pageLength + pageLength * length);
    let sum = inFields;
    for (const { frequency, bonus } of inText)
      sum += (bonus * (termSaturation + 1) * frequency) / (half + frequency);
    scores[paper] = rarity * sum;
  };
  const several = new Map<number, Match[]>();
  for (const { like, postings } of ways)
    for (const posting of postings) {
      const { paper } = posting;
      const match = { posting, like };
      // Most papers have a word in one way.
      if (times[paper] === 1) score(paper, countOne(match, weights));
      else several.set(paper, [...(several.get(paper) ?? []), match]);
    }
  for (const [paper, own] of several) score(paper, countSeveral(own, weights));
  return putAfter(scores, itself, BEGINNING_SHARE);
}

/** The ways that words are written which begin like the one that is asked for, each with the papers that have it. */
function findWays(
  { word, stem }: Asked,
  words: readonly Word[],
): { readonly like: Like; readonly postings: readonly Posting[] }[] {
  return words
    .filter(({ text }) => text.startsWith(stem))
    .flatMap(({ text, postings, forms }) => {
      const nearness = nearnessOf(text, stem);
      return [{ text, postings }, ...forms].map((form) => {
        const bonus = form.text.startsWith(word) || word.startsWith(form.text) ? AS_WRITTEN : 1;
        return { like: { text, nearness, bonus }, postings: form.postings };
      });
    });
}

/** How many words a paper has on average. */
const averageOf = oncePer(
  (papers: List['papers']) => papers.reduce((sum, [, length]) => sum + length, 0) / papers.length,
);

/** How near a word of the index is to the stem that it begins with, by their lengths: 1 where they are the same. */
function nearnessOf(text: string, stem: string): number {
  const difference = Buffer.byteLength(text) - Buffer.byteLength(stem) + 1;
  return Math.exp((Math.exp(-(difference ** 2) / 8) - 1) * termSimilarity);
}

/** How often a paper has each word, where it stands in the text; and what the fields weigh that have any. */
type Counted = {
  readonly inText: readonly { readonly frequency: number; readonly bonus: number }[];
  readonly inFields: number;
};

function countOne({ posting, like: { nearness, bonus } }: Match, weights: readonly number[]): Counted {
  let frequency = 0;
  let inFields = 0;
  visitPlaces(
    posting,
    (_, weight) => {
      frequency += (weight / PLAIN_WEIGHT) * nearness;
    },
    (field) => {
      inFields += weights[field] ?? 1;
    },
  );
  return { inText: [{ frequency, bonus }], inFields };
}

/** A place counts once, and a field. */
function countSeveral(matches: readonly Match[], weights: readonly number[]): Counted {
  const inText: { readonly text: string; frequency: number; readonly bonus: number }[] = [];
  const inFields = new Set<number>();
  const begin = ({ text, bonus }: Like) => {
    const counted = { text, frequency: 0, bonus };
    inText.push(counted);
    return counted;
  };
  const taken = new Set<number>();
  for (const { posting, like } of matches) {
    // Of several ways to write a word the first one decides, even if the paper has it in a field alone.
    const counted = inText.find(({ text }) => text === like.text) ?? begin(like);
    visitPlaces(
      posting,
      (place, weight) => {
        if (!taken.has(place)) counted.frequency += (weight / PLAIN_WEIGHT) * like.nearness;
        taken.add(place);
      },
      (field) => inFields.add(field),
    );
  }
  return { inText, inFields: [...inFields].reduce((sum, field) => sum + (weights[field] ?? 1), 0) };
}

/** Tells where a paper has a word: at which places of its text, with the weight of each, and in which fields. */
export function visitPlaces(
  { bytes, start }: Posting,
  visitPlace: (place: number, weight: number) => void,
  visitField: (field: number) => void = () => undefined,
): void {
  const reader = new Reader(bytes, start);
  let [place, weight] = [0, PLAIN_WEIGHT];
  for (let left = reader.readArray(); left > 0; left--) {
    const number = reader.readInteger();
    if (number < 0) {
      // Before places of another weight stands that weight.
      [place, weight] = [0, -1 - number];
      continue;
    }
    // A place is told by how far it is from the last one.
    place += number;
    visitPlace(place, weight);
  }
  for (let left = reader.readArray(); left > 0; left--) {
    const number = reader.readInteger();
    if (number < 0) visitField(-1 - number);
  }
}
