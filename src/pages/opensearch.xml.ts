// A search engine for the address bar.
import type { APIRoute } from 'astro';
import { renderOpenSearch } from '../site/for-machines.ts';
import { urls } from '../site/site-urls.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () =>
  new Response(renderOpenSearch((await getSurvey()).survey, urls), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
