// The pages of terms: the index by kind, and for each term what it means, which papers use it, and where they say so.
import { type Catalog, compareText } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import { TERM_KINDS, type Term, type TermKind } from '../core/schema/glossary.ts';
import { type Span, sentenceAround, shortenAround } from '../core/sentences.ts';
import { type Mention, makeTermFinder, termsOf } from '../core/terms.ts';
import { count, LOCALE, say } from '../core/words.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { cutGrowing, type ListPage } from './pages.ts';
import { makeSummarizer, type PaperSummary } from './paper-summary.ts';
import { makeResultTable, type ResultGroup, resultsOn } from './result-table.ts';
import { type TermNote, termNote } from './term-note.ts';
import { makeTermTimes, type TermTimes } from './term-times.ts';

/** A term in the index, with the number of papers that use it. */
export type CountedTerm = TermNote & { readonly papers: number };

/** The terms of one kind, by name. */
export type TermGroup = {
  readonly kind: TermKind;
  readonly name: string;
  readonly terms: readonly CountedTerm[];
};

/** The index, and how much there is, in a sentence. */
export type TermIndex = { readonly line: string; readonly groups: readonly TermGroup[] };

/** Words of an abstract around a term; `isCut` where the sentence goes on. */
export type Excerpt = {
  readonly isCutBefore: boolean;
  readonly before: string;
  readonly term: string;
  readonly after: string;
  readonly isCutAfter: boolean;
};

/** A paper that uses a term; without an excerpt where only its title, its results or an editor say so. */
export type TermPaper = {
  readonly paper: PaperSummary;
  readonly excerpt?: Excerpt;
  readonly reason?: string;
};

export type TermPage = TermNote & {
  readonly aliases: readonly string[];
  /** The entries that use it, newest first. */
  readonly users: readonly Entry[];
  readonly times?: TermTimes;
  /** Terms that often stand with it, those that do so most before others, with the number of shared papers. */
  readonly companions: readonly CountedTerm[];
  readonly results?: ResultGroup;
};

/** The name of each kind, for the heading of its terms. */
export const KIND_NAMES: Readonly<Record<TermKind, string>> = {
  method: say`Methods`,
  concept: say`Concepts`,
  benchmark: say`Benchmarks`,
  model: say`Models`,
  domain: say`Domains`,
};

const EXCERPT_LENGTH = 190;
const COMPANIONS = 8;
/** Once may be chance. */
const MIN_SHARED = 2;

/** What the pages of one survey share, made once. */
type Context = {
  /** The entries that use a term, newest first. */
  readonly users: ReadonlyMap<string, readonly Entry[]>;
  /** The terms of an entry, as places among all. */
  readonly placesIn: ReadonlyMap<Entry, readonly number[]>;
  /** By its place, how many papers use a term. */
  readonly usedBy: readonly number[];
  readonly terms: readonly Term[];
};

/** Makes the index: every term that a paper uses, by kind and by name. */
export function makeTermIndex(catalog: Catalog): TermIndex {
  const { users } = makeContext(catalog);
  const groups = TERM_KINDS.flatMap((kind): TermGroup[] => {
    const terms = catalog.terms
      .filter((term) => term.kind === kind && users.has(term.id))
      .map((term) => ({ ...termNote(term), papers: users.get(term.id)?.length ?? 0 }))
      .toSorted((a, b) => a.name.localeCompare(b.name, LOCALE, { numeric: true }) || compareText(a.id, b.id));
    return terms.length > 0 ? [{ kind, name: KIND_NAMES[kind], terms }] : [];
  });
  const total = count(users.size, 'term');
  const line =
    users.size === 0
      ? say`There are no terms yet: no paper uses one of the glossary.`
      : say`${total} that the papers use: what each means, and which papers use it.`;
  return { line, groups };
}

/** Makes the page of every term that a link may lead to: those of papers and those of essays alike. */
export const makeTermPages = oncePer(listTermPages);

