// The files of data/: lists of papers and of results in each format, and what scripts load. Only `astro dev` has routes for
// them. A build writes them when the pages are there (src/integrations/data-files.ts), and is told here how: of a route,
// Astro copies the bytes five times, and these have megabytes.
import type { APIRoute } from 'astro';
import type { DataFile } from '../core/data-files.ts';
import { oncePer } from '../core/once.ts';
import { joinParts } from '../core/text-parts.ts';
import { makeDataFiles } from '../site/data-files.ts';
import { urls } from '../site/site-urls.ts';
import { fingerprintWithTerms, getCacheKey } from './_cache-key.ts';
import { getSurvey } from './_survey.ts';

let built: Promise<DataFile[]> | undefined;

globalThis.CONSPECTUS_DATA_FILES = () => {
  built ??= listDataFiles();
  return built;
};

async function listDataFiles(): Promise<DataFile[]> {
  const [catalog, cacheKey] = await Promise.all([getSurvey(), getCacheKey()]);
  // Files of a list in several formats are made from the same.
  const keyOf = oncePer((from: readonly object[]) => cacheKey(() => from.map(fingerprintWithTerms)));
  // 72 bits tell the items of a file apart.
  const itemKeyOf = oncePer(
    (item: object) => cacheKey(() => [fingerprintWithTerms(item)])?.slice(0, 12) ?? '',
  );
  return makeDataFiles(catalog, urls).map(({ from, items = [], ...file }) => ({
    ...file,
    key: keyOf(from),
    itemKeys: () => items.map(itemKeyOf),
  }));
}

/** All files while somebody writes, and none in a build. */
export async function getStaticPaths() {
  if (!import.meta.env.DEV) return [];
  // data/themes/search.csl.json: the route of this ending is told the rest
  return (await listDataFiles()).map(({ path }) => ({
    params: { file: path.replace(/^data\/|\.[a-z]+$/g, '') },
  }));
}

/** Answers with the file that has this address. */
export const GET: APIRoute = async ({ url }) => {
  const file = (await listDataFiles()).find(({ path }) => url.pathname.endsWith(`/${path}`));
  if (!file) return new Response(null, { status: 404 });
  return new Response(joinParts(file.layOut()), {
    headers: { 'Content-Type': `${file.type};charset=utf-8` },
  });
};
