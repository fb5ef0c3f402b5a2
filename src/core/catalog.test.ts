import { expect, it } from 'vitest';
import { byNewest } from './catalog.ts';
import type { Entry, EntryFields } from './schema/entry.ts';

const entry = (slug: string, dates: Pick<EntryFields, 'published' | 'issued'>): Entry => ({
  slug,
  fields: { title: slug, themes: ['a'], ...dates },
  body: '',
  text: '',
});

it('sorts newest first, by as much of a date as is known', () => {
  const entries = [
    entry('undated', {}),
    entry('year', { issued: '2021' }),
    entry('month', { issued: '2021-03' }),
    entry('day', { published: '2021-03-05' }),
    entry('before', { published: '2020-12-31' }),
  ];
  expect(entries.toSorted(byNewest).map(({ slug }) => slug)).toEqual([
    'day',
    'month',
    'year',
    'before',
    'undated',
  ]);
});
