import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makeOverview, measureExtent } from './overview.ts';

it('measures the survey', () => {
  expect(measureExtent(bees)).toEqual({
    papers: 5,
    themes: 2,
    undated: 1,
    from: 'December 2024',
    to: 'February 2025',
  });
  expect(measureExtent({ ...bees, entries: [] })).toEqual({ papers: 0, themes: 2, undated: 0 });
});

it('measures the survey in years where no months are known', () => {
  const entries = bees.entries.map(({ fields: { published, ...fields }, ...entry }, index) => ({
    ...entry,
    fields: { ...fields, issued: index === 0 ? '2021-03' : '2019' },
  }));
  expect(measureExtent({ ...bees, entries })).toMatchObject({ undated: 0, from: '2019', to: 'March 2021' });
});

it('counts papers by primary theme, and apart from them those that are also about it', () => {
  expect(makeOverview(bees).themes.map(({ id, papers, also }) => [id, papers, also])).toEqual([
    ['nest-choice', 3, 1],
    ['signals', 2, 0],
  ]);
});

it('shows the newest papers first', () => {
  expect(makeOverview(bees).newest.map(({ slug }) => slug)).toEqual(bees.entries.map(({ slug }) => slug));
});
