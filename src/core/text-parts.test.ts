import { expect, test } from 'vitest';
import { joinParts, jsonParts } from './text-parts.ts';

const bees = [
  { name: 'Ada', dances: ['waggle', 'round'], says: 'a\nb' },
  { name: 'Grace', dances: [] },
];

test.each([
  ['nothing', [], 0],
  ['nothing, indented', [], 2],
  ['items in one line', bees, 0],
  ['items in lines', bees, 2],
])('JSON of %s is as JSON.stringify makes it', (_, items, indent) => {
  const make = (list: readonly unknown[]) => ({ hive: 'h', bees: list, years: [2025] });
  const parts = jsonParts(items, make, { indent });
  expect(joinParts(parts)).toBe(JSON.stringify(make(items), null, indent) + (indent ? '\n' : ''));
  expect(parts.items).toHaveLength(items.length);
});
