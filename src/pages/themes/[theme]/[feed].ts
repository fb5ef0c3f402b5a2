// What is new in one theme, as Atom and as JSON Feed.
import type { APIRoute } from 'astro';
import { FEED_FILES, type FeedFile, renderFeed } from '../../../site/feeds.ts';
import { urls } from '../../../site/site-urls.ts';
import { getSurvey } from '../../_survey.ts';

export async function getStaticPaths() {
  const { themes } = await getSurvey();
  return themes.flatMap(({ id }) => FEED_FILES.map((feed) => ({ params: { theme: id, feed } })));
}

export const GET: APIRoute = async ({ params: { theme, feed } }) =>
  renderFeed(feed as FeedFile, await getSurvey(), urls, theme);
