import { expect, it } from 'vitest';
import type { Result } from '../core/schema/entry.ts';
import { bees } from './made-up-catalog.ts';
import { makeResultTable, resultsOf, resultsOn } from './result-table.ts';

const text = 'Scouts find 94.0 of them. They gain 5% on the trial, 3% on the race, and 90.0 there.';
const result = (fields: Partial<Result>): Result => ({
  metric: 'accuracy',
  measure: 'gain',
  value: 5,
  unit: '%',
  quote: 'They gain 5% on the trial',
  ...fields,
});
const results: Result[] = [
  result({ benchmark: 'trial' }),
  { metric: 'sites', measure: 'score', value: 94, benchmark: 'trial', quote: 'find 94.0 of them' },
  result({ value: 3, benchmark: 'race', quote: '3% on the race' }),
  result({ setting: 'both together', bound: 'about' }),
];
const terms = [
  { id: 'trial', name: 'trial', kind: 'benchmark', definition: 'Nest boxes.' },
  { id: 'race', name: 'race', kind: 'benchmark', definition: 'Flights.' },
] as const;
const withResults = (slug: string) => (entry: (typeof bees.entries)[number]) =>
  entry.slug === slug ? { ...entry, text, fields: { ...entry.fields, results } } : entry;
const catalog = { ...bees, terms, entries: bees.entries.map(withResults('scout-reports')) };
const table = makeResultTable(catalog);

it('groups by benchmark, and what has none comes last', () => {
  expect(table.groups.map(({ benchmark, rows }) => [benchmark?.name, rows.length])).toEqual([
    ['race', 1],
    ['trial', 2],
    [undefined, 1],
  ]);
  expect(table.total).toBe(4);
  expect(table.line).toMatch(/^4 results that the abstracts of 1 paper state/);
});

it('shows scores before changes, each in the spelling of its abstract', () => {
  expect(resultsOn('trial', table)?.rows.map(({ value }) => value)).toEqual(['94.0', '+5%']);
  expect(resultsOn('race', table)?.rows[0]?.findStatement().before).toBe('They gain 5% on the trial, ');
});

it('tells values apart that cannot be put in one order', () => {
  expect(new Set(resultsOn('trial', table)?.rows.map(({ kind }) => kind)).size).toBe(2);
});

it('offers only filters that find something', () => {
  expect(table.themes.map(({ id }) => id)).toEqual(['nest-choice']);
  expect(table.measures.map(({ id }) => id)).toEqual(['score', 'gain']);
});

it('gives the results of a paper in the order of its abstract, each with a name of its own', () => {
  const entry = catalog.entries.find(({ slug }) => slug === 'scout-reports');
  const own = entry ? resultsOf(entry, new Map(terms.map((term) => [term.id, term]))) : [];
  expect(own.map(({ value, setting }) => [value, setting])).toEqual([
    ['+5%', undefined],
    ['94.0', undefined],
    ['+3%', undefined],
    ['about +5%', 'both together'],
  ]);
  expect(new Set(own.map(({ id }) => id)).size).toBe(4);
});

it('says so where there is no result', () => {
  const { line, total, groups } = makeResultTable(bees);
  expect([line, total, groups]).toEqual(['There are no results yet: no entry has any.', 0, []]);
});
