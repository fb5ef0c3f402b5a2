// What the address of a comparison asks for, and what of it cannot be shown.

import { SLUG } from '../core/slug.ts';
import { say } from '../core/words.ts';
import { MOST } from './compare-choice.ts';

/** Longer names are cut where they are told. */
const MAX_SHOWN = 60;

/** What an address asks for: the papers that there are, and what is ignored. */
export type CompareRequest = {
  readonly slugs: readonly string[];
  /** Names of no paper, cut to a readable length. */
  readonly unknown: readonly string[];
  /** Papers for which there is no room. */
  readonly tooMany: readonly string[];
};

/** Reads the address of a comparison, whatever stands in it. */
export function parseCompareQuery(search: string, isKnown: (slug: string) => boolean): CompareRequest {
  const asked = [...new Set(new URLSearchParams(search).getAll('p'))].filter((slug) => slug !== '');
  const known = asked.filter((slug) => SLUG.test(slug) && isKnown(slug));
  return {
    slugs: known.slice(0, MOST),
    unknown: asked.filter((slug) => !known.includes(slug)).map(shorten),
    tooMany: known.slice(MOST),
  };
}

/** What to tell a reader about the parts of an address that were ignored; empty where there are none. */
export function describeIgnored({ unknown, tooMany }: CompareRequest): string {
  const shown = unknown.slice(0, 5).map((name) => `“${name}”`);
  const more = unknown.length > shown.length ? say` and ${unknown.length - shown.length} more` : '';
  return [
    unknown.length > 0 ? say`No paper of this survey is called ${shown.join(', ')}${more}.` : '',
    tooMany.length > 0 ? say`Only the first ${MOST} papers are shown; left out: ${tooMany.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
