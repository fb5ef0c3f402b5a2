import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makeSearchLexicon, makeSearchRecords } from './search-record.ts';

it('a paper of which only year and month are known is found by its year', () => {
  const entries = bees.entries.map((entry) =>
    entry.slug === 'undated-dance' ? { ...entry, fields: { ...entry.fields, issued: '2021-03' } } : entry,
  );
  const catalog = { ...bees, entries };
  const record = makeSearchRecords(catalog).get('undated-dance');
  expect([record?.date, record?.filters['year']]).toEqual(['2021-03', ['2021']]);
  const { values } = JSON.parse(makeSearchLexicon(catalog));
  expect(Object.keys(values.year)).toEqual(['2021', '2024', '2025']);
});
