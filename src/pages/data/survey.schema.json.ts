// The JSON Schema of data/survey.json.
import type { APIRoute } from 'astro';
import { urls } from '../../site/site-urls.ts';
import { makeSurveyDataSchema } from '../../site/survey-data.ts';

export const GET: APIRoute = ({ site }) =>
  Response.json(makeSurveyDataSchema(new URL(urls.asset('data/survey.schema.json'), site).href));
