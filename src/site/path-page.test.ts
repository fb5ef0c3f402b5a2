import { describe, expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makePathPages, pathsThrough } from './path-page.ts';

describe('makePathPages', () => {
  it('gives each paper with why to read it there', () => {
    const [page] = makePathPages(bees);
    expect(page).toMatchObject({ id: 'evening', papers: 2, introduction: ['Begin small.'] });
    expect(page?.stops.map(({ paper, text }) => [paper.slug, text])).toEqual([
      ['scout-reports', 'See how one scout reports.'],
      ['quorum-sensing', 'Then count them.'],
    ]);
  });

  it('refuses a step without a paper', () => {
    const paths = bees.paths.map((path) => ({ ...path, body: '1. [@no-such-bee] Look.' }));
    expect(() => makePathPages({ ...bees, paths })).toThrow('evening');
  });
});

it('finds the paths that lead through a theme', () => {
  expect(pathsThrough('nest-choice', bees).map(({ id }) => id)).toEqual(['evening']);
  expect(pathsThrough('signals', bees)).toEqual([]);
});
