// One paper in the formats of reference managers: papers/<slug>.bib …
import { makePaperFiles } from '../../site/export-files.ts';
import { urls } from '../../site/site-urls.ts';
import { respond, routesBelow } from '../_export-file.ts';
import { getSurvey } from '../_survey.ts';

export async function getStaticPaths() {
  return routesBelow('papers/', makePaperFiles(await getSurvey(), urls));
}

export const GET = respond;
