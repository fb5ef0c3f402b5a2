// Terms as pages mention them: their name, and what they mean.
import type { Catalog } from '../core/catalog.ts';
import { splitCitations } from '../core/citations.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Term, TermKind } from '../core/schema/glossary.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';

/** A term with its definition. */
export type TermNote = {
  readonly id: string;
  readonly name: string;
  readonly kind: TermKind;
  readonly definition: string;
};

/** The note of a term. */
export function termNote({ id, name, kind, definition }: TermNote): TermNote {
  return { id, name, kind, definition };
}

/** The name of a term as it begins a line: "waggle dance" -> "Waggle dance", but "pH" and "top@5" stay. */
export function termHeading(name: string): string {
  return /^\p{Ll}+(?![\p{L}\p{N}@])/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** Makes what gives the terms of an entry, those of its title and abstract in the order of their first mention. */
export function makeEntryTerms({ terms }: Pick<Catalog, 'terms'>): (entry: Entry) => Term[] {
  const find = makeTermFinder(terms);
  const known = new Map(terms.map((term) => [term.id, term]));
  return (entry) => termsOf(entry, find).flatMap((id) => known.get(id) ?? []);
}

/** The notes of some terms, in their order. */
export function notesOf(ids: readonly string[], { terms }: Pick<Catalog, 'terms'>): TermNote[] {
  const known = new Map(terms.map((term) => [term.id, term]));
  return ids.flatMap((id) => known.get(id) ?? []).map(termNote);
}

/** The terms that the essay of each theme uses, in the order of their first mention. */
export function makeEssayNotes(catalog: Catalog): Map<string, TermNote[]> {
  const { terms, themes } = catalog;
  const find = makeTermFinder(terms);
  return new Map(
    themes.map(({ id, body }) => {
      // Slugs of citations are no words.
      const words = splitCitations(body).map((piece) => ('text' in piece ? piece.text : ' '));
      const ids = new Set(find(words.join('')).map((mention) => mention.id));
      return [id, notesOf([...ids], catalog)];
    }),
  );
}
