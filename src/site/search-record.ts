// What the search index knows of a paper besides its title and abstract.
import { appearedOn } from '../core/appeared.ts';
import { type Catalog, compareText } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';
import { partsOfNames } from '../search/compounds.ts';
import { joinNames } from '../search/hit-authors.ts';
import {
  type Definitions,
  type Lexicon,
  type LexiconTerm,
  type TermPapers,
  termFile,
} from '../search/lexicon.ts';
import { LIGHT_WORDS } from '../search/light-words.ts';
import { packWords } from '../search/pack-words.ts';
import { wordOfId } from '../search/paper-ids.ts';
import { newestFirst, type PaperSet, packSet } from '../search/paper-set.ts';
import { tellingStems } from '../search/term-matches.ts';
import { makeVocabulary } from '../search/vocabulary.ts';
import { yearOf } from './labels.ts';

/** Fields of the index. `meta` is searched and shown, `filters` narrow. */
export type SearchRecord = {
  readonly slug: string;
  readonly date: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Ids of the terms that the paper uses, and of those that it is about. */
  readonly uses: readonly string[];
  readonly about: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
};

/** Makes the search records of all papers, by slug. */
export const makeSearchRecords = oncePer(recordAll);

function recordAll({ entries, terms }: Catalog): ReadonlyMap<string, SearchRecord> {
  const find = makeTermFinder(terms);
  const known = new Map(terms.map((term) => [term.id, term]));
  return new Map(
    entries.map((entry) => {
      const own = termsOf(entry, find).flatMap((id) => known.get(id) ?? []);
      const { title, authors, summary, plain, questions, venue, arxiv, doi, openreview, acl } = entry.fields;
      const inShort = new Set([...find(title), ...find(summary ?? '')].map(({ id }) => id));
      const meta = {
        ids: [arxiv, doi, openreview, acl].flatMap((id) => (id ? [wordOfId(id)] : [])).join(' '),
        summary: summary ?? '',
        plain: plain ?? '',
        questions: questions?.join(' ') ?? '',
        parts: partsOfNames(`${title} ${entry.text}`).join(' '),
        authors: joinNames(authors ?? []),
        venue: venue ?? '',
      };
      return [
        entry.slug,
        {
          slug: entry.slug,
          date: appearedOn(entry.fields) ?? '',
          meta: Object.fromEntries(Object.entries(meta).filter(([, text]) => text !== '')),
          uses: own.map(({ id }) => id),
          about: own.map(({ id }) => id).filter((id) => inShort.has(id)),
          filters: {
            theme: entry.fields.themes,
            year: [yearOf(entry.fields)],
            has: hasOf(entry),
          },
        },
      ];
    }),
  );
}

/** What `has:` finds of a paper. */
export function hasOf({ fields: { links, results, authors } }: Entry): string[] {
  const has = { code: links?.code, project: links?.project, results, names: authors };
  return Object.entries(has).flatMap(([name, value]) => (value ? [name] : []));
}

/** The terms that papers use, and the papers of each theme, year and so on: a `Lexicon` in JSON. */
export function makeSearchLexicon(catalog: Catalog): string {
  const records = [...makeSearchRecords(catalog).values()];
  const counts = countTerms(records);
  const terms = catalog.terms.map(
    ({ id, name, aliases, everyday }): LexiconTerm => ({
      id,
      name,
      papers: counts.get(id) ?? 0,
      ...(aliases && { aliases }),
      ...(everyday && { everyday }),
    }),
  );
  const newest = newestFirst(records);
  const setsOf = (name: string) => {
    const packed = packSets(newest, ({ filters }) => filters[name] ?? []);
    return Object.fromEntries([...packed].toSorted(([a], [b]) => compareText(a, b)));
  };
  const lexicon: Lexicon = {
    terms: terms.filter(({ papers }) => papers > 0),
    values: { theme: setsOf('theme'), year: setsOf('year'), has: setsOf('has') },
  };
  return JSON.stringify(lexicon);
}

/** The telling words of all definitions: `Definitions` in JSON. */
export function makeSearchDefinitions({ terms }: Pick<Catalog, 'terms'>): string {
  const definitions: Definitions = Object.fromEntries(
    terms.map(({ id, definition }) => [id, definedBy(definition)]),
  );
  return JSON.stringify(definitions);
}

/** The papers of all terms that are used, by the file that has them. */
export function makeTermFiles(catalog: Catalog): Map<string, TermPapers> {
  const newest = newestFirst([...makeSearchRecords(catalog).values()]);
  const uses = packSets(newest, (record) => record.uses);
  const about = packSets(newest, (record) => record.about);
  const none = packSet(new Uint8Array(newest.length));
  const used = catalog.terms.flatMap(({ id }) => {
    const packed = uses.get(id);
    return packed === undefined ? [] : [[id, { uses: packed, about: about.get(id) ?? none }] as const];
  });
  const files = Map.groupBy(used.entries(), ([place]) => termFile(place, newest.length));
  return new Map(
    [...files].map(([file, terms]) => [file, Object.fromEntries(terms.map(([, term]) => term))]),
  );
}

/** The set of the papers that have each value, packed; `newest` are all of them. */
function packSets(
  newest: readonly SearchRecord[],
  valuesOf: (record: SearchRecord) => readonly string[],
): Map<string, string> {
  const sets = new Map<string, PaperSet>();
  for (const [place, record] of newest.entries())
    for (const value of valuesOf(record)) {
      const set = sets.get(value) ?? new Uint8Array(newest.length);
      set[place] = 1;
      sets.set(value, set);
    }
  return new Map([...sets].map(([value, set]) => [value, packSet(set)]));
}

/** How many papers use each term. */
function countTerms(records: readonly SearchRecord[]): Map<string, number> {
  const groups = Map.groupBy(
    records.flatMap(({ uses }) => uses),
    (id) => id,
  );
  return new Map([...groups].map(([id, of]) => [id, of.length]));
}

/** The words of all papers, as `unpackWords` reads them. */
export const makeSearchWords = oncePer((catalog: Catalog): string => {
  const records = [...makeSearchRecords(catalog).values()];
  const words = makeVocabulary([
    ...catalog.entries.flatMap(({ fields, text }) => [fields.title, text]),
    // By an id a paper is found, but nobody writes it by mistake.
    ...records.flatMap(({ meta: { ids: _, ...texts } }) => Object.values(texts)),
  ]);
  return packWords(words);
});

/** The words of a definition that tell it from others, each once. */
function definedBy(definition: string): string {
  return [...new Set(tellingStems(definition))].filter((stem) => !LIGHT_WORDS.has(stem)).join(' ');
}
