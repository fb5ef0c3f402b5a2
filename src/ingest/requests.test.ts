import { describe, expect, test } from 'vitest';
import { makeRequests } from './requests.ts';

const bases = { arxiv: 'https://a.example/api', huggingFace: 'https://h.example/api' };
const make = (...wanted: string[]) => makeRequests(wanted, bases);

test('ids of arXiv, however written, are one request', () => {
  const { requests, unknown } = make(
    'arxiv:2501.01234v2',
    'https://arxiv.org/abs/2412.01234',
    '2501.00001',
    'arxiv:q-bio/0601001',
  );
  expect(unknown).toEqual([]);
  expect(requests).toEqual([
    {
      url: 'https://a.example/api?id_list=2501.01234%2C2412.01234%2C2501.00001%2Cq-bio%2F0601001&max_results=4',
      file: 'arxiv-2501.01234-and-3.xml',
      origin: 'arXiv API, by id: 2501.01234, 2412.01234, 2501.00001, q-bio/0601001',
    },
  ]);
});

test.each([
  [
    'https://huggingface.co/papers/2501.01234',
    'https://h.example/api/papers/2501.01234',
    'huggingface-2501.01234.json',
  ],
  [
    'https://huggingface.co/papers/date/2025-12-08',
    'https://h.example/api/daily_papers?date=2025-12-08',
    'huggingface-2025-12-08.json',
  ],
  [
    'search:"waggle dance" OR &x=1',
    'https://a.example/api?search_query=all%3Awaggle+AND+all%3Adance+AND+all%3AOR+AND+all%3A%26x%3D1&max_results=50&sortBy=relevance',
    'arxiv-search-waggle-dance-or-x-1.xml',
  ],
])('%s', (want, url, file) => {
  expect(make(want).requests).toMatchObject([{ url, file }]);
});

describe('what says nothing to us is told:', () => {
  test.each([
    '',
    'bees',
    'search:',
    'arxiv:bees',
    'https://huggingface.co/models',
    '../x',
    'https://example.org/2501.01234',
  ])('%s', (want) => {
    expect(make(want)).toEqual({ requests: [], unknown: [want] });
  });
});
