// The words of a query against those that the survey knows: what is a slip, what nobody uses, what a term is meant by.
import { isFunctionWord } from '../core/function-words.ts';
import { suggest } from '../core/text.ts';
import { say } from '../core/words.ts';
import { isCompound } from './compounds.ts';
import { isFiller } from './light-words.ts';
import { withoutHyphens } from './open-index.ts';
import { beginLoading, type OpenLexicon, type SearchIndex } from './open-lexicon.ts';
import { isOrdinary, meaningsOf } from './plain-words.ts';
import { FIELDS, isText, type QueryPart, type QueryProblem, type TextPart } from './query.ts';
import { TERM_COUNTS, TERM_STRENGTHS } from './ranking.ts';
import { piecesOf, type TermMatcher, type TermsOfWord, withoutWeakTerms } from './term-matches.ts';
import { otherSpelling } from './vocabulary.ts';

/** A word or phrase to be found, and what it may mean. */
export type CheckedWord = {
  readonly part: QueryPart;
  readonly text: string;
  /** What is looked for in the texts: the word itself, or what papers say instead of it; nothing if none has any. */
  readonly inTexts: readonly string[];
  /** What papers say besides: those that have it rank higher. */
  readonly alike: readonly string[];
  readonly terms: TermsOfWord;
  /** The telling parts of a word with hyphens: a paper may have them elsewhere, and not together. */
  readonly pieces: readonly CheckedWord[];
};

/** A query whose words are checked. */
export type CheckedWords = {
  /** All parts, with slips corrected. */
  readonly parts: readonly QueryPart[];
  /** The words and phrases among them that are wanted. */
  readonly words: readonly CheckedWord[];
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words that no paper has, and for which there is nothing to search instead. */
  readonly unknownWords: readonly string[];
  /** What looks like a field and is none. */
  readonly problems: readonly QueryProblem[];
};

const NO_TERMS: TermsOfWord = new Map();

/** What is asked of an index to check words. */
type Asked = Pick<SearchIndex, 'lexicon' | 'ask'>;

/** Checks the words of a query. */
export async function checkWords(
  written: readonly QueryPart[],
  isExact: boolean,
  index: Asked,
): Promise<CheckedWords> {
  const { lexicon } = index;
  const meant = matchWords(written, lexicon.match);
  beginAsking(written, meant, isExact, index);
  const { parts, corrections } = isExact
    ? { parts: written, corrections: [] }
    : await correctParts(written, meant, lexicon);
  const terms = matchWords(parts, lexicon.match);
  const checked = await Promise.all(
    parts.filter(isLookedFor).map((part) => checkWord(part, isExact, terms, lexicon)),
  );
  const known = checked.filter((one) => !isNoField(one));
  const unknown = known.filter(({ word }) => word.inTexts.length === 0).flatMap(({ unused }) => unused);
  return {
    parts,
    words: known.map(({ word }) => word),
    corrections: [...corrections, ...checked.flatMap(({ replaced }) => replaced)],
    unknownWords: [...new Set(unknown)],
    problems: checked.filter(isNoField).map(({ word: { part, text } }) => ({
      start: part.start,
      end: part.end,
      message: say`There is no field “${text}”. ${suggest(text.toLowerCase(), Object.keys(FIELDS))}`,
    })),
  };
}

/** Whether a word was meant as a field: it stands before a colon, as in "place:hive", and in no paper. */
function isNoField({ word: { part, inTexts }, unused }: Checked): boolean {
  return part.isBeforeColon === true && inTexts.length === 0 && unused.length > 0;
}

/**
 * Begins to load at once what will be wanted whatever the words are found to be, as far as that is known: each answer of the
 * network that is waited for on its own is felt.
 */
function beginAsking(
  written: readonly QueryPart[],
  meant: ReadonlyMap<TextPart, MeantByWord>,
  isExact: boolean,
  { lexicon, ask }: Asked,
): void {
  // Who waits for it later will hear of a failure.
  const begin = (word: string) =>
    (lexicon.isCommon(word) ? ask(word) : lexicon.isWord(word)).catch(() => undefined);
  for (const part of written.filter(isLookedFor)) {
    const { terms, pieces } = meant.get(part) ?? NOTHING_MEANT;
    for (const one of [{ text: part.text, terms }, ...pieces]) {
      // Of a word that most papers have, only a term is meant whose name it is: see text-matches.ts.
      const least = lexicon.isInMost(one.text) ? TERM_STRENGTHS.name : TERM_COUNTS;
      beginLoading(withoutWeakTerms(one.terms, least).keys(), lexicon);
    }
    const wanted =
      part.kind === 'phrase'
        ? withoutHyphens(part.text).split(' ')
        : [part.text, ...pieces.map(({ text }) => text)].filter((text) => !isFiller(text));
    for (const word of wanted) if (lexicon.isCommon(word)) begin(word);
    if (!isExact && !isFiller(part.text)) for (const word of alternativesTo(part.text)) begin(word);
  }
}

/** Words that may be looked for besides a word, or instead of it. */
function alternativesTo(text: string): string[] {
  const other = otherSpelling(text);
  return other === undefined ? [...meaningsOf(text)] : [...meaningsOf(text), other];
}

type Correction = CheckedWords['corrections'][number];

