// Which papers are chosen for comparison, and how an address carries them.
import { SLUG } from '../core/slug.ts';
import { parseJson } from './choose-store.ts';

/** How many papers fit side by side. */
export const MOST = 6;
export const FEWEST = 2;

/** Chooses a paper, or takes it back; undefined where there is no room for one more. */
export function toggleChosen(chosen: readonly string[], slug: string): readonly string[] | undefined {
  if (chosen.includes(slug)) return chosen.filter((other) => other !== slug);
  return chosen.length < MOST ? [...chosen, slug] : undefined;
}

/** Reads what was chosen on an earlier page; nothing where that cannot be read. */
export function parseChosen(text: string | null): readonly string[] {
  const value = parseJson(text);
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((slug) => typeof slug === 'string' && SLUG.test(slug)))].slice(0, MOST);
}

/** `?p=scouts&p=quorum` */
export function renderCompareQuery(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `?${slugs.map((slug) => `p=${encodeURIComponent(slug)}`).join('&')}`;
}
