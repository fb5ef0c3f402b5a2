// Lists of papers and of results, in each format: data/papers.bib, data/themes/<theme>.ris, data/results.csv …
import { makeExportFiles } from '../../site/export-files.ts';
import { urls } from '../../site/site-urls.ts';
import { respond, routesBelow } from '../_export-file.ts';
import { getSurvey } from '../_survey.ts';

export async function getStaticPaths() {
  return routesBelow('data/', makeExportFiles(await getSurvey(), urls));
}

export const GET = respond;
