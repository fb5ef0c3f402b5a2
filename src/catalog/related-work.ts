// Finding what to read next, in a thread of its own: for a large survey it takes as long as all else before the pages.
import { type Comparable, findRelated, type Related } from '../core/related.ts';

/** The papers that are nearest to each of some papers, by id. */
export function work(papers: readonly Comparable[]): [string, Related[]][] {
  return [...findRelated(papers)];
}
