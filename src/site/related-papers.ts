// What to read next, for each paper: found once, for the pages and for the map.
import type { Catalog } from '../core/catalog.ts';
import { findRelated, type Related } from '../core/related.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';

const MOST = 5;

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly Related[]>>();

/** The papers that are nearest to each paper, by its slug, the nearest first; at most five. */
export function findRelatedPapers(catalog: Catalog): ReadonlyMap<string, readonly Related[]> {
  const related = known.get(catalog) ?? compare(catalog);
  known.set(catalog, related);
  return related;
}

function compare({ entries, terms }: Catalog): ReadonlyMap<string, readonly Related[]> {
  const find = makeTermFinder(terms);
  const papers = entries.map((entry) => ({
    id: entry.slug,
    text: `${entry.fields.title} ${entry.text}`,
    terms: termsOf(entry, find),
    themes: entry.fields.themes,
  }));
  return findRelated(papers, MOST);
}
