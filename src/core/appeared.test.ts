import { expect, it } from 'vitest';
import { appearedOn } from './appeared.ts';

it('a day is preferred to a month', () => {
  expect(appearedOn({ published: '2025-01-08', issued: '2025-01' })).toBe('2025-01-08');
  expect([appearedOn({ issued: '2025' }), appearedOn({})]).toEqual(['2025', undefined]);
});
