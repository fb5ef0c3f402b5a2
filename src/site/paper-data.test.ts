import { describe, expect, it } from 'vitest';
import type { Result } from '../core/schema/entry.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import { bees } from './made-up-catalog.ts';
import { makePaperData, renderValue } from './paper-data.ts';
import { createUrls } from './urls.ts';

describe('makePaperData', () => {
  const { survey, address, papers } = makePaperData(bees, createUrls('/hives'));
  const paperOf = (slug: string) => papers.find((paper) => paper.slug === slug);

  it('has every paper, newest first', () => {
    expect(survey).toBe('How Bees Decide');
    expect(address).toBe('https://bees.example.org/hives/papers/');
    expect(papers.map(({ slug }) => slug)).toEqual(bees.entries.map(({ slug }) => slug));
  });

  it('gives what is known of a paper', () => {
    expect(paperOf('scout-reports')).toEqual({
      slug: 'scout-reports',
      title: 'Scout Reports: One Nest Site after Another',
      url: '/hives/papers/scout-reports/',
      published: '2024-12-31',
      authors: ['Ada Byron', 'Grace Hopper'],
      authorCount: 2,
      arxiv: '2412.01234',
      themes: ['How a swarm chooses its nest'],
      terms: [],
      results: [],
      links: [
        { label: 'arXiv 2412.01234', url: 'https://arxiv.org/abs/2412.01234' },
        { label: 'Code', url: 'https://example.org/code' },
      ],
    });
  });

  it('tells the kind of a venue by the list of the survey, and without one by its words', () => {
    const kindOf = (venue: string, venues?: SurveyFields['venues']) => {
      const entries = bees.entries
        .slice(0, 1)
        .map((entry) => ({ ...entry, fields: { ...entry.fields, venue } }));
      const catalog = { ...bees, survey: { ...bees.survey, ...(venues && { venues }) }, entries };
      return makePaperData(catalog, createUrls('/')).papers[0]?.venueKind;
    };
    const venues = [{ name: 'Hive', kind: 'proceedings' as const }];
    expect(['Hive 2025', 'Journal of Bees 2025'].map((venue) => kindOf(venue, venues))).toEqual([
      'proceedings',
      undefined,
    ]);
    expect(['Hive 2025', 'Journal of Bees 2025'].map((venue) => kindOf(venue))).toEqual([
      undefined,
      'journal',
    ]);
  });

  it('leaves out what is not', () => {
    expect(Object.keys(paperOf('undated-dance') ?? {})).toEqual([
      'slug',
      'url',
      'title',
      'themes',
      'terms',
      'results',
      'links',
    ]);
  });

  it('names terms and benchmarks as the glossary does', () => {
    const trial = { id: 'trial', name: 'Nest Trial', kind: 'benchmark', definition: 'A trial.' } as const;
    const [entry] = bees.entries;
    const result = {
      benchmark: 'trial',
      metric: 'accuracy',
      measure: 'score',
      value: 90,
      quote: '90',
    } as const;
    const entries = entry ? [{ ...entry, fields: { ...entry.fields, results: [result] } }] : [];
    const [paper] = makePaperData({ ...bees, terms: [trial], entries }, createUrls('/')).papers;
    expect(paper?.terms).toEqual(['Nest Trial']);
    expect(paper?.results).toEqual([{ on: 'Nest Trial', metric: 'accuracy', value: '90', quote: '90' }]);
  });
});

it.each<[string, Partial<Result>]>([
  ['90', {}],
  ['90%', { unit: '%' }],
  ['90 points', { unit: 'points' }],
  ['up to 90% gain', { unit: '%', bound: 'up to', measure: 'gain' }],
  ['90 to 95% less', { unit: '%', upper: 95, measure: 'reduction' }],
  ['90%, 58.8% before', { unit: '%', from: 58.8 }],
  ['90× faster', { unit: '×', measure: 'speed-up' }],
])('renders a value as %s', (text, fields) => {
  expect(renderValue({ metric: 'accuracy', measure: 'score', value: 90, quote: '', ...fields })).toBe(text);
});
