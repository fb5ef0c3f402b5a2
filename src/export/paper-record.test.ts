import { expect, it } from 'vitest';
import { hive, scouts } from './made-up-papers.ts';
import { addressOf, citedAddressOf, dateOf, keyOf } from './paper-record.ts';

it('leads to the paper itself, never to its code', () => {
  const { arxiv: _, ...published } = scouts;
  expect(addressOf(scouts)).toBe('https://arxiv.org/abs/2501.01234');
  expect(addressOf(published)).toBe(scouts.url);
  expect(addressOf({ ...published, doi: '10.1000/bees(1)' })).toBe('https://doi.org/10.1000/bees(1)');
  const links = [...scouts.links, { label: 'Paper', url: 'https://example.org/paper' }];
  expect(addressOf({ ...published, doi: '10.1000/bees', links })).toBe('https://example.org/paper');
});

it('cites a paper with a venue from where that published it', () => {
  const { venue: _, ...preprint } = scouts;
  const links = [{ label: 'Paper', url: 'https://example.org/paper' }];
  expect(citedAddressOf(scouts)).toBe('https://arxiv.org/abs/2501.01234');
  expect(citedAddressOf({ ...scouts, links })).toBe('https://example.org/paper');
  expect(citedAddressOf({ ...scouts, doi: '10.1000/bees' })).toBe('https://doi.org/10.1000/bees');
  expect(citedAddressOf({ ...preprint, links })).toBe('https://arxiv.org/abs/2501.01234');
});

it('knows of a date what is known', () => {
  expect(dateOf(hive)).toEqual([]);
  expect(dateOf({ published: '2025' })).toEqual(['2025']);
  expect(dateOf({ published: '2025-01' })).toEqual(['2025', '01']);
  expect(dateOf({ published: '2025-01-08', venue: 'Bees' })).toEqual(['2025']);
  expect(dateOf(scouts)).toEqual(['2026']);
});

it('makes a key of the name where there is none', () => {
  expect([keyOf(scouts), keyOf(hive)]).toEqual(['scouts2025', 'oldhive']);
});
