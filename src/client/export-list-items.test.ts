import { expect, it } from 'vitest';
import { hive, scouts } from '../export/made-up-papers.ts';
import { findListedPapers, findListedResults } from './export-list-items.ts';

const known = {
  address: 'https://bees.example.org/papers/',
  papers: new Map([hive, scouts].map((paper) => [paper.slug, { ...paper, url: 'file:///x' }])),
};

it('finds the papers in the order shown, with what their reader added', () => {
  const shown = [{ id: 'scouts', isRead: true, note: 'Twice.' }, { id: 'gone' }, { id: 'old-hive' }];
  expect(findListedPapers(shown, known)).toEqual([{ ...scouts, isRead: true, note: 'Twice.' }, hive]);
});

it('brings the abstracts that there are', () => {
  const [first, second] = findListedPapers(
    [{ id: 'old-hive' }, { id: 'scouts' }],
    known,
    new Map([['scouts', 'Bees vote.']]),
  );
  expect(first).not.toHaveProperty('abstract');
  expect(second?.abstract).toBe('Bees vote.');
});

it('finds the results in the order shown', () => {
  expect(findListedResults([{ id: 'result-gone-1' }, { id: 'result-scouts-1' }], known)).toEqual([
    { paper: scouts, result: scouts.results[0] },
  ]);
});
