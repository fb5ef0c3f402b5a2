// What is new in the survey, as JSON Feed.
import type { APIRoute } from 'astro';
import { renderFeed } from '../site/feeds.ts';
import { urls } from '../site/site-urls.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () => renderFeed('feed.json', await getSurvey(), urls);
