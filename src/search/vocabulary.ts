// The words of the survey: which words of a query nobody uses, and what may have been meant.
import { compareText } from '../core/catalog.ts';
import { isFunctionWord } from '../core/function-words.ts';
import { costOfSlips, leastCostOfSlips, lettersOf, MOST_SLIPS, mostCostOf } from './slips.ts';

/** Words in lower case: frequent ones before rare ones, and in the order of the alphabet where they are about as frequent. */
export type Vocabulary = readonly string[];

/** More words than this are not sent to a reader; the rare ones go. */
const MOST_WORDS = 20_000;
/** Shorter words have too many neighbours to be corrected. */
const SHORTEST = 4;
/** Stems from this length tell words of another ending from other words. */
const LONG_STEM = 7;
/** So much further away is the rarest word than the most frequent. */
const RARITY_COST = 0.4;

/** The words of a text in lower case, as often as they stand there. */
function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}*+@]*/gu) ?? [];
}

/** How many of some texts have each of their words. */
export function countTexts(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsIn(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Collects the vocabulary of some texts. */
export function makeVocabulary(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  // In few groups, each in the order of the alphabet, they are compressed to two thirds of the size.
  const magnitude = (count: number) => Math.floor(Math.log2(count) / 2);
  return [...counts]
    .toSorted(([a, first], [b, second]) => magnitude(second) - magnitude(first) || compareText(a, b))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** Whether a word, or the beginning of a word, or another form of it, is in use. */
export function isKnown(word: string, vocabulary: Vocabulary): boolean {
  const parts = word
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}*+@]+/u)
    .filter((part) => part !== '');
  return parts.every((part) => {
    const stem = stemOf(part);
    const beginning = stem.slice(0, 3);
    return vocabulary.some(
      (known) => known.startsWith(part) || (known.startsWith(beginning) && stemOf(known) === stem),
    );
  });
}

/** Endings that leave so many letters of a word at least; "ation" and its like before those that they end with. */
const ENDINGS: readonly (readonly [ending: RegExp, left: number])[] = [
  [/at(?:ions?|ing|ed|es?|ors?|ive)$/, 4],
  [/(?:ings?|ions?|ers?|ors?|ed|es|ly|e)$/, 3],
  [/(?<!s)s$/, 2],
];

/** British and American endings that are told by "s" or "z": "optimise", "generalization", "analyzing". */
const WITH_Z = /(?<=.{3}[iy])[sz](?=(?:e[sdr]?|ers|ing|ations?|able)$)/;
/** British and American words with "our" or "or"; others with "or" have but one spelling. */
const WITH_U = /(?<=^(?:behavi|col|endeav|fav|flav|hon|hum|lab|neighb|rig|tum))ou?r/;

/** A word as it is spelt on the other side of the Atlantic, where that may differ: "behaviour" for "behavior". */
export function otherSpelling(word: string): string | undefined {
  const plain = word.toLowerCase();
  const other = plain
    .replace(WITH_Z, (letter) => (letter === 's' ? 'z' : 's'))
    .replace(WITH_U, (letters) => (letters === 'or' ? 'our' : 'or'));
  return other === plain ? undefined : other;
}

/** A word without its commonest endings, so that "teaching" is known by "teacher", and "planned" by "plan". */
export function stemOf(written: string): string {
  // British and American: "behaviour" and "behavior", "optimise" and "optimize".
  const word = written.replace(/(?<=...)our(?=s?$)/, 'or');
  const [ending = /$/] = ENDINGS.find(([ending, left]) => word.search(ending) >= left) ?? [];
  return word
    .replace(ending, '')
    .replace(/([bdglmnprt])\1$/, '$1')
    .replace(/(?<=...)[iy]$/, '')
    .replace(/(?<=[iy])z$/, 's');
}

/**
 * What may have been meant by a word that nobody uses: the one that the cheapest slips lead from; of about equally near
 * ones the most frequent. What is further away is simply another word, and nobody searches for a function word. Where no
 * word is near, the stem of one may be: "halucinating" was meant as "hallucination".
 */
export function correctWord(word: string, vocabulary: Vocabulary): string | undefined {
  const wrong = word.toLowerCase();
  const stem = stemOf(wrong);
  const nearest = nearestWord(wrong, vocabulary, (known) => known);
  return nearest ?? (stem.length < LONG_STEM ? undefined : nearestWord(stem, vocabulary, stemOf));
}

/** The word in use whose form is nearest to one that is not. */
function nearestWord(
  wrong: string,
  vocabulary: Vocabulary,
  formOf: (word: string) => string,
): string | undefined {
  if (wrong.length < SHORTEST || /\d/.test(wrong)) return undefined;
  const most = mostCostOf(wrong);
  const letters = lettersOf(wrong);
  let best: { word: string; cost: number } | undefined;
  for (const [position, known] of vocabulary.entries()) {
    const candidate = formOf(known);
    if (candidate.length < SHORTEST || Math.abs(candidate.length - wrong.length) > MOST_SLIPS) continue;
    if (leastCostOfSlips(letters, lettersOf(candidate)) > most || isFunctionWord(known)) continue;
    const slips = costOfSlips(wrong, candidate, most);
    if (slips > most) continue;
    const cost = slips + (RARITY_COST * position) / vocabulary.length;
    if (!best || cost < best.cost) best = { word: known, cost };
  }
  return best?.word;
}
