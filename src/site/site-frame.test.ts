import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makeFrame } from './site-frame.ts';

const sections = (catalog: Parameters<typeof makeFrame>[0]) => [...makeFrame(catalog).sections];
const scout = { id: 'scout', name: 'stop signal', kind: 'concept', definition: 'A butt.' } as const;
const unused = { id: 'unused', name: 'smoker', kind: 'method', definition: 'Calms bees.' } as const;
const [first, ...rest] = bees.entries;
const using = first ? [{ ...first, text: 'A stop signal ends the dance.' }, ...rest] : [];

it('offers what has data', () => {
  expect(sections(bees)).toEqual(['themes', 'papers', 'map', 'about', 'list', 'search']);
  expect(sections({ ...bees, entries: using, terms: [scout] })).toContain('terms');
});

it('offers no terms that no paper uses', () => {
  expect(sections({ ...bees, terms: [unused] })).not.toContain('terms');
});

it('offers results where an entry has one', () => {
  const results = [{ metric: 'share', measure: 'score', value: 1, quote: '1' }] as const;
  const entries = bees.entries.map((entry) => ({
    ...entry,
    fields: { ...entry.fields, results: [...results] },
  }));
  expect(sections({ ...bees, entries })).toContain('results');
});

it('offers of an empty survey what is known of it', () => {
  expect(sections({ ...bees, themes: [], entries: [], paths: [] })).toEqual(['about']);
});
