// What is new in the survey, by the day on which papers were added.

import { addedOn } from '../core/added.ts';
import { byNewest, type Catalog, compareText } from '../core/catalog.ts';
import { type Feed, type FeedItem, renderAtom, renderJsonFeed } from '../export/feed.ts';
import { plainFormulas } from '../formulas/formula.ts';
import type { Urls } from './urls.ts';

/** The files of a feed: one a format. */
export const FEED_FILES = ['feed.xml', 'feed.json'] as const;
export type FeedFile = (typeof FEED_FILES)[number];

const MOST = 50;

/** Renders one file of the feed of the whole survey, or of one theme, as the answer to a request. */
export function renderFeed(file: FeedFile, catalog: Catalog, urls: Urls, theme?: string): Response {
  const feed = makeFeed(file, catalog, urls, theme);
  const isAtom = file === 'feed.xml';
  return new Response(isAtom ? renderAtom(feed) : renderJsonFeed(feed), {
    headers: { 'Content-Type': isAtom ? 'application/atom+xml' : 'application/feed+json' },
  });
}

/** An entry of which nobody knows when it was added is left out, for feeds are about that day. */
function makeFeed(file: FeedFile, catalog: Catalog, urls: Urls, theme?: string): Feed {
  const { survey, themes } = catalog;
  const absolute = (path: string) => new URL(path, survey.address).href;
  const fields = themes.find(({ id }) => id === theme)?.fields;
  return {
    title: fields ? `${survey.title}: ${fields.title}` : survey.title,
    description: fields?.definition ?? survey.description,
    page: absolute(theme ? urls.theme(theme) : urls.home()),
    address: absolute(urls.feed(file, theme)),
    language: survey.language,
    author: survey.maintainers.join(', '),
    items: selectNewest(catalog, theme).map(({ entry, added }): FeedItem => {
      const { title, summary, published, authors = [] } = entry.fields;
      return {
        page: absolute(urls.paper(entry.slug)),
        title: plainFormulas(title),
        added,
        ...(published && { published }),
        ...(summary && { summary }),
        text: plainFormulas(entry.text),
        authors,
        themes: themes
          .filter(({ id }) => entry.fields.themes.includes(id))
          .map(({ id, fields: { title: name } }) => ({ id, title: name })),
      };
    }),
  };
}

function selectNewest({ entries, survey }: Catalog, theme?: string) {
  return entries
    .filter(({ fields }) => !theme || fields.themes.includes(theme))
    .flatMap((entry) => {
      const added = addedOn(entry.fields, survey);
      return added ? [{ entry, added }] : [];
    })
    .toSorted((a, b) => compareText(b.added, a.added) || byNewest(a.entry, b.entry))
    .slice(0, MOST);
}
