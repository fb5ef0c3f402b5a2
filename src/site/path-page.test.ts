import { describe, expect, it } from 'vitest';
import type { Term } from '../core/schema/glossary.ts';
import { bees } from './made-up-catalog.ts';
import { makePathPages, pathsThrough } from './path-page.ts';

describe('makePathPages', () => {
  it('gives each paper with why to read it there', () => {
    const [page] = makePathPages(bees);
    expect(page).toMatchObject({ id: 'evening', papers: 2, introduction: [[{ text: 'Begin small.' }]] });
    expect(page?.stops.map(({ paper, text }) => [paper.slug, text])).toEqual([
      ['scout-reports', [{ text: 'See how one scout reports.' }]],
      ['quorum-sensing', [{ text: 'Then count them.' }]],
    ]);
  });

  it('marks each term where it is first read, in introduction or steps, and knows what it means', () => {
    const terms: Term[] = [
      {
        id: 'report',
        name: 'report',
        aliases: ['reports'],
        kind: 'concept',
        definition: 'A dance.',
      },
      { id: 'scout', name: 'scout', kind: 'concept', definition: 'A bee that looks.' },
    ];
    const paths = bees.paths.map((path) => ({
      ...path,
      body: 'Follow a scout.\n\n1. [@scout-reports] See how one scout reports.\n',
    }));
    const [page] = makePathPages({ ...bees, paths, terms });
    expect(page?.introduction).toEqual([
      [{ text: 'Follow a ' }, { text: 'scout', term: 'scout' }, { text: '.' }],
    ]);
    expect(page?.stops[0]?.text).toEqual([
      { text: 'See how one scout ' },
      { text: 'reports', term: 'report' },
      { text: '.' },
    ]);
    expect(page?.terms.map(({ id, definition }) => [id, definition])).toEqual([
      ['scout', 'A bee that looks.'],
      ['report', 'A dance.'],
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
