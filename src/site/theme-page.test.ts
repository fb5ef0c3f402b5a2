import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makeThemePages } from './theme-page.ts';

const [nest, signals] = makeThemePages(bees);

it('groups the papers of a theme by its parts, and those of none under their own heading', () => {
  expect(nest?.groups.map(({ name, papers }) => [name, papers.map(({ slug }) => slug)])).toEqual([
    ['Scouts', ['scout-reports']],
    ['Quorum', ['quorum-sensing']],
    ['In general', ['old-hive']],
  ]);
});

it('lists apart the papers that are about a theme as well', () => {
  expect(nest?.also.map(({ slug }) => slug)).toEqual(['stop-signal']);
});

it('has one group without a name where a theme has no parts', () => {
  expect(signals?.groups.map(({ name, papers }) => [name, papers.map(({ slug }) => slug)])).toEqual([
    [undefined, ['stop-signal', 'undated-dance']],
  ]);
});

it('leads from theme to theme', () => {
  expect([nest?.previous, nest?.next?.id, signals?.previous?.id, signals?.next]).toEqual([
    undefined,
    'signals',
    'nest-choice',
    undefined,
  ]);
});

it('gives the references of an essay in the order of their numbers', () => {
  expect(signals?.references.map(({ slug }) => slug)).toEqual(['stop-signal', 'undated-dance']);
  expect(signals?.references[0]?.facts).toBe('1 author, 2025');
  expect(nest?.references).toEqual([]);
});
