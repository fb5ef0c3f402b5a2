// A small survey for the tests of page models: two themes, one with parts, and five papers.
import type { Catalog } from '../core/catalog.ts';
import type { Entry, EntryFields } from '../core/schema/entry.ts';

function paper(slug: string, fields: Omit<EntryFields, 'title'> & { title?: string }, text = ''): Entry {
  return { slug, fields: { title: slug, ...fields }, body: text, text };
}

/** Papers on bees, newest first. */
export const bees: Catalog = {
  survey: {
    title: 'How Bees Decide',
    short: 'Bees',
    tagline: 'Papers on collective choice',
    description: 'A survey of swarms.',
    address: 'https://bees.example.org',
    language: 'en',
    maintainers: ['Ada Byron'],
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    cite: 'Byron, A. (2025). How Bees Decide.',
    sources: [
      {
        file: '2025-06-01-listing.txt',
        format: 'listing',
        listed: '2025-06-01',
        origin: 'A listing',
        url: 'https://example.org/listing',
      },
    ],
  },
  terms: [],
  paths: [
    {
      id: 'evening',
      fields: {
        title: 'Swarms in an evening',
        description: 'From scout to vote.',
        order: 1,
      },
      body: 'Begin small.\n\n1. [@scout-reports] See how one scout reports.\n2. [@quorum-sensing] Then count them.\n',
    },
  ],
  themes: [
    {
      id: 'nest-choice',
      fields: {
        title: 'How a swarm chooses its nest',
        short: 'Nest choice',
        definition: 'Choice among nest sites.',
        colour: 40,
        order: 1,
        parts: [
          { id: 'scouts', name: 'Scouts', definition: 'Single bees.', signals: { 5: ['scout'] } },
          { id: 'quorum', name: 'Quorum', definition: 'Many bees.', signals: { 5: ['quorum'] } },
        ],
        signals: { 3: ['nest site'] },
      },
      body: '',
    },
    {
      id: 'signals',
      fields: {
        title: 'Dances and other signals',
        short: 'Signals',
        definition: 'What bees tell each other.',
        colour: 200,
        order: 2,
        signals: { 5: ['waggle dance'] },
      },
      body: 'Some stop others [@stop-signal], others dance [@undated-dance; @stop-signal].\n',
    },
  ],
  entries: [
    paper('stop-signal', {
      themes: ['signals', 'nest-choice'],
      published: '2025-02-20',
      authorCount: 1,
      classification: { by: 'person', note: 'Butting is a signal.' },
    }),
    paper(
      'scout-reports',
      {
        title: 'Scout Reports: One Nest Site after Another',
        themes: ['nest-choice'],
        parts: ['scouts'],
        classification: { by: 'rules', confidence: 'low' },
        published: '2024-12-31',
        authors: ['Ada Byron', 'Grace Hopper'],
        arxiv: '2412.01234',
        links: { code: 'https://example.org/code' },
        source: { file: '2025-06-01-listing.txt', lines: [3, 5], digest: '0123456789abcdef' },
      },
      'Every scout reports a nest site. A scout that liked its nest site reports again.',
    ),
    paper('quorum-sensing', { themes: ['nest-choice'], parts: ['quorum'], published: '2024-12-01' }),
    paper('old-hive', { themes: ['nest-choice'], published: '2024-12-01', authorCount: 7 }),
    paper('undated-dance', { themes: ['signals'] }),
  ],
};
