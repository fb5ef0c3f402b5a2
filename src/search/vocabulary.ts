// The words of the survey: which words of a query nobody uses, and what may have been meant.
import { compareText } from '../core/catalog.ts';
import { isFunctionWord } from '../core/function-words.ts';

/** Words in lower case: frequent ones before rare ones, and in the order of the alphabet where they are about as frequent. */
export type Vocabulary = readonly string[];

/** More words than this are not sent to a reader; the rare ones go. */
const MOST_WORDS = 20_000;
/** Shorter words have too many neighbours to be corrected. */
const SHORTEST = 4;
/** Words from this length may have two slips. */
const LONG = 9;
/** Stems from this length tell words of another ending from other words. */
const LONG_STEM = 7;

/** The words of a text in lower case, as often as they stand there. */
function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}*+@]*/gu) ?? [];
}

/** The words that at least so many of some texts have, in the order of the alphabet. */
export function findCommonWords(texts: readonly string[], least: number): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsIn(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts.keys()].filter((word) => (counts.get(word) ?? 0) >= least).toSorted(compareText);
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
    return vocabulary.some(
      (known) => known.startsWith(part) || (known.startsWith(stem.slice(0, 3)) && stemOf(known) === stem),
    );
  });
}

/** Endings that leave so many letters of a word at least; "ation" and its like before those that they end with. */
const ENDINGS: readonly (readonly [ending: RegExp, left: number])[] = [
  [/at(?:ions?|ing|ed|es?|ors?|ive)$/, 4],
  [/(?:ings?|ions?|ers?|ors?|ed|es|ly|e)$/, 3],
  [/(?<!s)s$/, 2],
];

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
 * What may have been meant by a word that nobody uses: the nearest word in use by the Damerau-Levenshtein
 * distance (optimal string alignment); of equally near ones the most frequent. One slip in short words and two in
 * long ones, where they leave the consonants alone: what is further away is simply another word. Slips seldom change the
 * first letter, two of them never, and nobody searches for a function word. Where no word is near, the stem of one may
 * be: "halucinating" was meant as "hallucination".
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
  const most = wrong.length < LONG ? 1 : 2;
  let best: { word: string; cost: number } | undefined;
  for (const known of vocabulary) {
    const candidate = formOf(known);
    if (candidate.length < SHORTEST || Math.abs(candidate.length - wrong.length) > most) continue;
    const isSameStart = candidate[0] === wrong[0] || isSwapped(wrong, candidate);
    if (wrong.length < LONG && !isSameStart) continue;
    if (isFunctionWord(known)) continue;
    const distance = alignmentDistance(wrong, candidate, most);
    if (distance > (isSameStart && consonantsOf(wrong) === consonantsOf(candidate) ? most : 1)) continue;
    const cost = distance + (candidate[0] === wrong[0] ? 0 : 0.5);
    if (!best || cost < best.cost) best = { word: known, cost };
  }
  return best?.word;
}

/** "retreivel" has those of "retrieval", "insurance" not those of "instance"; a doubled one counts once. */
function consonantsOf(word: string): string {
  return word.replace(/[aeiouy]/g, '').replace(/(.)\1/g, '$1');
}

/** Whether the first two letters are exchanged: "ehart" for "heart". */
function isSwapped(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0];
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours; stops above `most`. */
function alignmentDistance(a: string, b: string, most: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
