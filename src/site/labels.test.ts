import { describe, expect, it } from 'vitest';
import {
  authorsLabel,
  dateLabel,
  extentLine,
  papersLine,
  shortAuthorsLabel,
  shortDateLabel,
  shortTitle,
  yearOf,
} from './labels.ts';

const fields = { title: 'Scouts', themes: ['nest'] };

describe('what a source does not give is said', () => {
  it.each([
    [{ authors: ['Ada Byron', 'Grace Hopper', 'Mary Ward'] }, 'Ada Byron, Grace Hopper and Mary Ward'],
    [{ authorCount: 6 }, '6 authors'],
    [{ authorCount: 1 }, '1 author'],
    [{}, 'authors not in the listing'],
  ])('authors of %j', (given, text) => {
    expect(authorsLabel({ ...fields, ...given })).toBe(text);
  });

  it.each([
    [{ authors: ['Ada Byron'] }, 'Ada Byron'],
    [{ authors: ['Ada Byron', 'Mary Ward'] }, 'Ada Byron and Mary Ward'],
    [{ authors: ['Ada Byron', 'Grace Hopper', 'Mary Ward'] }, 'Ada Byron and 2 others'],
    [{ authorCount: 6 }, '6 authors'],
    [{}, undefined],
  ])('authors of a reference to %j', (given, text) => {
    expect(shortAuthorsLabel({ ...fields, ...given })).toBe(text);
  });

  it.each([
    [['2025-01-08', '2024-05', undefined], '3 papers, May 2024 to January 2025'],
    [['2025-01-08', '2025-01'], '2 papers, January 2025'],
    [['2024', undefined], '2 papers, 2024'],
    [[undefined], '1 paper'],
  ])('papers of %j', (days, text) => {
    expect(papersLine(days)).toBe(text);
  });

  it('dates', () => {
    expect(dateLabel({ ...fields, published: '2025-01-08' })).toEqual({
      iso: '2025-01-08',
      text: '8 January 2025',
    });
    expect(dateLabel(fields)).toEqual({ text: 'date not in the listing' });
    expect(shortDateLabel(fields)).toEqual({ text: 'undated' });
    expect(dateLabel({ ...fields, issued: '2021-03' })).toEqual({ iso: '2021-03', text: 'March 2021' });
    expect(shortDateLabel({ ...fields, issued: '2021' })).toEqual({ iso: '2021', text: '2021' });
    expect(yearOf({ ...fields, issued: '2021-03' })).toBe('2021');
    expect([yearOf({ ...fields, published: '2025-01-08' }), yearOf(fields)]).toEqual(['2025', 'undated']);
  });
});

it('says how large a survey is', () => {
  expect(extentLine({ papers: 62, from: 'May 2024', to: 'November 2025' })).toBe(
    '62 papers, May 2024 to November 2025',
  );
  expect(extentLine({ papers: 1 })).toBe('1 paper');
  expect(extentLine({ papers: 3, from: '2021', to: '2021' })).toBe('3 papers, 2021');
});

it.each([
  ['Nest Choice: How Swarms Vote', 'Nest Choice'],
  ['Swarms', 'Swarms'],
  ['START: How Bees Set Out', 'START: How Bees Set Out'],
  [
    'On the many ways in which honeybees choose where they live',
    'On the many ways in which honeybees choose\u00A0…',
  ],
])('shortens the title “%s”', (title, short) => {
  expect(shortTitle(title)).toBe(short);
});
