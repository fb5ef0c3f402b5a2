// What the page of a paper shows, made when it is its turn.
import { setImmediate } from 'node:timers/promises';
import type { Catalog } from '../core/catalog.ts';
import { onceInARow } from '../core/once.ts';
import { makePaperCiter } from '../site/paper-citation.ts';
import { makeListedPapers } from '../site/paper-data.ts';
import { makePaperInputs, makePaperPager } from '../site/paper-page.ts';
import { makeSearchRecords, makeSearchWords } from '../site/search-record.ts';
import { urls } from '../site/site-urls.ts';
import { makeTermPages } from '../site/term-page.ts';
import { makeThemePages } from '../site/theme-page.ts';
import { fingerprintOnce, fingerprintWithTerms, getCacheKey } from './_cache-key.ts';
import './_data-files.ts';
import { getRelatedSurvey, getSurvey } from './_survey.ts';

let built: ReturnType<typeof readPapers> | undefined;

/** Gives what the page of a paper shows, by its slug; a build makes ready for it once. */
export function getPapers(): ReturnType<typeof readPapers> {
  if (import.meta.env.DEV) return readPapers();
  built ??= readPapers();
  return built;
}

let citer: Promise<ReturnType<typeof makePaperCiter>> | undefined;

/** Gives what says how a paper is cited; a build makes ready for it once. */
export function getCiter(): Promise<ReturnType<typeof makePaperCiter>> {
  if (import.meta.env.DEV) return makeCiter();
  citer ??= makeCiter();
  return citer;
}

async function makeCiter() {
  const catalog = await getSurvey();
  // In the order in which a build makes their pages, which is that of their files.
  const papers = makeListedPapers(catalog, urls).toSorted((a, b) => (`${a.slug}/` < `${b.slug}/` ? -1 : 1));
  return makePaperCiter(papers, catalog.survey.language, CONSPECTUS_CITE);
}

/**
 * Gives the routes of papers, with a fingerprint of what each is made from: the page, and the files beside it, which are
 * made anew when it is.
 */
export async function getPaperRoutes() {
  // A thread is still finding out what to read next: until it has, and between pages, there is time for these.
  if (import.meta.env.PROD) await makeReady(await getSurvey());
  const [catalog, cacheKey] = await Promise.all([getRelatedSurvey(), getCacheKey()]);
  const inputsOf = makePaperInputs(catalog);
  return catalog.entries.map((entry) => ({
    params: { slug: entry.slug },
    cacheKey: cacheKey(() => {
      const { leadsTo, ...others } = inputsOf(entry);
      return [fingerprintWithTerms(entry), others, leadsTo.map(fingerprintOnce)];
    }),
  }));
}

/** Begins what needs not wait: what other pages will ask for, and the files of data/. */
async function makeReady(catalog: Catalog): Promise<void> {
  for (const make of [makeThemePages, makeTermPages, makeSearchRecords, makeSearchWords]) {
    make(catalog);
    // What comes from the thread meanwhile has its turn.
    await setImmediate();
  }
  globalThis.CONSPECTUS_WRITE_DATA_FILES?.();
}

async function readPapers() {
  const catalog = await getRelatedSurvey();
  const pageOf = makePaperPager(catalog);
  const listed = new Map(makeListedPapers(catalog, urls).map((paper) => [paper.slug, paper]));
  const records = makeSearchRecords(catalog);
  // The page and the files beside it ask for the same.
  return onceInARow((slug: string) => {
    const paper = pageOf(slug);
    const cited = listed.get(slug);
    if (!paper || !cited) throw new Error(`There is no paper ${slug}.`);
    return { paper, record: records.get(slug), cited };
  });
}
