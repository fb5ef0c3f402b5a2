import { expect, test } from 'vitest';
import { findRelated } from './related.ts';

const papers = [
  { id: 'a', text: 'Honeybee scouts inspect hollow trees before the swarm moves.', themes: ['choice'] },
  { id: 'b', text: 'Hollow trees attract honeybee scouts, and inspection takes hours.', themes: ['choice'] },
  { id: 'c', text: 'Ants carry leaves along chemical trails.', themes: ['ants'] },
  { id: 'd', text: 'Chemical trails fade when ants stop walking.', themes: ['ants'] },
  { id: 'e', text: 'Starlings turn together at dusk.', themes: [] },
  { id: 'f', text: 'Fish school near the surface.', themes: [] },
  { id: 'g', text: 'Locusts march in bands.', themes: [] },
  { id: 'h', text: 'Wolves hunt in packs.', themes: [] },
];

test('papers that share rare words are related, and the words are the reason', () => {
  const related = findRelated(papers);
  expect(related.get('a')?.[0]).toMatchObject({ id: 'b', themes: ['choice'] });
  expect(related.get('a')?.[0]?.words).toContain('hollow tree');
  expect(related.get('c')?.map(({ id }) => id)).toEqual(['d']);
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
