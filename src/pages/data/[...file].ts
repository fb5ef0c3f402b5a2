// Lists of papers and of results, in each format: data/papers.bib, data/themes/<theme>.ris, data/results.csv …
import type { APIContext } from 'astro';
import { type ExportFile, makeExportFiles } from '../../site/export-files.ts';
import { urls } from '../../site/site-urls.ts';
import { fingerprintOnce, getCacheKey } from '../_cache-key.ts';
import { getSurvey } from '../_survey.ts';

export async function getStaticPaths() {
  const [catalog, cacheKey] = await Promise.all([getSurvey(), getCacheKey()]);
  return makeExportFiles(catalog, urls).map((file) => ({
    params: { file: file.path.replace(/^data\//, '') },
    props: { file },
    cacheKey: cacheKey(() => file.items.map(fingerprintOnce)),
  }));
}

/** Answers with the file of a route. */
export function GET({ props }: APIContext): Response {
  const { type, render } = (props as { file: ExportFile }).file;
  return new Response(render(), { headers: { 'Content-Type': type } });
}
