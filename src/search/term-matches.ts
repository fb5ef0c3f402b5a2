// What the words of a query mean in the glossary: acronyms, other spellings, words of everyday language.
import { isFunctionWord } from '../core/function-words.ts';
import type { LexiconTerm } from './lexicon.ts';
import { TERM_STRENGTHS } from './ranking.ts';
import { stemOf } from './vocabulary.ts';

/** The terms that a word may mean, by id, each with how surely it is meant, from 0 to 1. */
export type TermsOfWord = ReadonlyMap<string, number>;

/**
 * Terms that are hardly meant would only make noise; and a word that many papers have is not meant as a part of some
 * name. Looking for the papers of all of them would take long, too.
 */
export function withoutWeakTerms(terms: TermsOfWord, least: number): TermsOfWord {
  return new Map([...terms].filter(([, strength]) => strength >= least));
}

/** Tells for each word of a query what terms it may mean, as part of the whole query. */
export type TermMatcher = (words: readonly string[]) => TermsOfWord[];

/** Names longer than this many words are not looked for. */
const LONGEST_NAME = 6;

type Phrase = { readonly id: string; readonly stems: readonly string[]; readonly strength: number };

/** Makes a matcher for the terms of a glossary. */
export function makeTermMatcher(terms: readonly LexiconTerm[]): TermMatcher {
  const names = indexNames(terms);
  const phrases = terms.flatMap(phrasesOf);
  const single = indexWords(terms);
  return (words) => {
    const found = words.map(() => new Map<string, number>());
    const mean = (position: number, id: string, strength: number) => {
      const terms = found[position];
      terms?.set(id, Math.max(strength, terms.get(id) ?? 0));
    };
    const pieces = words.flatMap((word, position) => piecesOf(word).map((piece) => ({ piece, position })));
    for (const { ids, start, end } of findNames(
      pieces.map(({ piece }) => piece),
      names,
    ))
      for (const { position } of pieces.slice(start, end))
        for (const id of ids) mean(position, id, TERM_STRENGTHS.name);
    const stems = pieces.map(({ piece, position }) => ({ stem: stemOf(piece), position }));
    for (const { id, stems: phrase, strength } of phrases)
      if (phrase.every((stem) => stems.some((one) => one.stem === stem)))
        for (const { stem, position } of stems) if (phrase.includes(stem)) mean(position, id, strength);
    for (const { stem, position } of stems)
      for (const [id, strength] of single.get(stem) ?? []) mean(position, id, strength);
    return found;
  };
}

/**
 * What means a term if all of it is said, in whatever order: names of several words, and what people say. One word of
 * everyday language can mean many things; several together are said on purpose.
 */
function phrasesOf({ id, name, aliases = [], everyday = [] }: LexiconTerm): Phrase[] {
  const names = [name, ...aliases].map(tellingStems).filter((stems) => stems.length > 1);
  const said = everyday.map(saidStems);
  return [
    ...names.map((stems) => ({ id, stems, strength: TERM_STRENGTHS.name })),
    ...said.map((stems) => ({
      id,
      stems,
      strength: stems.length > 1 ? TERM_STRENGTHS.everyday : TERM_STRENGTHS.name,
    })),
  ];
}

/** What has to be said of a phrase. Of "teach itself" both words: one alone tells too little. */
function saidStems(phrase: string): string[] {
  const telling = tellingStems(phrase);
  return telling.length > 1 ? telling : piecesOf(phrase).map(stemOf);
}

/** "HIVE-24", "hive 24" and "HIVE24" are one name; so are "waggle dance" and "Waggle Dances", "best of n" and "best of ns". */
function keyOf(pieces: readonly string[]): string {
  const singular = pieces.map((piece) => (piece.length > 2 ? piece.replace(/(?<!s)s$/, '') : piece));
  return singular.join('').replace(/(?<=..)(?<!s)s$/, '');
}

/** The words of a text or a word, in lower case: "nest-box" has two. */
export function piecesOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}*+@]+/gu) ?? [];
}

function indexNames(terms: readonly LexiconTerm[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { id, name, aliases = [] } of terms)
    for (const text of [name, ...aliases]) {
      const key = keyOf(piecesOf(text));
      index.set(key, [...(index.get(key) ?? []), id]);
    }
  return index;
}

/** The longest names in a row of words, from the left; none within another. */
function findNames(
  pieces: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): { ids: readonly string[]; start: number; end: number }[] {
  const found: { ids: readonly string[]; start: number; end: number }[] = [];
  let start = 0;
  while (start < pieces.length) {
    let end = Math.min(start + LONGEST_NAME, pieces.length);
    while (end > start && !names.has(keyOf(pieces.slice(start, end)))) end--;
    if (end > start) found.push({ ids: names.get(keyOf(pieces.slice(start, end))) ?? [], start, end });
    start = Math.max(end, start + 1);
  }
  return found;
}

/** Single words of names, of everyday phrases and of definitions, without their endings. */
function indexWords(terms: readonly LexiconTerm[]): Map<string, Map<string, number>> {
  const index = new Map<string, Map<string, number>>();
  for (const { id, name, aliases = [], everyday = [], defined = '' } of terms) {
    const groups = [
      { strength: TERM_STRENGTHS.wordOfName, stems: tellingStems([name, ...aliases].join(' ')) },
      { strength: TERM_STRENGTHS.wordOfEveryday, stems: tellingStems(everyday.join(' ')) },
      { strength: TERM_STRENGTHS.wordOfDefinition, stems: defined.split(' ') },
    ];
    for (const { strength, stems } of groups)
      for (const stem of stems) {
        const ids = index.get(stem) ?? new Map<string, number>();
        ids.set(id, Math.max(strength, ids.get(id) ?? 0));
        index.set(stem, ids);
      }
  }
  return index;
}

/** The words of a text that tell something, without their endings. */
export function tellingStems(text: string): string[] {
  return piecesOf(text)
    .filter((piece) => !isFunctionWord(piece))
    .map(stemOf);
}
