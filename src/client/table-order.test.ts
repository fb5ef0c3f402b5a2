import { expect, it } from 'vitest';
import { parseOrder, renderOrder } from './table-order.ts';

const keys = { title: 1, date: 2 };

it.each(['title', '-title', '-date'])('reads %s from an address, and writes it back', (text) => {
  const order = parseOrder(text, keys);
  expect(order && renderOrder(order)).toBe(text);
});

it.each(['', '-', '--title', 'colour', 'constructor'])('reads no order from "%s"', (text) => {
  expect(parseOrder(text, keys)).toBeUndefined();
});
