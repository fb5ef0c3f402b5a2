import { expect, test } from 'vitest';
import { findExcess } from './markdown-limits.ts';

test.each([
  ['a long text', `${'bees '.repeat(80_001)}`, 400_000],
  ['marks without end', `a\n${'*a_'.repeat(3000)}`, 2 + 3 * 2000],
  ['dollar signs without end', 'costs $5 '.repeat(5000), 'costs $5 '.length * 4000 + 6],
  ['quotes in quotes', `a\n\n${'> '.repeat(50)}a`, 3],
  ['lists in lists', '- '.repeat(50), 0],
  ['numbered lists in lists', '1. '.repeat(50), 0],
  ['a staircase', Array.from({ length: 50 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'), undefined],
])('%s goes too far', (_, text, offset) => {
  const excess = findExcess(text);
  expect(excess).toBeDefined();
  if (offset !== undefined) expect(excess?.offset).toBe(offset);
});

test.each([
  '',
  '> > a quote\n> > - in a *list*\n',
  '---',
  `| ${'a | '.repeat(100)}`,
  '* * *',
  '-'.repeat(100),
])('%j does not', (text) => {
  expect(findExcess(text)).toBeUndefined();
});
