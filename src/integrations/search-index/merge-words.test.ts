import { expect, test } from 'vitest';
import { encode } from './cbor.ts';
import { mergeWords, type Part, rangesOf, splitWords } from './merge-words.ts';
import { type PackedWord, type Posting, unpackWord, type Word } from './pagefind-index.ts';

/** A word of some papers; its places say in which index it was. */
function word(text: string, papers: readonly number[], index: string, forms: Word['forms'] = []): Word {
  return { text, postings: papers.map((paper) => posting(paper, index)), forms };
}

function posting(paper: number, index: string): Posting {
  const bytes = encode(index);
  return { paper, bytes, start: 0, end: bytes.length };
}

/** A packed word of a paper. */
function packed(text: string, paper: number, places: readonly number[]): PackedWord {
  return { text, papers: 1, bytes: encode([text, [[paper, places, []]], []]) };
}

const words = (...some: readonly (Word | PackedWord)[]) => some[Symbol.iterator]();

const merge = (parts: readonly Part[]) =>
  [...mergeWords(parts)].map((word) => ('bytes' in word ? unpackWord(word) : word));

test('words of two indexes stand in the order of their letters, with the papers that are left', () => {
  const merged = merge([
    // The second paper has changed, and the third is now the first.
    {
      words: words(word('bee', [0, 2], 'old'), word('hive', [1], 'old'), word('😀', [0], 'old')),
      numbers: [3, undefined, 0],
    },
    {
      words: words(word('bee', [0], 'new'), word('dance', [0], 'new'), word('\uffee', [0], 'new')),
      numbers: [1],
    },
  ]);
  const said = merged.map(({ text, postings }) => [
    text,
    ...postings.map(({ paper, bytes }) => `${paper} ${bytes.subarray(1)}`),
  ]);
  expect(said).toEqual([
    ['bee', '0 old', '1 new', '3 old'],
    ['dance', '1 new'],
    // That of their code points, not of UTF-16.
    ['\uffee', '1 new'],
    ['😀', '3 old'],
  ]);
});

test('a packed word is taken apart only where another index has it too', () => {
  const old = packed('bee', 0, [3, 5]);
  const both = packed('dance', 0, [1]);
  const merged = [
    ...mergeWords([
      { words: words(old, both), numbers: [0] },
      { words: words(packed('dance', 0, [2])), numbers: [1] },
    ]),
  ];
  expect(merged[0]).toBe(old);
  expect(merged[1]).toMatchObject({ text: 'dance', postings: [{ paper: 0 }, { paper: 1 }] });
});

test('the ways a word is written stay with their papers', () => {
  const cafe = (form: string, paper: number, index: string) => [
    { text: form, postings: [posting(paper, index)] },
  ];
  const [merged, ...others] = merge([
    { words: words(word('cafe', [], 'old', cafe('café', 1, 'old'))), numbers: [0, 1] },
    { words: words(word('cafe', [], 'new', cafe('Café', 0, 'new'))), numbers: [2] },
  ]);
  expect(merged?.forms.map(({ text, postings }) => [text, postings.map(({ paper }) => paper)])).toEqual([
    ['Café', [2]],
    ['café', [1]],
  ]);
  expect(others).toEqual([]);
});

test('each chunk reaches up to the next one, and no further', () => {
  const ranges = rangesOf([
    { from: '1', to: 'a' },
    { from: 'abacus', to: 'bed' },
    { from: 'bee', to: 'zoo' },
  ]);
  expect(ranges[1]?.from).toBe('ab');
  const chunksOf = (word: string) =>
    [...ranges.keys()].filter((chunk) => {
      const { from, to } = ranges[chunk] as (typeof ranges)[number];
      return from <= word && word <= to;
    });
  expect(chunksOf('aa')).toEqual([0]);
  expect(chunksOf('acceleration')).toEqual([1]);
  expect(chunksOf('ab')).toEqual([1]);
  expect(chunksOf('bed')).toEqual([1]);
  expect(chunksOf('bee')).toEqual([2]);
  expect(chunksOf('beeline')).toEqual([2]);
});

test('words that many papers have are set apart, unless they go on where another ends', () => {
  const counts = { ring: 1, rise: 1, rl: 9, rlhf: 1, roam: 9, rob: 1, robot: 9, rope: 1 };
  const some = Object.entries(counts).map(([text, papers]) => ({ text, papers }));
  const runs = splitWords(some, 5).map((run) => run.map(({ text }) => text));
  // "rlhf" begins with "rl", which finds it; so does "robot" with "rob".
  expect(runs).toEqual([['ring', 'rise'], ['rl', 'rlhf'], ['roam'], ['rob', 'robot'], ['rope']]);
  expect(splitWords(some, 10)).toHaveLength(1);
});
