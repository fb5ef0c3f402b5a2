// Recognising the terms of the glossary in a text.
import { oncePer } from './once.ts';
import { compilePhrase, makePhraseFilter, matchPhrase } from './phrases.ts';
import type { Entry, EntryFields } from './schema/entry.ts';
import type { Term } from './schema/glossary.ts';

/** A place where a text uses a term; offsets in UTF-16 units. */
export type Mention = { readonly id: string; readonly start: number; readonly end: number };

/** Finds the terms of a glossary in texts. */
export type TermFinder = (text: string) => readonly Mention[];

/** Page models ask for the terms of the same texts again and again; each glossary remembers what was found. */
const finders = new WeakMap<readonly Term[], TermFinder>();

/**
 * Makes a finder. Where two terms overlap, the longer mention counts ("dance" in "waggle dance"
 * does not); of two equally long ones the one written with its own capitals ("HIVE", not "hive").
 */
export function makeTermFinder(terms: readonly Term[]): TermFinder {
  const finder = finders.get(terms) ?? rememberTexts(makeFinder(terms));
  finders.set(terms, finder);
  return finder;
}

/** Tells what the terms are that some texts mention: their finder need not find them again. */
export function rememberMentions(
  terms: readonly Term[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
): void {
  finders.set(terms, rememberTexts(makeFinder(terms), mentions));
}

function rememberTexts(
  find: TermFinder,
  found: ReadonlyMap<string, readonly Mention[]> = new Map(),
): TermFinder {
  const known = new Map(found);
  return (text) => {
    const mentions = known.get(text) ?? find(text);
    known.set(text, mentions);
    return mentions;
  };
}

/** Makes what tells which spellings of terms can stand in a text. */
function compileTerms(terms: readonly Term[]) {
  const phrases = terms.flatMap(({ id, name, aliases = [] }) =>
    [name, ...aliases].map((text) => ({ id, ...compilePhrase(text) })),
  );
  return makePhraseFilter(phrases);
}

function makeFinder(terms: readonly Term[]): TermFinder {
  // Not before the first text whose terms are not known: it takes a tenth of a second.
  let select: ReturnType<typeof compileTerms> | undefined;
  return (text) => {
    select ??= compileTerms(terms);
    const found: (Mention & { readonly isAsWritten: boolean })[] = [];
    for (const phrase of select(text)) {
      for (const { index: start, 0: words } of matchPhrase(phrase, text)) {
        if (isInsideName(text, start)) continue;
        const end = start + words.length;
        found.push({ id: phrase.id, start, end, isAsWritten: words.startsWith(phrase.text) });
      }
    }
    found.sort(
      (a, b) =>
        b.end - b.start - (a.end - a.start) ||
        Number(b.isAsWritten) - Number(a.isAsWritten) ||
        a.start - b.start,
    );
    const kept: Mention[] = [];
    // Which characters are taken. Longer mentions come first, so that one which meets another has an end within it.
    const isTaken = new Uint8Array(text.length);
    for (const { id, start, end } of found) {
      if (isTaken[start] || isTaken[end - 1]) continue;
      isTaken.fill(1, start, end);
      kept.push({ id, start, end });
    }
    return kept.toSorted((a, b) => a.start - b.start);
  };
}

/** "Swarm-Dance" is a name of its own, whatever "dance" means elsewhere; "dance-like" is about dances. */
function isInsideName(text: string, start: number): boolean {
  return text[start - 1] === '-' && /[\p{L}\p{N}]/u.test(text[start - 2] ?? '');
}

/** The terms of an entry: those that its title and abstract use, less the misread ones, and those added by hand. */
export function termsOf(entry: Pick<Entry, 'fields' | 'text'>, find: TermFinder): readonly string[] {
  return termsBy(find)(entry);
}

/** Half a dozen models of pages ask for those of all entries. */
const termsBy = oncePer((find: TermFinder) =>
  oncePer(({ fields, text }: Pick<Entry, 'fields' | 'text'>): readonly string[] => {
    const { title, notTerms = [] } = fields;
    const found = [...find(title), ...find(text)].map(({ id }) => id);
    return [...new Set([...found, ...termsNamedBy(fields)])].filter((id) => !notTerms.includes(id));
  }),
);

/** The terms that an entry names by their ids, as those of its abstract or as benchmarks. */
export function termsNamedBy({ terms = [], results = [] }: EntryFields): string[] {
  return [...results.flatMap(({ benchmark }) => benchmark ?? []), ...terms];
}

/** What a glossary has to do with an entry: where its title, abstract and summary mention terms, and these and those it names. */
type Gloss = { readonly mentions: readonly (readonly Mention[])[]; readonly terms: readonly Term[] };

/** Makes what finds that. */
export const makeGloss = oncePer((terms: readonly Term[]): ((entry: Entry) => Gloss) => {
  const find = makeTermFinder(terms);
  const known = new Map(terms.map((term) => [term.id, term]));
  return ({ fields, body, text }) => {
    // What has markup, or several paragraphs, is searched piece by piece: there any term may stand.
    if (body.trim() !== text) return { mentions: [], terms };
    const mentions = [fields.title, text, fields.summary ?? ''].map(find);
    const ids = new Set([...mentions.flat().map(({ id }) => id), ...termsNamedBy(fields)]);
    return { mentions, terms: [...ids].flatMap((id) => known.get(id) ?? []) };
  };
});

/** A piece of a text, and the term that it mentions for the first time, if it does. */
export type TermPiece = { readonly text: string; readonly term?: string };

/**
 * Makes what splits the texts of one page, given in the order in which they are read, at the first mention of each term.
 * `known` are terms that are no longer new.
 */
export function makeTermSplitter(
  find: TermFinder,
  known: readonly string[] = [],
): (text: string) => TermPiece[] {
  const seen = new Set(known);
  return (text) => {
    const pieces: TermPiece[] = [];
    let position = 0;
    for (const { id, start, end } of find(text)) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (start > position) pieces.push({ text: text.slice(position, start) });
      pieces.push({ text: text.slice(start, end), term: id });
      position = end;
    }
    if (position < text.length) pieces.push({ text: text.slice(position) });
    return pieces;
  };
}
