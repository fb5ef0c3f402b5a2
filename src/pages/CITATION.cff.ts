// How to cite the survey, for programs.
import type { APIRoute } from 'astro';
import { renderCitationFile } from '../site/for-machines.ts';
import { urls } from '../site/site-urls.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () =>
  new Response(renderCitationFile((await getSurvey()).survey, urls), {
    headers: { 'Content-Type': 'text/yaml' },
  });
