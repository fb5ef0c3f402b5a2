import { expect, it } from 'vitest';
import { parseName, renderFamilyFirst } from './names.ts';

it.each([
  ['Ada Byron', 'Byron, Ada'],
  ['Wu Mei Zhao', 'Zhao, Wu Mei'],
  ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
  ['Maria de la Cruz', 'de la Cruz, Maria'],
  ['Grace Hopper Jr.', 'Hopper, Grace, Jr.'],
  ['Jürgen H. Tautz III', 'Tautz, Jürgen H., III'],
])('%s -> %s', (name, expected) => {
  expect(renderFamilyFirst(name)).toBe(expected);
});

it.each(['Sappho', '李明', 'The Hive Team', 'Byron, Ada', 'Bees and Co', 'Du Li Van', ''])(
  'takes no part of %j for another',
  (name) => {
    const parts = parseName(name);
    expect('literal' in parts ? parts.literal : `${parts.given} ${parts.family}`).toBe(name);
  },
);
