// The hue of each theme, as a stylesheet: pages carry no style attribute, which a strict policy would refuse.
import type { APIRoute } from 'astro';
import { renderThemeHues } from '../site/theme-hues.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () =>
  new Response(renderThemeHues(await getSurvey()), { headers: { 'Content-Type': 'text/css' } });
