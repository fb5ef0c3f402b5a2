import { expect, test } from 'vitest';
import { nearestPoint } from './paper-map-nearest.ts';

const points = [
  { id: 'left', x: 0, y: 50 },
  { id: 'centre', x: 50, y: 50 },
  { id: 'right', x: 100, y: 55 },
  { id: 'far right', x: 200, y: 50 },
  { id: 'above', x: 55, y: 0 },
  { id: 'aside', x: 60, y: 90 },
];
const centre = { x: 50, y: 50 };

test.each([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'above'],
  ['ArrowDown', 'aside'],
] as const)('%s leads to %s', (direction, id) => {
  expect(nearestPoint(points, centre, direction)?.id).toBe(id);
});

test('at the edge there is nothing more', () => {
  expect(nearestPoint(points, { x: 0, y: 50 }, 'ArrowLeft')).toBeUndefined();
  expect(nearestPoint([], centre, 'ArrowUp')).toBeUndefined();
});
