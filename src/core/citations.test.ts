import { expect, test } from 'vitest';
import { citedSlugs, locateCitations, splitCitations } from './citations.ts';

const essay =
  'Swarms vote [@nest-choice]. Scouts stop [@scouts; @nest-choice], [@not ours] and me@example.org.';

test('a text is split at its citations', () => {
  expect(splitCitations('a [@b; @c] d')).toEqual([{ text: 'a ' }, { slugs: ['b', 'c'] }, { text: ' d' }]);
  expect(splitCitations('none')).toEqual([{ text: 'none' }]);
  expect(splitCitations('')).toEqual([]);
});

test('cited entries come once, in the order of their first citation', () => {
  expect(citedSlugs(essay)).toEqual(['nest-choice', 'scouts']);
});

test('each citation has its place', () => {
  for (const { slug, offset } of locateCitations(essay))
    expect(essay.slice(offset)).toMatch(new RegExp(`^${slug}`));
  expect(locateCitations(essay)).toHaveLength(3);
});
