// The one place where pages meet the loader: everything else works on the catalog.
import { getEntry } from 'astro:content';
import type { Catalog } from '../core/catalog.ts';
import type { SharedSurvey } from '../core/shared-survey.ts';
import { rememberMentions } from '../core/terms.ts';
import { rememberRelated } from '../site/related-papers.ts';
import { withRepository } from '../site/repository.ts';
import { makeFrame, type SiteFrame } from '../site/site-frame.ts';

/** The survey with its bodies. */
export async function getShared(): Promise<SharedSurvey> {
  if (!(await askForEntry())) throw new Error('There is no survey: content/ was not loaded.');
  return CONSPECTUS_SURVEY;
}

let asked: ReturnType<typeof getEntry> | undefined;

/** By asking for it, a page says that it depends on it: in `astro dev` it is made anew after a change. A build asks once. */
function askForEntry(): ReturnType<typeof getEntry> {
  if (import.meta.env.DEV) return getEntry('survey', 'survey');
  asked ??= getEntry('survey', 'survey');
  return asked;
}

let known: { readonly loaded: Catalog; readonly catalog: Catalog } | undefined;

/** The survey; always the same one until it is loaded anew, so that what is found out of it is remembered. */
export async function getSurvey(): Promise<Catalog> {
  const { catalog: loaded, mentions } = await getShared();
  // pages.yml says from which repository it publishes.
  const survey = withRepository(loaded.survey, process.env['REPOSITORY_URL']);
  if (known?.loaded !== loaded) {
    known = { loaded, catalog: { ...loaded, survey } };
    rememberMentions(loaded.terms, mentions);
  }
  return known.catalog;
}

/** The survey, when it is known what to read next to each of its papers. */
export async function getRelatedSurvey(): Promise<Catalog> {
  const [catalog, { related }] = await Promise.all([getSurvey(), getShared()]);
  rememberRelated(catalog, await related);
  return catalog;
}

let frame: Promise<SiteFrame> | undefined;

/** What stands around the content of every page; made once by a build, whose content stays the same. */
export function getFrame(): Promise<SiteFrame> {
  if (import.meta.env.DEV) return getSurvey().then(makeFrame);
  frame ??= getSurvey().then(makeFrame);
  return frame;
}
