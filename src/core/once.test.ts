import { expect, test, vi } from 'vitest';
import { onceInARow, oncePer } from './once.ts';

test('of the same object it is made once', () => {
  const make = vi.fn(({ name }: { name: string }) => name.toUpperCase());
  const known = oncePer(make);
  const [ant, bee] = [{ name: 'ant' }, { name: 'bee' }];
  expect([known(ant), known(bee), known(ant)]).toEqual(['ANT', 'BEE', 'ANT']);
  expect(make).toHaveBeenCalledTimes(2);
});

test('only what was made last is remembered, and nothing before anything was made', () => {
  const make = vi.fn((name: string | undefined) => name ?? 'nobody');
  const known = onceInARow(make);
  expect([known(undefined), known('bee'), known('bee'), known(undefined)]).toEqual([
    'nobody',
    'bee',
    'bee',
    'nobody',
  ]);
  expect(make).toHaveBeenCalledTimes(3);
});
