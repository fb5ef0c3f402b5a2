// The rows of the tables of papers and of results, in files, where a table has more pages than one: a script loads them
// to sort and filter. data/rows/papers-1.json, data/rows/results-1.json …
import type { APIContext } from 'astro';
import { listPaperRows, makePaperTable } from '../../../site/paper-table.ts';
import { listResultRows, makeResultTable } from '../../../site/result-table.ts';
import { urls } from '../../../site/site-urls.ts';
import { fingerprintRow, getCacheKey } from '../../_cache-key.ts';
import { getSurvey } from '../../_survey.ts';

export async function getStaticPaths() {
  const [catalog, cacheKey] = await Promise.all([getSurvey(), getCacheKey()]);
  const results = makeResultTable(catalog);
  const heads = [results.themes, results.groups.map(({ benchmark }) => benchmark)];
  return [
    ...listPaperRows(makePaperTable(catalog), urls).map(({ rows, make }, index) => ({
      params: { file: `papers-${index + 1}` },
      props: { make },
      cacheKey: cacheKey(() => [rows]),
    })),
    ...listResultRows(results, urls).map(({ rows, make }, index) => ({
      params: { file: `results-${index + 1}` },
      props: { make },
      cacheKey: cacheKey(() => [heads, rows.map(fingerprintRow)]),
    })),
  ];
}

export function GET({ props }: APIContext): Response {
  return Response.json(props['make']());
}
