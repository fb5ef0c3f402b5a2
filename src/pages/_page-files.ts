// The files beside the page of a paper, its Markdown twin and the paper in the formats of reference managers, and the twin
// of a term. Only `astro dev` has routes for them. A build of 10,000 papers would have 40,000, and Astro's bookkeeping costs
// more than what is in them; so it writes them with their page (src/integrations/page-files.ts), and is told here how.
import type { APIRoute } from 'astro';
import type { Catalog } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { PageFile } from '../core/page-files.ts';
import { renderIn } from '../export/formats.ts';
import { SINGLE_FORMATS } from '../site/export-files.ts';
import { TWIN } from '../site/for-machines.ts';
import { renderPaperTwin } from '../site/paper-twin.ts';
import { urls } from '../site/site-urls.ts';
import { makeTermPages, makeTermPapers } from '../site/term-page.ts';
import { renderTermTwin } from '../site/term-twin.ts';
import { getCiter, getPapers } from './_papers.ts';
import { getSurvey } from './_survey.ts';

globalThis.CONSPECTUS_PAGE_FILES = (page) => filesByPage(CONSPECTUS_SURVEY.catalog).get(page)?.() ?? [];

const filesByPage = oncePer(
  ({ entries, terms }: Catalog) =>
    new Map<string, () => PageFile[]>([
      ...entries.map(({ slug }) => [paperPage(slug), () => listPaperFiles(slug)] as const),
      ...terms.map(({ id }) => [termPage(id), () => [twinOf(termPage(id), () => makeTermTwin(id))]] as const),
    ]),
);

const paperPage = (slug: string) => `papers/${slug}/index.html`;
const termPage = (id: string) => `terms/${id}/index.html`;

function listPaperFiles(slug: string): PageFile[] {
  return [
    twinOf(paperPage(slug), () => makePaperTwin(slug)),
    ...SINGLE_FORMATS.map((format) => ({
      path: `papers/${slug}.${format.ending}`,
      type: format.type,
      render: async () => {
        const [{ survey }, papers] = await Promise.all([getSurvey(), getPapers()]);
        return renderIn(format, [papers(slug).cited], survey.title);
      },
    })),
  ];
}

function twinOf(page: string, render: () => Promise<string>): PageFile {
  return { path: page.replace(/index\.html$/, TWIN), type: 'text/markdown', render };
}

async function makePaperTwin(slug: string): Promise<string> {
  const [{ survey }, papers, cite] = await Promise.all([getSurvey(), getPapers(), getCiter()]);
  const { paper, cited } = papers(slug);
  const citation = await cite(cited);
  return renderPaperTwin({ paper, citation, abstract: cited.abstract ?? '', site: survey.address, urls });
}

async function makeTermTwin(id: string): Promise<string> {
  const catalog = await getSurvey();
  const term = makeTermPages(catalog).find((page) => page.id === id);
  if (!term) throw new Error(`There is no term ${id}.`);
  return renderTermTwin({ term, describe: makeTermPapers(catalog), site: catalog.survey.address, urls });
}

/** All papers while somebody writes, and none in a build. */
export async function getPaperPaths() {
  if (!import.meta.env.DEV) return [];
  return (await getSurvey()).entries.map(({ slug }) => ({ params: { slug } }));
}

/** All terms while somebody writes, and none in a build. */
export async function getTermPaths() {
  if (!import.meta.env.DEV) return [];
  return (await getSurvey()).terms.map(({ id }) => ({ params: { term: id } }));
}

/** Answers with the file that has this address. */
export const GET: APIRoute = async ({ params: { slug, term = '' }, url }) => {
  const files = CONSPECTUS_PAGE_FILES(slug === undefined ? termPage(term) : paperPage(slug));
  const file = files.find(({ path }) => url.pathname.endsWith(`/${path}`));
  if (!file) return new Response(null, { status: 404 });
  return new Response(await file.render(), { headers: { 'Content-Type': `${file.type};charset=utf-8` } });
};
