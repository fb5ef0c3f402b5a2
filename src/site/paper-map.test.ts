import { expect, test } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makePaperMap } from './paper-map.ts';

/** Forty papers from the few of the made-up survey, each with words of its own. */
const many = {
  ...bees,
  entries: Array.from({ length: 40 }, (_, index) => {
    const entry = bees.entries[index % bees.entries.length];
    if (!entry) throw new Error('The made-up survey is empty.');
    return {
      ...entry,
      slug: `${entry.slug}-${index}`,
      text: `${entry.text} Site ${index % 7} of colony ${index % 5}.`,
    };
  }),
};

test('every paper is on the map, within it, and no dot covers another', () => {
  const { points, width, height } = makePaperMap(many);
  expect(points).toHaveLength(many.entries.length);
  for (const [index, { x, y }] of points.entries()) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
    for (const other of points.slice(index + 1))
      expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(20);
  }
});

test('the same content gives the same map', () => {
  expect(makePaperMap(many)).toEqual(makePaperMap(many));
});

test('lines join papers that are on the map, each pair once', () => {
  const { points, lines } = makePaperMap(many);
  const slugs = new Set(points.map(({ paper }) => paper.slug));
  for (const { from, to } of lines)
    expect([slugs.has(from), slugs.has(to), from === to]).toEqual([true, true, false]);
  const pairs = lines.map(({ from, to }) => [from, to].toSorted().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
});
