// Lists of papers and of results, in each format: data/papers.bib, data/themes/<theme>.ris, data/results.csv …
import { makeExportFiles } from '../../site/export-files.ts';
import { urls } from '../../site/site-urls.ts';
import { fingerprintOnce, getCacheKey } from '../_cache-key.ts';
import { respond, routesBelow } from '../_export-file.ts';
import { getSurvey } from '../_survey.ts';

export async function getStaticPaths() {
  const [catalog, cacheKey] = await Promise.all([getSurvey(), getCacheKey()]);
  return routesBelow('data/', makeExportFiles(catalog, urls)).map((route) => ({
    ...route,
    cacheKey: cacheKey(() => route.props.file.items.map(fingerprintOnce)),
  }));
}

export const GET = respond;
