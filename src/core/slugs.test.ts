import { expect, test } from 'vitest';
import { makeKey, makeSlug } from './slugs.ts';

test.each([
  ['Nest Choice: How Honeybee Swarms Vote', 'nest-choice'],
  ['Hive*: Better Foraging', 'hive-star'],
  ['Bees’ Dance', 'bees-dance'],
  ['Naïve Scouts & Where to Find Them', 'naive-scouts-and-where-to-find-them'],
  [
    'A long title that has no colon at all and goes on well past the limit of sixty',
    'a-long-title-that-has-no-colon-at-all-and-goes-on-well-past',
  ],
  [
    'Measuring how scouts report a nest site and how others with it',
    'measuring-how-scouts-report-a-nest-site-and-how-others',
  ],
  ['蜂', 'untitled'],
  ['../../etc/passwd', 'etc-passwd'],
])('the slug of “%s” is %s', (title, slug) => {
  expect(makeSlug(title)).toBe(slug);
});

test('on a collision more of the title is used, then a number', () => {
  const taken = new Set(['hive']);
  expect(makeSlug('Hive: A Model', taken)).toBe('hive-a-model');
  expect(makeSlug('Hive', taken)).toBe('hive-2');
});

test('keys take three words of the slug and the year, and a letter on a collision', () => {
  expect(makeKey('nest-choice-in-honeybee-swarms', '2025')).toBe('nestchoicein2025');
  expect(makeKey('hive', '2025', new Set(['hive2025']))).toBe('hive2025b');
  expect(makeKey('3d-hives', '2025')).toBe('p3dhives2025');
});
