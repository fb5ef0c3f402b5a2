// Feeds of what is new: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org). Both say the same.
import { escapeXml } from './xml.ts';

/** A feed; all addresses are absolute, all days as `2025-01-08`. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  /** The page that the feed is about. */
  readonly page: string;
  /** The feed itself. */
  readonly address: string;
  readonly language: string;
  readonly author: string;
  readonly items: readonly FeedItem[];
};

/** An item; the newest comes first. */
export type FeedItem = {
  readonly page: string;
  readonly title: string;
  /** When it came into the survey. */
  readonly added: string;
  /** When the paper itself appeared. */
  readonly published?: string;
  readonly summary?: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly themes: readonly { readonly id: string; readonly title: string }[];
};

/** Renders a feed as Atom. */
export function renderAtom(feed: Feed): string {
  const newest = feed.items[0]?.added;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
  <id>${escapeXml(feed.page)}</id>
  <title>${escapeXml(feed.title)}</title>
  <subtitle>${escapeXml(feed.description)}</subtitle>
  <updated>${atMidnight(newest ?? '1970-01-01')}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
  <generator>Conspectus</generator>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.address)}"/>
${feed.items.map(renderEntry).join('')}</feed>
`;
}

function renderEntry(item: FeedItem): string {
  const lines = [
    `<id>${escapeXml(item.page)}</id>`,
    `<title>${escapeXml(item.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(item.page)}"/>`,
    `<updated>${atMidnight(item.added)}</updated>`,
    ...(item.published ? [`<published>${atMidnight(item.published)}</published>`] : []),
    ...item.authors.map((name) => `<author><name>${escapeXml(name)}</name></author>`),
    ...item.themes.map(({ id, title }) => `<category term="${escapeXml(id)}" label="${escapeXml(title)}"/>`),
    ...(item.summary ? [`<summary>${escapeXml(item.summary)}</summary>`] : []),
    `<content type="text">${escapeXml(item.text)}</content>`,
  ];
  return `  <entry>\n${lines.map((text) => `    ${text}\n`).join('')}  </entry>\n`;
}

/** Renders a feed as JSON Feed. */
export function renderJsonFeed(feed: Feed): string {
  const items = feed.items.map((item) => ({
    id: item.page,
    url: item.page,
    title: item.title,
    ...(item.summary && { summary: item.summary }),
    content_text: item.text,
    // The feed is of what is added to the survey: its items are published on that day.
    date_published: atMidnight(item.added),
    ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
    tags: item.themes.map(({ title }) => title),
  }));
  const { title, page, address, description, language, author } = feed;
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: page,
      feed_url: address,
      description,
      language,
      authors: [{ name: author }],
      items,
    },
    null,
    2,
  )}\n`;
}

function atMidnight(day: string): string {
  return `${day}T00:00:00Z`;
}
