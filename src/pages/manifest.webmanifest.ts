// The web app manifest, with which a device can install the survey like an app.
import type { APIRoute } from 'astro';
import { urls } from '../site/site-urls.ts';
import { makeWebManifest } from '../site/web-manifest.ts';
import { getSurvey } from './_survey.ts';

export const GET: APIRoute = async () =>
  Response.json(makeWebManifest((await getSurvey()).survey, urls), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
