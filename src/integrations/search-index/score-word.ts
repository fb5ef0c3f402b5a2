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
  { word, stem }: Asked,
  words: readonly Word[],
  { papers, fields }: Pick<List, 'papers' | 'fields'>,
): Scores {
  const byPaper: (Match[] | undefined)[] = new Array(papers.length);
  const itself = new Uint8Array(papers.length);
  let found = 0;
  for (const { text, postings, forms } of words.filter((one) => one.text.startsWith(stem))) {
    const nearness = nearnessOf(text, stem);
    for (const form of [{ text, postings }, ...forms]) {
      const bonus = form.text.startsWith(word) || word.startsWith(form.text) ? AS_WRITTEN : 1;
      const like = { text, nearness, bonus };
      for (const posting of form.postings) {
        if (text === stem) itself[posting.paper] = 1;
        const own = byPaper[posting.paper];
        if (own) own.push({ posting, like });
        else {
          byPaper[posting.paper] = [{ posting, like }];
          found++;
        }
      }
    }
  }
  const rarity = Math.log((papers.length - found + 0.5) / (found + 0.5) + 1);
  const average = averageOf(papers);
  const weights = fields.map((field) => FIELD_WEIGHTS[field] ?? 1);
  const scores = new Float32Array(papers.length);
  for (const [paper, own] of byPaper.entries()) {
    if (!own) continue;
    const length = (papers[paper]?.[1] ?? 0) / average;
    const half = termSaturation * (1 - pageLength + pageLength * length);
    const { inText, inFields } = count(own);
    let sum = 0;
    for (const { frequency, bonus } of inText)
      sum += (bonus * (termSaturation + 1) * frequency) / (half + frequency);
    for (const field of inFields) sum += weights[field] ?? 1;
    scores[paper] = rarity * sum;
  }
  return putAfter(scores, itself, BEGINNING_SHARE);
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

/** How often a paper has each word, where it stands in the text; and the fields that have any. A place counts once. */
function count(matches: readonly Match[]) {
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
  return { inText, inFields };
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
