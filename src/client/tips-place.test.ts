import { expect, test } from 'vitest';
import { placeTip } from './tips-place.ts';

const tip = { width: 200, height: 80 };
const view = { left: 0, top: 1000, width: 400, height: 600 };

test.each([
  ['below the term', { left: 50, top: 1100 }, { left: 50, top: 1120 }],
  ['not beyond the right edge', { left: 350, top: 1100 }, { left: 192, top: 1120 }],
  ['not beyond the left edge', { left: 2, top: 1100 }, { left: 8, top: 1120 }],
  ['above where there is no room below', { left: 50, top: 1560 }, { left: 50, top: 1480 }],
])('%s', (_, term, place) => {
  expect(placeTip({ ...term, width: 60, height: 20 }, tip, view)).toEqual(place);
});

test('below all the same, where the window is too low for either', () => {
  const low = { ...view, height: 90 };
  expect(placeTip({ left: 50, top: 1040, width: 60, height: 20 }, tip, low).top).toBe(1060);
});
