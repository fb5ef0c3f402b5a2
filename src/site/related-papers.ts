// What to read next, for each paper: found once, for the pages and for the map.
import type { Catalog } from '../core/catalog.ts';
import { comparablesOf, findRelated, type Related } from '../core/related.ts';

type RelatedPapers = ReadonlyMap<string, readonly Related[]>;

const known = new WeakMap<Catalog, RelatedPapers>();

/** The papers that are nearest to each paper, by its slug, the nearest first; at most five. */
export function findRelatedPapers(catalog: Catalog): RelatedPapers {
  const related = known.get(catalog) ?? findRelated(comparablesOf(catalog));
  known.set(catalog, related);
  return related;
}

/** Tells what is nearest to the papers of a survey, where somebody has found it already. */
export function rememberRelated(catalog: Catalog, related: RelatedPapers): void {
  known.set(catalog, related);
}
