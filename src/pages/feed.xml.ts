// What is new in the survey, as Atom.
import type { APIRoute } from 'astro';
import { renderFeed } from '../site/feeds.ts';
import { urls } from '../site/site-urls.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () => renderFeed('feed.xml', await getSurvey(), urls);
