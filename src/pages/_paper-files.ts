// The files beside the page of a paper: its Markdown twin, and the paper in the formats of reference managers. Only
// `astro dev` has routes for them. A build of 10,000 papers would have 40,000, and Astro's bookkeeping costs more than what
// is in them; so it writes them with their page (src/integrations/paper-files.ts), and is told here how.
import type { APIRoute } from 'astro';
import type { PaperFile } from '../core/paper-files.ts';
import { SINGLE_FORMATS } from '../site/export-files.ts';
import { TWIN } from '../site/for-machines.ts';
import { renderPaperTwin } from '../site/paper-twin.ts';
import { urls } from '../site/site-urls.ts';
import { getCiter, getPapers } from './_papers.ts';
import { getSurvey } from './_survey.ts';

globalThis.CONSPECTUS_PAPER_FILES = listPaperFiles;

function listPaperFiles(slug: string): PaperFile[] {
  return [
    { path: `papers/${slug}/${TWIN}`, type: 'text/markdown', render: () => renderTwin(slug) },
    ...SINGLE_FORMATS.map(({ ending, type, render }) => ({
      path: `papers/${slug}.${ending}`,
      type,
      render: async () => {
        const [{ survey }, papers] = await Promise.all([getSurvey(), getPapers()]);
        return render([papers(slug).cited], survey.title);
      },
    })),
  ];
}

async function renderTwin(slug: string): Promise<string> {
  const [{ survey }, papers, cite] = await Promise.all([getSurvey(), getPapers(), getCiter()]);
  const { paper, cited } = papers(slug);
  return renderPaperTwin({
    paper,
    citation: await cite(cited),
    abstract: cited.abstract ?? '',
    site: survey.address,
    urls,
  });
}

/** All papers while somebody writes, and none in a build. */
export async function getStaticPaths() {
  if (!import.meta.env.DEV) return [];
  return (await getSurvey()).entries.map(({ slug }) => ({ params: { slug } }));
}

/** Answers with the file that has this address. */
export const GET: APIRoute = async ({ params: { slug = '' }, url }) => {
  const file = listPaperFiles(slug).find(({ path }) => url.pathname.endsWith(`/${path}`));
  if (!file) return new Response(null, { status: 404 });
  return new Response(await file.render(), { headers: { 'Content-Type': `${file.type};charset=utf-8` } });
};
