import { describe, expect, test } from 'vitest';
import { findIds, wordOfId } from './paper-ids.ts';

describe('an identifier is found, however it is pasted', () => {
  test.each([
    ['2501.01234', '2501.01234'],
    ['2501.01234v2', '2501.01234'],
    ['arXiv 2501.01234', '2501.01234'],
    ['arxiv:2501.01234', '2501.01234'],
    ['arXiv: 2501.01234v1 [q-bio.PE]', '2501.01234'],
    ['arXiv:q-bio/0601001', 'q-bio/0601001'],
    ['http://arxiv.org/abs/cs.CL/0601001', 'cs.CL/0601001'],
    ['https://arxiv.org/abs/2501.01234v2', '2501.01234'],
    ['https://arxiv.org/pdf/2501.01234.pdf', '2501.01234'],
    ['https://huggingface.co/papers/2501.01234', '2501.01234'],
    ['10.48550/arXiv.2501.01234', '2501.01234'],
    ['https://doi.org/10.48550/arXiv.2501.01234', '2501.01234'],
    ['10.1000/Bees.2025.7', '10.1000/bees.2025.7'],
    [
      '10.1002/0470841559.ch1<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/0470841559.ch1<1661::AID-SIM968>3.0.CO;2-2',
    ],
    ['doi:10.1000/bees.2025.7.', '10.1000/bees.2025.7'],
    ['https://doi.org/10.1000/bees.2025.7', '10.1000/bees.2025.7'],
    ['https://dl.example.org/doi/10.1000/bees/1234567', '10.1000/bees/1234567'],
    ['https://openreview.net/forum?id=aB3_xYz9Qr', 'aB3_xYz9Qr'],
    ['https://openreview.net/pdf?id=aB3_xYz9Qr&x=1', 'aB3_xYz9Qr'],
    ['P19-1001', 'P19-1001'],
    ['https://aclanthology.org/2025.bees-main.12/', '2025.bees-main.12'],
    ['“2501.01234”'.replace(/[“”]/g, '"'), '2501.01234'],
  ])('%s', (text, id) => {
    expect(findIds(text).map(({ word }) => word)).toEqual([wordOfId(id)]);
  });
});

test('it has a place, and can be excluded', () => {
  const text = 'bees -arXiv:2501.01234 (2501.01235)';
  const found = findIds(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['-arXiv:2501.01234', '2501.01235']);
  expect(found.map(({ isExcluded }) => isExcluded)).toEqual([true, false]);
});

test.each([
  'arXiv',
  '2025',
  'Hive2.5-7B',
  'pass@1 2.5',
  'year:2024..2025',
  'Hive-2501.01234',
  'and/or',
  'https://example.org/bees',
])('“%s” names no paper', (text) => expect(findIds(text)).toEqual([]));

test('the word of an id has no digits, and other ids have others', () => {
  expect(wordOfId('2501.01234')).toMatch(/^[a-z]+$/);
  expect(wordOfId('2501.01234')).not.toBe(wordOfId('2501.01235'));
});
