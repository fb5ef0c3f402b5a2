import { expect, test } from 'vitest';
import type { EntryFields } from './schema/entry.ts';
import { findSource, nameOrigins, ownFacts, sourceFilesOf } from './sources.ts';

const listing = (day: number, origin: string) => ({
  file: `day-${day}.txt`,
  format: 'listing',
  listed: `2025-06-0${day}`,
  origin,
});
const sources = [listing(1, 'Daily'), listing(2, 'Library'), listing(3, 'Daily'), listing(4, 'Letters')];

test('an origin is named once, however many listings come from it, and no more than three are', () => {
  expect(nameOrigins({ sources })).toEqual({ origins: ['Daily', 'Library', 'Letters'], hasMore: false });
  const more = nameOrigins({ sources: [...sources, listing(5, 'Others')] });
  expect(more).toEqual({ origins: ['Daily', 'Library', 'Letters'], hasMore: true });
});

test('a source is found by its file, and an entry names each of its sources once', () => {
  expect(findSource({ sources }, 'day-3.txt')?.listed).toBe('2025-06-03');
  expect(findSource({ sources }, 'day-9.txt')).toBeUndefined();
  const source = { file: 'day-1.txt', lines: [1, 2], digest: 'x' } satisfies EntryFields['source'];
  const fields: EntryFields = {
    title: 'Scouts',
    themes: ['nest'],
    source,
    bibliography: { file: 'day-1.txt', lines: [3, 4] },
    kept: [{ field: 'title', source: 'day-4.txt', value: 'Scout' }],
  };
  expect(sourceFilesOf(fields)).toEqual(['day-1.txt', 'day-4.txt']);
});

test('what a survey says of itself does not depend on its listings', () => {
  const facts = { title: 'How Bees Decide' } as Parameters<typeof ownFacts>[0];
  expect(ownFacts({ ...facts, sources, leftOut: [{ title: 'Wasps' }] })).toEqual(
    ownFacts({ ...facts, sources: [] }),
  );
});
