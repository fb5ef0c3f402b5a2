import { expect, test } from 'vitest';
import { FIELDS, parseQuery } from '../search/query.ts';
import { bees } from './made-up-catalog.ts';
import { makeSearchHelp } from './search-help.ts';

test('every example can be read, and the fields are those of the grammar', () => {
  const { words, fields } = makeSearchHelp(bees);
  for (const { example } of [...words, ...fields]) {
    const { parts, problems } = parseQuery(example);
    expect({ example, problems, some: parts.length > 0 }).toEqual({ example, problems: [], some: true });
  }
  for (const { form } of fields) expect(Object.keys(FIELDS)).toContain(form.slice(0, -1));
});

test('a survey without papers has no example, and so no rule', () => {
  expect(makeSearchHelp({ ...bees, themes: [], entries: [] })).toEqual({ words: [], fields: [] });
});
