import { expect, it } from 'vitest';
import { parseName, renderFamilyFirst } from './names.ts';

it.each([
  ['Ada Byron', 'Byron, Ada'],
  ['Wu Mei Zhao', 'Zhao, Wu Mei'],
  ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
  ['Maria de la Cruz', 'de la Cruz, Maria'],
  ['Jan van der Berg', 'van der Berg, Jan'],
  ['Jan Van der Berg', 'Van der Berg, Jan'],
  ['Ana De La Cruz', 'De La Cruz, Ana'],
  ['Luca degli Alberti', 'degli Alberti, Luca'],
  ['Nguyen Van Hung', 'Hung, Nguyen Van'],
  ['Nguyen Van De', 'De, Nguyen Van'],
  ['Grace Hopper Jr.', 'Hopper, Grace, Jr.'],
  ['Jürgen H. Tautz III', 'Tautz, Jürgen H., III'],
])('%s -> %s', (name, expected) => {
  expect(renderFamilyFirst(name)).toBe(expected);
});

it.each([
  'Hive',
  'Hive Team',
  'The Hive',
  'Hive AI',
  'The Bees Consortium',
  'Hive Research',
  'Institute of Swarms',
])('the name of a group stays whole: %s', (name) => {
  expect(parseName(name)).toEqual({ literal: name });
});

it.each(['Sappho', '李明', 'The Hive Team', 'Byron, Ada', 'Bees and Co', 'Du Li Van', ''])(
  'takes no part of %j for another',
  (name) => {
    const parts = parseName(name);
    expect('literal' in parts ? parts.literal : `${parts.given} ${parts.family}`).toBe(name);
  },
);
