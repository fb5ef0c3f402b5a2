import { describe, expect, test } from 'vitest';
import type { Catalog } from '../core/catalog.ts';
import { bees } from './made-up-catalog.ts';
import { type MapPicture, makePaperMap, sampleNewest } from './paper-map.ts';
import { boxOf } from './paper-map-labels.ts';

/** Papers from the few of the made-up survey, each with words of its own. */
function makeMany(papers: number): Catalog {
  return {
    ...bees,
    entries: Array.from({ length: papers }, (_, index) => {
      const entry = bees.entries[index % bees.entries.length] ?? expect.fail('The made-up survey is empty.');
      return {
        ...entry,
        slug: `${entry.slug}-${index}`,
        text: `${entry.text} Site ${index % 7} of colony ${index % 5}.`,
      };
    }),
  };
}

const many = makeMany(40);
const map = makePaperMap(many);

describe.each([
  ['wide', map.wide, 13.5],
  ['narrow', map.narrow, 14.5],
] as const)('the picture for %s screens', (_, picture: MapPicture, size) => {
  const { dots, lines, width, height } = picture;

  test('has every paper, within it, as far from others as a finger needs', () => {
    expect(dots.map(({ slug }) => slug)).toEqual(many.entries.map(({ slug }) => slug));
    for (const [index, { x, y }] of dots.entries()) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
      for (const other of dots.slice(index + 1))
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(26);
    }
  });

  test('has names that cover neither each other nor a dot, and none that is cut off', () => {
    const boxes = dots.flatMap(({ label }) => (label ? [boxOf(label, { size, letter: 0.54 })] : []));
    expect(boxes.length).toBeGreaterThan(5);
    for (const [index, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(width);
      for (const b of boxes.slice(index + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      for (const { x, y } of dots) expect(x > a.left && x < a.right && y > a.top && y < a.bottom).toBe(false);
    }
  });

  test('joins papers that are on it, each pair once', () => {
    const pairs = lines.map(({ from, to }) => [from.slug, to.slug].toSorted().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(lines.filter(({ from, to }) => from === to)).toEqual([]);
  });
});

test('each theme has a sign of its own', () => {
  const signs = map.themes.map(({ mark }) => `${mark.path} ${mark.isHollow}`);
  expect(new Set(signs).size).toBe(bees.themes.length);
});

test('the same content gives the same map', () => {
  expect(makePaperMap(many)).toEqual(map);
});

test.each([0, 1, 2, 3])('a survey of %d papers has a map', (papers) => {
  const { wide, narrow } = makePaperMap(makeMany(papers));
  expect([wide.dots.length, narrow.dots.length]).toEqual([papers, papers]);
  for (const { x, y } of wide.dots) expect([Number.isFinite(x), Number.isFinite(y)]).toEqual([true, true]);
});

describe('a sample', () => {
  const made = (theme: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      slug: `${theme}-${index}`,
      fields: { title: theme, themes: [theme] },
      body: '',
      text: '',
    }));
  const all = [...made('nests', 60), ...made('dances', 30), ...made('wings', 1)];

  test('is everything where there is room', () => {
    expect(sampleNewest(all, all.length)).toBe(all);
  });

  test('has the newest of each theme, each in proportion', () => {
    const sample = sampleNewest(all, 31);
    expect(sample).toHaveLength(31);
    const newest = (theme: string) =>
      sample.filter(({ fields }) => fields.themes[0] === theme).map(({ slug }) => slug);
    expect(newest('nests')).toEqual(made('nests', 20).map(({ slug }) => slug));
    expect(newest('dances')).toEqual(made('dances', 10).map(({ slug }) => slug));
    expect(newest('wings')).toHaveLength(1);
  });
});
