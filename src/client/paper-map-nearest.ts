// Which of some points is next in a direction: how arrow keys move over a map.

/** A place in the plane; y grows downwards. */
export type Point = { readonly x: number; readonly y: number };
/** Where an arrow key points. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const AXES = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const satisfies Record<Direction, Point>;

/** Leaving the straight line counts this much more than the way along it. */
const SIDEWAYS = 2;

/** The nearest point in a direction, within 45 degrees of it; undefined at the edge. */
export function nearestPoint<P extends Point>(
  points: readonly P[],
  from: Point,
  direction: Direction,
): P | undefined {
  const axis = AXES[direction];
  let best: { point: P; cost: number } | undefined;
  for (const point of points) {
    const [dx, dy] = [point.x - from.x, point.y - from.y];
    const along = dx * axis.x + dy * axis.y;
    const aside = Math.abs(dx * axis.y) + Math.abs(dy * axis.x);
    if (along <= 0 || aside > along) continue;
    const cost = along + SIDEWAYS * aside;
    if (!best || cost < best.cost) best = { point, cost };
  }
  return best?.point;
}
