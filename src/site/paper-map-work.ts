// Planning a map in a thread: the maps of a large survey take as long as all else before the pages.
import type { MapPlan } from '../core/map-plan.ts';
import type { Comparable } from '../core/related.ts';
import { planMap } from './paper-map-plan.ts';

/** The plan of a map of some papers. */
export function work(papers: readonly Comparable[]): MapPlan {
  return planMap(papers);
}