/** Replaces the slips in a query by what was meant. */
async function correctParts(
  written: readonly QueryPart[],
  meant: ReadonlyMap<TextPart, MeantByWord>,
  lexicon: OpenLexicon,
): Promise<Pick<CheckedWords, 'parts' | 'corrections'>> {
  const correctPart = async (part: TextPart) => {
    const words = part.text.split(' ').map(async (from) => {
      // Plain English is no slip.
      const isRight = isOrdinary(from) || (await isUsed(from, meant.get(part)?.terms, lexicon));
      return { from, to: isRight ? undefined : await lexicon.correct(from) };
    });
    const checked = await Promise.all(words);
    const text = checked.map(({ from, to }) => to ?? from).join(' ');
    return {
      part: { ...part, text },
      corrections: checked.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])),
    };
  };
  const corrected = await Promise.all(
    written.map((part) => (isLookedFor(part) ? correctPart(part) : { part, corrections: [] })),
  );
  return {
    parts: corrected.map(({ part }) => part),
    corrections: corrected.flatMap(({ corrections }) => corrections),
  };
}

/** A word that is checked; `unused` are the words of it that nobody uses. */
type Checked = {
  readonly word: CheckedWord;
  readonly replaced: readonly Correction[];
  readonly unused: readonly string[];
};

/** Finds out what to look for instead of a word, or besides it. */
async function checkWord(
  part: TextPart,
  isExact: boolean,
  meant: ReadonlyMap<TextPart, MeantByWord>,
  lexicon: OpenLexicon,
): Promise<Checked> {
  const { text } = part;
  const { terms, pieces } = meant.get(part) ?? NOTHING_MEANT;
  const words = text.split(' ');
  const telling = words.filter((word) => !isFunctionWord(word));
  const isKnown = (await filter(telling, lexicon.isInTexts)).length === telling.length;
  const alike = isExact || part.kind === 'phrase' ? [] : meaningsOf(text);
  const meanings = await filter(alike, lexicon.isWord);
  const other = isExact || part.kind === 'phrase' ? undefined : otherSpelling(text);
  const spellings = other !== undefined && (await lexicon.isWord(other)) ? [other] : [];
  const isReplaced = meanings.length > 0 && spellings.length === 0 && !(await isUsed(text, terms, lexicon));
  return {
    word: {
      part,
      text,
      inTexts: [...(isKnown ? [text] : isReplaced ? meanings : []), ...spellings],
      alike: isReplaced ? [] : meanings,
      terms,
      pieces: await Promise.all(pieces.map((piece) => checkPiece(part, piece, lexicon))),
    },
    replaced: isReplaced ? [{ from: text, to: meanings.join(' or ') }] : [],
    unused: await filter(words, async (word) => !(await isUsed(word, terms, lexicon))),
  };
}

/** A part of a word with hyphens as a word of its own, which means itself: "level" is asked for with "step" before it. */
async function checkPiece(
  part: TextPart,
  { text, terms }: MeantPiece,
  { isInTexts }: OpenLexicon,
): Promise<CheckedWord> {
  const inTexts = (await isInTexts(text)) ? [text] : [];
  return { part: { ...part, text }, text, inTexts, alike: [], terms, pieces: [] };
}

function isLookedFor(part: QueryPart): part is TextPart {
  return isText(part) && !part.isExcluded;
}

/** A part of a word with hyphens, and the terms that it may mean. */
type MeantPiece = { readonly text: string; readonly terms: TermsOfWord };

/** What a word may mean as a whole, and its telling parts, if it has hyphens. */
type MeantByWord = { readonly terms: TermsOfWord; readonly pieces: readonly MeantPiece[] };

const NOTHING_MEANT: MeantByWord = { terms: NO_TERMS, pieces: [] };

/** The terms of each word; a phrase in quotes means what it says. */
function matchWords(parts: readonly QueryPart[], match: TermMatcher): Map<TextPart, MeantByWord> {
  const words = parts.filter((part): part is TextPart => isLookedFor(part) && part.kind === 'word');
  const units = words.flatMap((part) => unitsOf(part.text).map((text) => ({ part, text })));
  const terms = match(units.map(({ text }) => text));
  const meant = Map.groupBy(
    units.map(({ part, text }, index): MeantPiece & { part: TextPart } => ({
      part,
      text,
      terms: terms[index] ?? NO_TERMS,
    })),
    ({ part }) => part,
  );
  return new Map([...meant].map(([part, pieces]) => [part, meantByAll(pieces)]));
}

/** What of a word is looked up in the glossary by itself. */
function unitsOf(text: string): readonly string[] {
  return isCompound(text) ? piecesOf(text) : [text];
}

/** A word with hyphens means what all its parts say together; one without has one. */
function meantByAll(units: readonly MeantPiece[]): MeantByWord {
  const [only] = units;
  if (only && units.length === 1) return { terms: only.terms, pieces: [] };
  const telling = units.filter(({ text }) => !isFunctionWord(text));
  const pieces = telling.length > 0 ? telling : units;
  const [first, ...others] = pieces;
  const terms = [...(first?.terms ?? [])].filter(
    ([id, strength]) =>
      strength >= TERM_STRENGTHS.name &&
      others.every(({ terms }) => (terms.get(id) ?? 0) >= TERM_STRENGTHS.name),
  );
  return { terms: new Map(terms), pieces };
}

async function isUsed(
  word: string,
  terms: TermsOfWord = NO_TERMS,
  { isInTexts }: OpenLexicon,
): Promise<boolean> {
  const isMeant = [...terms.values()].some((strength) => strength >= TERM_COUNTS);
  return isMeant || isFunctionWord(word) || isInTexts(word);
}

async function filter<Item>(
  items: readonly Item[],
  keeps: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const kept = await Promise.all(items.map(keeps));
  return items.filter((_, index) => kept[index]);
}
