// The Markdown twin of the page of a paper: papers/<slug>/index.html.md
import type { APIRoute } from 'astro';
import { renderPaperTwin } from '../../../site/paper-twin.ts';
import { urls } from '../../../site/site-urls.ts';
import { getCiter, getPaperRoutes, getPapers } from '../../_papers.ts';
import { getSurvey } from '../../_survey.ts';

export const getStaticPaths = getPaperRoutes;

export const GET: APIRoute = async ({ params }) => {
  const [{ survey }, papers, cite] = await Promise.all([getSurvey(), getPapers(), getCiter()]);
  const { paper, cited } = papers(params['slug'] ?? '');
  const twin = { paper, citation: cite(cited), abstract: cited.abstract ?? '', site: survey.address, urls };
  return new Response(renderPaperTwin(twin), { headers: { 'Content-Type': 'text/markdown;charset=utf-8' } });
};
