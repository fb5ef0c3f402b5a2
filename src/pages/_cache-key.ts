// What a page is made from, as a fingerprint: where it is that of the last build, the page stays as it is
// (src/integrations/kept-output.ts).
import { hash } from 'node:crypto';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import { nameOrigins, ownFacts } from '../core/sources.ts';
import { makeGloss } from '../core/terms.ts';
import type { ResultRow } from '../site/result-table.ts';
import { getFrame, getSurvey } from './_survey.ts';

/** Gives the fingerprint of a page from what it shows, beside what every page shows; while one writes, nothing is kept. */
export type CacheKey = (show: () => readonly unknown[]) => string | undefined;

let built: Promise<CacheKey> | undefined;

/**
 * Makes the fingerprints of this build. A change of the software, of what the survey says of itself or of what is said of a
 * theme changes them all.
 */
export function getCacheKey(): Promise<CacheKey> {
  built ??= makeCacheKey();
  return built;
}

async function makeCacheKey(): Promise<CacheKey> {
  const [{ survey, sections, data }, { themes }] = await Promise.all([getFrame(), getSurvey()]);
  const common = fingerprint([
    CONSPECTUS_ENGINE,
    ownFacts(survey),
    nameOrigins(survey),
    sections,
    data,
    themes.map(({ fields }) => fields),
  ]);
  return (show) => (import.meta.env.DEV ? undefined : fingerprint([common, show()]));
}

/** The fingerprint of what many pages show, such as an entry; found once. */
export const fingerprintOnce = oncePer<object, string>(fingerprint);

/** The fingerprint of something; to an entry belongs what the glossary says of it. */
export function fingerprintWithTerms(shown: object): string {
  return 'slug' in shown && 'fields' in shown ? fingerprintEntry(shown as Entry) : fingerprintOnce(shown);
}

const fingerprintEntry = oncePer((entry: Entry): string => {
  const { mentions, terms } = makeGloss(CONSPECTUS_SURVEY.catalog.terms)(entry);
  return fingerprint([fingerprintOnce(entry), mentions, terms.map(fingerprintOnce)]);
});

/** The fingerprint of a result in a table. */
export function fingerprintRow({ id, entry }: Pick<ResultRow, 'id' | 'entry'>): readonly string[] {
  return [id, fingerprintOnce(entry)];
}

function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value, asData), 'base64url');
}

/** JSON would pass over maps and sets without a word. */
function asData(key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === 'function') throw new Error(`${key} is a function: what it gives is not known.`);
  return value;
}
