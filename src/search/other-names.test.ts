import { expect, test } from 'vitest';
import { describeOtherNames, findOtherNames } from './other-names.ts';

const terms = [
  {
    id: 'waggle-dance',
    name: 'waggle dance',
    aliases: ['WD', 'waggle dances', 'figure of eight'],
    papers: 2,
  },
  { id: 'swarm', name: 'swarm', papers: 1 },
];

test('a term that is meant has the names that papers may have instead of the words, each in one form', () => {
  const find = (meant: Readonly<Record<string, readonly string[]>>, query: string) =>
    findOtherNames(terms, new Map(Object.entries(meant)), query.split(' '));
  expect(find({}, 'bees')).toEqual([]);
  expect(find({ 'waggle-dance': ['dances'] }, 'dances')).toEqual([
    { term: 'waggle dance', names: ['WD', 'figure of eight'] },
  ]);
  expect(find({ 'waggle-dance': ['wd'] }, 'wd bees')).toEqual([
    { term: 'waggle dance', names: ['waggle dance', 'figure of eight'] },
  ]);
  expect(find({ 'waggle-dance': ['dancing', 'waggle'], swarm: ['swarms'] }, 'dancing waggle swarms')).toEqual(
    [
      { term: 'waggle dance', names: ['WD', 'figure of eight'] },
      { term: 'swarm', names: [] },
    ],
  );
});

test('they are told in a sentence, not more of them than one reads', () => {
  const named = (...names: readonly string[]) => ({ term: names[0] ?? '', names });
  expect(describeOtherNames([])).toBe('');
  expect(describeOtherNames([named('waggle dance', 'WD')])).toBe(
    'Also searched, from the glossary: “waggle dance”, “WD”.',
  );
  expect(describeOtherNames([named('a', 'b', 'c', 'd', 'e'), named('f')])).toBe(
    'Also searched, from the glossary: “a”, “b”, “c”, “f” and 2 more.',
  );
  expect(describeOtherNames(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => named(name)))).toBe(
    'Also searched, from the glossary: “a”, “b”, “c”, “d”, “e”, “f” and 1 more.',
  );
  expect(describeOtherNames([{ term: 'swarm', names: [] }])).toBe(
    'Also searched, from the glossary: papers on “swarm” in other words.',
  );
});
