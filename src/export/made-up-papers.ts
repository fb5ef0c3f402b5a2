// Two papers for the tests of exports: one with everything, in awkward words, and one with next to nothing.
import type { PaperRecord } from './paper-record.ts';

/** A paper of which much is known. */
export const scouts: PaperRecord = {
  slug: 'scouts',
  title: 'Scouts* & Swarms: 100% of {Bees} Vote | Twice',
  url: 'https://bees.example.org/papers/scouts/',
  summary: 'Scouts vote.',
  published: '2025-01-08',
  authors: ['Ada Byron', 'Grace Hopper'],
  authorCount: 2,
  venue: 'Animal Behaviour & Co 2026 (oral)',
  venueKind: 'proceedings',
  arxiv: '2501.01234',
  arxivClass: 'q-bio.PE',
  key: 'scouts2025',
  themes: ['Nest choice', 'Signals'],
  terms: ['quorum', 'waggle dance'],
  results: [
    {
      on: 'Nest trial',
      metric: 'accuracy',
      value: '58.8 to 90%',
      model: 'Colony_A',
      versus: 'no scouts',
      quote: 'from 58.8% to 90%',
    },
  ],
  links: [{ label: 'Code', url: 'https://example.org/~bees/code_(1)#top' }],
};

/** Its authors have names in which the last word is not the family name. */
export const named: PaperRecord = {
  ...scouts,
  authors: ['Ada Byron King', 'Wu Mei', 'Swarm Builders'],
  familyNames: { 'Ada Byron King': 'Byron King', 'Wu Mei': 'Wu', 'Swarm Builders': 'Swarm Builders' },
};

/** A paper of which little is known. */
export const hive: PaperRecord = {
  slug: 'old-hive',
  title: 'old hive',
  url: 'https://bees.example.org/papers/old-hive/',
  authorCount: 7,
  themes: ['Nest choice'],
  terms: [],
  results: [],
  links: [],
};
