// The papers as data, for comparison and reading list: the browser fetches it when it needs it.
import type { APIRoute } from 'astro';
import { makePaperData } from '../../site/paper-data.ts';
import { urls } from '../../site/site-urls.ts';
import { getSurvey } from '../_survey.ts';

export const GET: APIRoute = async () => Response.json(makePaperData(await getSurvey(), urls));
