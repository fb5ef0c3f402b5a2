import { expect, test } from 'vitest';
import type { Catalog } from '../../src/core/catalog.ts';
import { makeSyntheticEntries } from './synthetic.ts';

const texts = ['Bees dance to tell where the nest is.', 'A swarm of bees votes on where to go by dance.'];
const catalog = {
  entries: texts.map((text, index) => ({
    slug: `bee-${index}`,
    fields: { title: `Bees that dance ${index}`, themes: ['choice'], authors: ['Ada Byron'] },
    body: text,
    text,
  })),
  themes: [
    { id: 'choice', fields: {} },
    { id: 'signals', fields: { parts: [{ id: 'sound' }] } },
  ],
  terms: [{ id: 'nest-box', name: 'nest box', kind: 'benchmark' }],
} as unknown as Catalog;

test('the same seed makes the same papers, another one others', () => {
  const make = (seed: number) => JSON.stringify(makeSyntheticEntries(catalog, { count: 5, seed }));
  expect(make(1)).toBe(make(1));
  expect(make(1)).not.toBe(make(2));
});

test('papers differ, are dated and filed, and are written in the words of the real ones', () => {
  const entries = makeSyntheticEntries(catalog, { count: 5000, seed: 7 });
  expect(new Set(entries.map(({ fields }) => fields.title)).size).toBe(5000);
  const known = new Set(texts.flatMap((text) => text.split(' ')));
  for (const { text, fields } of entries) {
    expect(fields.published).toMatch(/^20[12]\d-[01]\d-[0-2]\d$/);
    expect(fields.themes.length).toBeGreaterThan(0);
    const words = text.replace(/ We call it \w+\..*$/, '').split(' ');
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  }
  for (const { text, fields } of entries)
    for (const { quote, value } of fields.results ?? []) {
      expect(text).toContain(quote);
      expect(quote).toContain(String(value));
    }
  expect(entries.flatMap(({ fields }) => fields.results ?? []).length).toBeGreaterThan(10);
  for (const { fields } of entries) expect('parts' in fields).toBe(fields.themes.includes('signals'));
});
