import { expect, it } from 'vitest';
import { parseName, renderFamilyFirst } from './author-names.ts';

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
  ['The Anh Han', 'Han, The Anh'],
  ['Nguyen Van De', 'De, Nguyen Van'],
  ['Grace Hopper Jr.', 'Hopper, Grace, Jr.'],
  ['Jürgen H. Tautz III', 'Tautz, Jürgen H., III'],
])('%s -> %s', (name, expected) => {
  expect(renderFamilyFirst(name)).toBe(expected);
});

const FAMILIES = {
  'Ada Byron King': 'Byron King',
  'Al Byron King Jr.': 'Byron King',
  'Wu Mei': 'Wu',
  'Swarm Builders': 'Swarm Builders',
  'Grace Hopper': 'Hop',
};

it.each([
  ['Ada Byron King', 'Byron King, Ada'],
  ['Al Byron King Jr.', 'Byron King, Al, Jr.'],
  ['Wu Mei', 'Wu, Mei'],
  ['Swarm Builders', 'Swarm Builders'],
  ['Grace Hopper', 'Hopper, Grace'],
])('the family name of %s is the one that is given', (name, expected) => {
  expect(renderFamilyFirst(name, FAMILIES)).toBe(expected);
});

it.each(['Hive', 'Hive Team', 'Hive AI', 'The Bees Consortium', 'Hive Research', 'Institute of Swarms'])(
  'the name of a group stays whole: %s',
  (name) => {
    expect(parseName(name)).toEqual({ literal: name });
  },
);

it.each(['Sappho', '李明', 'The Hive Team', 'Byron, Ada', 'Bees and Co', 'Du Li Van', ''])(
  'takes no part of %j for another',
  (name) => {
    const parts = parseName(name);
    expect('literal' in parts ? parts.literal : `${parts.given} ${parts.family}`).toBe(name);
  },
);
