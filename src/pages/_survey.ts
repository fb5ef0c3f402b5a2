// The one place where pages meet the collections: everything else works on the catalog.
import { getCollection, getEntry } from 'astro:content';
import { assembleCatalog } from '../site/catalog.ts';
import { withRepository } from '../site/repository.ts';
import { makeFrame, type SiteFrame } from '../site/site-frame.ts';

type Catalog = ReturnType<typeof assembleCatalog>;

let built: Promise<Catalog> | undefined;

/** The survey. While one writes, each page reads it anew; a build reads it once, as its content stays the same. */
export function getSurvey(): Promise<Catalog> {
  if (import.meta.env.DEV) return readSurvey();
  built ??= readSurvey();
  return built;
}

let frame: Promise<SiteFrame> | undefined;

/** What stands around the content of every page. */
export function getFrame(): Promise<SiteFrame> {
  if (import.meta.env.DEV) return getSurvey().then(makeFrame);
  frame ??= getSurvey().then(makeFrame);
  return frame;
}

async function readSurvey(): Promise<Catalog> {
  const [survey, themes, entries, terms, paths] = await Promise.all([
    getEntry('survey', 'survey'),
    getCollection('themes'),
    getCollection('entries'),
    getCollection('terms'),
    getCollection('paths'),
  ]);
  if (!survey) throw new Error('There is no survey: content/survey.yaml was not loaded.');
  // pages.yml says from which repository it publishes.
  const data = withRepository(survey.data, process.env['REPOSITORY_URL']);
  return assembleCatalog({ survey: data, themes, entries, terms, paths });
}
