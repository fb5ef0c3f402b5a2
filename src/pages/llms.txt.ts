// The way in for language models.
import type { APIRoute } from 'astro';
import { renderLlmsText } from '../site/for-machines.ts';
import { urls } from '../site/site-urls.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () =>
  new Response(renderLlmsText(await getSurvey(), urls), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
