// Which papers are chosen for comparison, and how an address carries them.
import { say } from '../core/words.ts';
import { parseJson } from './choose-store.ts';

/** How many papers fit side by side. */
export const MOST = 6;
export const FEWEST = 2;

/** A slug as addresses and stores may hold it; anything else is not even looked up. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SHOWN = 60;

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