function listTermPages(catalog: Catalog): TermPage[] {
  const context = makeContext(catalog);
  const hasResults = catalog.entries.some(({ fields }) => fields.results);
  const table = hasResults ? makeResultTable(catalog) : undefined;
  return catalog.terms.map((term) => {
    const users = context.users.get(term.id) ?? [];
    const times = makeTermTimes(users, catalog.entries);
    const results = table && resultsOn(term.id, table);
    return {
      ...termNote(term),
      aliases: term.aliases ?? [],
      users,
      ...(times && { times }),
      companions: companionsOf(term.id, users, context),
      ...(results && { results }),
    };
  });
}

/** The papers of a term, as they stand on its pages. */
export function cutTermPapers({ users }: Pick<TermPage, 'users'>): ListPage<Entry>[] {
  return cutGrowing(users, PAGE_SIZES.list);
}

/** The index and the pages ask for it. */
const makeContext = oncePer(({ entries, terms }: Catalog): Context => {
  const find = makeTermFinder(terms);
  const places = new Map(terms.map(({ id }, place) => [id, place]));
  const users = new Map<string, Entry[]>();
  const placesIn = new Map<Entry, readonly number[]>();
  for (const entry of entries) {
    const own = termsOf(entry, find);
    placesIn.set(
      entry,
      own.flatMap((id) => places.get(id) ?? []),
    );
    for (const id of own) {
      const known = users.get(id);
      if (known) known.push(entry);
      else users.set(id, [entry]);
    }
  }
  return { users, placesIn, usedBy: terms.map(({ id }) => users.get(id)?.length ?? 0), terms };
});

/** A place where a paper mentions a term: in its title or in its abstract. */
type MentionPlace = Span & { readonly isInTitle: boolean };

/** Makes what finds where a paper mentions a term first; where its abstract does, that counts. */
export function makeMentionFinder({
  terms,
}: Catalog): (entry: Entry, id: string) => MentionPlace | undefined {
  const find = makeTermFinder(terms);
  return ({ fields, text }, id) => {
    const isOfTerm = (mention: Mention) => mention.id === id;
    const inAbstract = find(text).find(isOfTerm);
    if (inAbstract) return { ...inAbstract, isInTitle: false };
    const inTitle = find(fields.title).find(isOfTerm);
    return inTitle && { ...inTitle, isInTitle: true };
  };
}

/** Makes what says of a paper how it uses a term. */
export function makeTermPapers(catalog: Catalog): (entry: Entry, id: string) => TermPaper {
  const findMention = makeMentionFinder(catalog);
  const summarize = makeSummarizer(catalog);
  return (entry, id) => {
    const paper = summarize(entry);
    const mention = findMention(entry, id);
    if (mention?.isInTitle) return { paper, reason: say`In the title.` };
    if (mention) return { paper, excerpt: excerptAround(entry.text, mention) };
    const isMeasured = entry.fields.results?.some(({ benchmark }) => benchmark === id);
    return {
      paper,
      reason: isMeasured ? say`Among its results.` : say`Without the word, in an editor’s reading.`,
    };
  };
}

function excerptAround(text: string, mention: Span): Excerpt {
  const sentence = sentenceAround(text, mention);
  const { start, end } = shortenAround(text, sentence, mention, EXCERPT_LENGTH);
  return {
    isCutBefore: start > sentence.start,
    before: text.slice(start, mention.start),
    term: text.slice(mention.start, mention.end),
    after: text.slice(mention.end, end),
    isCutAfter: end < sentence.end,
  };
}

/** Shared papers count more where the other term is rare: what stands everywhere stands with nothing. */
function companionsOf(
  id: string,
  users: readonly Entry[],
  { placesIn, usedBy, terms }: Context,
): CountedTerm[] {
  const shared = new Int32Array(terms.length);
  for (const entry of users)
    for (const place of placesIn.get(entry) ?? []) shared[place] = (shared[place] ?? 0) + 1;
  return terms
    .flatMap((term, place) => {
      const papers = shared[place] ?? 0;
      if (papers < MIN_SHARED || term.id === id) return [];
      return { term, papers, weight: papers * Math.log((placesIn.size + 1) / (usedBy[place] ?? 1)) };
    })
    .toSorted((a, b) => b.weight - a.weight || compareText(a.term.id, b.term.id))
    .slice(0, COMPANIONS)
    .map(({ term, papers }) => ({ ...termNote(term), papers }));
}
