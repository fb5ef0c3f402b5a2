import { describe, expect, test } from 'vitest';
import { renderFeed } from './feeds.ts';
import { bees } from './made-up-catalog.ts';
import { createUrls } from './urls.ts';

const urls = createUrls('/');
const first = bees.entries[0];
if (!first) throw new Error('The made-up survey is empty.');
const catalog = {
  ...bees,
  entries: [
    { ...first, fields: { ...first.fields, added: '2025-07-01', title: 'Stop & <go>' }, text: 'a < b & c' },
    ...bees.entries.slice(1),
  ],
};

describe('a JSON Feed', () => {
  const read = async (theme?: string) => renderFeed('feed.json', catalog, urls, theme).json();

  test('has the papers of which one knows when they were added, the last first', async () => {
    const feed = await read();
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'How Bees Decide',
      home_page_url: 'https://bees.example.org/',
      feed_url: 'https://bees.example.org/feed.json',
    });
    expect(
      feed.items.map(({ url, date_published }: Record<string, string>) => [url, date_published]),
    ).toEqual([
      ['https://bees.example.org/papers/stop-signal/', '2025-07-01T00:00:00Z'],
      ['https://bees.example.org/papers/scout-reports/', '2025-06-01T00:00:00Z'],
    ]);
  });

  test('of a theme has its papers, whatever theme is their first', async () => {
    const { title, items } = await read('nest-choice');
    expect(title).toBe('How Bees Decide: How a swarm chooses its nest');
    expect(items).toHaveLength(2);
    expect((await read('signals')).items).toHaveLength(1);
  });

  test('names authors, and nobody where no names are known', async () => {
    const { items } = await read();
    expect(items.map(({ authors }: { authors?: unknown }) => authors)).toEqual([
      undefined,
      [{ name: 'Ada Byron' }, { name: 'Grace Hopper' }],
    ]);
  });
});

test('an Atom feed says the same, escaped', async () => {
  const xml = await renderFeed('feed.xml', catalog, urls).text();
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <id>https://bees.example.org/</id>
      <title>How Bees Decide</title>
      <subtitle>A survey of swarms.</subtitle>
      <updated>2025-07-01T00:00:00Z</updated>
      <author><name>Ada Byron</name></author>
      <generator>Conspectus</generator>
      <link rel="alternate" type="text/html" href="https://bees.example.org/"/>
      <link rel="self" type="application/atom+xml" href="https://bees.example.org/feed.xml"/>
      <entry>
        <id>https://bees.example.org/papers/stop-signal/</id>
        <title>Stop &amp; &lt;go&gt;</title>
        <link rel="alternate" type="text/html" href="https://bees.example.org/papers/stop-signal/"/>
        <updated>2025-07-01T00:00:00Z</updated>
        <published>2025-02-20T00:00:00Z</published>
        <category term="nest-choice" label="How a swarm chooses its nest"/>
        <category term="signals" label="Dances and other signals"/>
        <content type="text">a &lt; b &amp; c</content>
      </entry>
      <entry>
        <id>https://bees.example.org/papers/scout-reports/</id>
        <title>Scout Reports: One Nest Site after Another</title>
        <link rel="alternate" type="text/html" href="https://bees.example.org/papers/scout-reports/"/>
        <updated>2025-06-01T00:00:00Z</updated>
        <published>2024-12-31T00:00:00Z</published>
        <author><name>Ada Byron</name></author>
        <author><name>Grace Hopper</name></author>
        <category term="nest-choice" label="How a swarm chooses its nest"/>
        <content type="text">Every scout reports a nest site. A scout that liked its nest site reports again.</content>
      </entry>
    </feed>
    "
  `);
});
