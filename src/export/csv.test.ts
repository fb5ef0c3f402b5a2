import { expect, it } from 'vitest';
import { renderCsv } from './csv.ts';

it.each([
  ['plain words', 'bee, no', '"bee, no"\r\n'],
  ['quotes', 'a "bee"', '"a ""bee"""\r\n'],
  ['lines', 'a\nb', '"a\nb"\r\n'],
  ['spaces at the ends', ' bee ', '" bee "\r\n'],
  ['nothing', '', '\r\n'],
])('keeps %s', (_, cell, line) => {
  expect(renderCsv([[cell]])).toBe(line);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '＝1'])('makes no formula of %s', (cell) => {
  expect(renderCsv([[cell]]).replaceAll('"', '')).toBe(`'${cell}\r\n`);
});

it('ends every row with CRLF', () => {
  expect(
    renderCsv([
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toBe('a,b\r\nc,d\r\n');
});
