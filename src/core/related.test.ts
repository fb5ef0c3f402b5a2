import { expect, test } from 'vitest';
import { findRelated } from './related.ts';

const papers = [
  {
    id: 'a',
    text: 'Honeybee scouts inspect hollow trees before the swarm moves.',
    terms: [],
    themes: ['choice'],
  },
  {
    id: 'b',
    text: 'Hollow trees attract honeybee scouts, and inspection takes hours.',
    terms: [],
    themes: ['choice'],
  },
  { id: 'c', text: 'Ants carry leaves along chemical trails.', terms: [], themes: ['ants'] },
  { id: 'd', text: 'Chemical trails fade when ants stop walking.', terms: [], themes: ['ants'] },
  { id: 'e', text: 'Starlings turn together at dusk.', terms: [], themes: [] },
  { id: 'f', text: 'Fish school near the surface.', terms: [], themes: [] },
  { id: 'g', text: 'Locusts march in bands.', terms: [], themes: [] },
  { id: 'h', text: 'Wolves hunt in packs.', terms: [], themes: [] },
];

test('papers that share rare words are related, and the words are the reason', () => {
  const related = findRelated(papers);
  expect(related.get('a')?.[0]).toMatchObject({ id: 'b', terms: [], themes: ['choice'] });
  expect(related.get('a')?.[0]?.words).toContain('hollow tree');
  expect(related.get('c')?.map(({ id }) => id)).toEqual(['d']);
});

test('of two papers alone each is near to the other by what both have', () => {
  const related = findRelated(papers.slice(0, 2)).get('a');
  expect(related).toMatchObject([{ id: 'b', themes: ['choice'] }]);
  expect(related?.[0]?.score).toBeGreaterThan(0.5);
});

test('a paper that shares nothing has no related ones, and no paper is related to itself', () => {
  const related = findRelated(papers);
  expect(related.get('h')).toEqual([]);
  for (const [id, list] of related) expect(list.map((item) => item.id)).not.toContain(id);
});

test('the limit holds and the order does not depend on that of the papers', () => {
  const forwards = findRelated(papers, 1).get('d');
  const backwards = findRelated(papers.toReversed(), 1).get('d');
  expect(forwards).toHaveLength(1);
  expect(backwards).toEqual(forwards);
});

test('papers that share a rare term are nearer than papers that share a word; common terms are no reason', () => {
  const termed = papers.map((paper) => ({
    ...paper,
    terms: [
      'animal',
      ...('ah'.includes(paper.id) ? ['pack'] : []),
      ...('ab'.includes(paper.id) ? ['band'] : []),
    ],
  }));
  const [first, second] = findRelated(termed).get('a') ?? [];
  expect(first).toMatchObject({ id: 'b', terms: ['band'] });
  expect(second).toMatchObject({ id: 'h', terms: ['pack'], words: [] });
});

test('papers are near by terms that are not rare, where they share more of them than others do', () => {
  const many = Array.from({ length: 1_200 }, (_, index) => ({
    id: `p${index}`,
    text: `word${index}`,
    // Each is a term of about 240 papers; of the others only p625 has the same four as p0.
    terms: [0, 5, 10, 15].map((first, place) => `term-${first + (Math.floor(index / 5 ** place) % 5)}`),
    themes: [],
  }));
  const [nearest] = findRelated(many).get('p0') ?? [];
  expect(nearest?.id).toBe('p625');
});
