// The one place where pages meet the collections: everything else works on the catalog.
import { getCollection, getEntry } from 'astro:content';
import { assembleCatalog } from '../site/catalog.ts';

/** Reads the collections into a catalog. */
export async function getSurvey() {
  const [survey, themes, entries, terms, paths] = await Promise.all([
    getEntry('survey', 'survey'),
    getCollection('themes'),
    getCollection('entries'),
    getCollection('terms'),
    getCollection('paths'),
  ]);
  if (!survey) throw new Error('There is no survey: content/survey.yaml was not loaded.');
  return assembleCatalog({ survey: survey.data, themes, entries, terms, paths });
}
