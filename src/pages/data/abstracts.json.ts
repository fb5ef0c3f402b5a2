// The abstracts by slug: the browser fetches them when it makes a file that holds abstracts.
import type { APIRoute } from 'astro';
import { getSurvey } from '../_survey.ts';

export const GET: APIRoute = async () => {
  const { entries } = await getSurvey();
  return Response.json(Object.fromEntries(entries.map(({ slug, text }) => [slug, text])));
};
