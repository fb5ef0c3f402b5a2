// How to cite the survey, for programs.
import type { APIRoute } from 'astro';
import { renderCitationFile } from '../site/for-machines.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () =>
  new Response(renderCitationFile((await getSurvey()).survey), { headers: { 'Content-Type': 'text/yaml' } });
