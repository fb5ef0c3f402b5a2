// The rows of the tables of papers and of results, in files, where a table has more pages than one: a script loads them
// to sort and filter. data/rows/papers-1.json, data/rows/results-1.json …
import type { APIContext } from 'astro';
import { makePaperRows, makePaperTable } from '../../../site/paper-table.ts';
import { makeResultRows, makeResultTable } from '../../../site/result-table.ts';
import { urls } from '../../../site/site-urls.ts';
import { getSurvey } from '../../_survey.ts';

export async function getStaticPaths() {
  const catalog = await getSurvey();
  const tables = {
    papers: makePaperRows(makePaperTable(catalog), urls),
    results: makeResultRows(makeResultTable(catalog), urls),
  };
  return Object.entries(tables).flatMap(([name, files]) =>
    files.map((rows, index) => ({ params: { file: `${name}-${index + 1}` }, props: { rows } })),
  );
}

export function GET({ props }: APIContext): Response {
  return Response.json(props['rows']);
}
