// How likely one word was typed where another was meant: each slip has a cost, the likelier the slip the lower.

/** More letters than this are never lost or gained. */
export const MOST_SLIPS = 2;

/**
 * What a slip costs. Two lost or gained consonants, or one for another that no finger or ear explains, are corrected in
 * long words only: "contract" is no "contrast".
 */
const COSTS = {
  /** "honny" for "honey": */
  doubled: 0.5,
  /** "servey" for "survey", */
  vowel: 0.7,
  /** "drivng" for "driving": vowels are heard least; */
  vowelLostOrGained: 0.8,
  /** "evauation" for "evaluation", */
  consonantLostOrGained: 1.05,
  /** "retreival" for "retrieval", */
  swapped: 1,
  /** "gtaph" for "graph": a key beside, or a letter that sounds alike. */
  near: 1.35,
  /** "retrienal" for "retrieval": only in long words. */
  other: 2.1,
  /** Besides, where the slip is in the first letter, or in the last: people know how a word begins and ends. */
  first: 0.5,
  last: 0.4,
} as const;

const FIRST_LETTER = 'a'.charCodeAt(0);
const VOWELS = 'aeiouy';
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ALIKE = ['ck', 'sz', 'fv', 'mn', 'dt', 'bp', 'gj', 'qk'];

const VOWEL_LETTERS = lettersOf(VOWELS);
/** Of each letter those that are near: a slip is looked at for thousands of words, in each for many pairs of letters. */
const NEAR = new Map(
  [...KEYS.join('')].map((a, _, letters) => [a, letters.filter((b) => isNear(a, b)).join('')]),
);

/** What slips may cost altogether in a word: the longer it is, the fewer others are near. */
export function mostCostOf({ length }: string): number {
  if (length < 6) return 1.4;
  if (length < 7) return 1.8;
  return length < 9 ? 2 : 2.1;
}

/**
 * The cost of the cheapest slips that make one word of the other: optimal string alignment with weights (after Damerau
 * and Levenshtein), which gives up above `most`.
 */
export function costOfSlips(written: string, meant: string, most: number): number {
  let beforePrevious: number[] = [];
  let previous = [0];
  for (let column = 1; column <= meant.length; column++)
    previous.push((previous[column - 1] ?? 0) + costOfLetter(meant, column - 1));
  for (let row = 1; row <= written.length; row++) {
    const current = [(previous[0] ?? 0) + costOfLetter(written, row - 1)];
    for (let column = 1; column <= meant.length; column++)
      current.push(
        Math.min(
          (previous[column - 1] ?? 0) + costOfSubstitution(written, row - 1, meant, column - 1),
          (previous[column] ?? 0) + costOfLetter(written, row - 1),
          (current[column - 1] ?? 0) + costOfLetter(meant, column - 1),
          isSwapped(written, row, meant, column)
            ? (beforePrevious[column - 2] ?? 0) + COSTS.swapped + costOfPlace(written, row - 2, 0)
            : most + 1,
        ),
      );
    if (Math.min(...current) > most) return most + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return previous[meant.length] ?? 0;
}

/**
 * Which letters from a to z a word has, as bits: letters that only one of two words has cost something each, so that most
 * pairs of words need not be compared letter by letter.
 */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) {
    const place = word.charCodeAt(index) - FIRST_LETTER;
    if (place >= 0 && place < 26) letters |= 1 << place;
  }
  return letters;
}

/** What the slips between two words cost at least, by their letters. */
export function leastCostOfSlips(written: number, meant: number): number {
  return Math.max(costOfLetters(written & ~meant), costOfLetters(meant & ~written));
}

/** A letter that the other word has not was lost, gained or took the place of another; two at once if it is doubled. */
function costOfLetters(letters: number): number {
  let cost = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1)
    cost += (rest & -rest & VOWEL_LETTERS) === 0 ? 2 * COSTS.doubled : COSTS.vowel;
  return cost;
}

/** What it costs to leave out a letter of a word, or to put one too many. */
function costOfLetter(word: string, index: number): number {
  const letter = word[index] ?? '';
  if (letter === word[index - 1] || letter === word[index + 1]) return COSTS.doubled;
  const cost = VOWELS.includes(letter) ? COSTS.vowelLostOrGained : COSTS.consonantLostOrGained;
  return cost + costOfPlace(word, index);
}

function costOfSubstitution(written: string, row: number, meant: string, column: number): number {
  const [a = '', b = ''] = [written[row], meant[column]];
  if (a === b) return 0;
  const place = Math.max(costOfPlace(written, row), costOfPlace(meant, column));
  if (VOWELS.includes(a) && VOWELS.includes(b)) return COSTS.vowel + place;
  return (NEAR.get(a)?.includes(b) ? COSTS.near : COSTS.other) + place;
}

function costOfPlace({ length }: string, index: number, last: number = COSTS.last): number {
  if (index === 0) return COSTS.first;
  return index === length - 1 ? last : 0;
}

function isNear(a: string, b: string): boolean {
  if (ALIKE.some((pair) => pair === a + b || pair === b + a)) return true;
  const [row, other] = [a, b].map((letter) => KEYS.findIndex((keys) => keys.includes(letter)));
  if (row === undefined || other === undefined || row < 0 || other < 0) return false;
  const apart = (KEYS[row]?.indexOf(a) ?? 0) - (KEYS[other]?.indexOf(b) ?? 0);
  // Of the keys of two rows those that touch are in the same column, or one further right in the upper row.
  return row === other
    ? Math.abs(apart) === 1
    : Math.abs(row - other) === 1 && [0, row < other ? 1 : -1].includes(apart);
}

/** Whether the letters before two places are exchanged: "ei" and "ie". */
function isSwapped(written: string, row: number, meant: string, column: number): boolean {
  return (
    row > 1 && column > 1 && written[row - 1] === meant[column - 2] && written[row - 2] === meant[column - 1]
  );
}
