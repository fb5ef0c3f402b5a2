import { expect, test } from 'vitest';
import type { Machine } from './machine.ts';
import { listSeries, renderPlot } from './plot.ts';
import type { Measured, Values } from './results.ts';

const row = (subject: string, papers: number, values: Values): Measured => ({
  ...{ subject, papers, values, machine: {} as Machine },
});

const build = [row('Conspectus', 1000, { cold: [60] }), row('Conspectus', 10, { cold: [9, 6, 8] })];
const peers = [row('A & B', 10, { cold: [6.1] }), row('A & B', 1000, { cold: [2] })];

test('lines go by the number of papers; several runs are one point', () => {
  expect(listSeries({ build, peers })).toEqual([
    {
      name: 'Conspectus',
      points: [
        [10, 8],
        [1000, 60],
      ],
    },
    {
      name: 'A & B',
      points: [
        [10, 6.1],
        [1000, 2],
      ],
    },
  ]);
  expect(listSeries({})).toEqual([]);
});

test('the picture is whole: a line for each, what it shows in words, both modes', () => {
  const svg = renderPlot(listSeries({ build, peers }));
  expect(svg.match(/class="line"/g)).toHaveLength(2);
  expect(svg.match(/<circle/g)).toHaveLength(4);
  expect(svg).toContain('>A &amp; B</text>');
  expect(svg).toMatch(/<title id="title">[^<]+<\/title>\s*<desc id="desc">[^<]+Conspectus, A &amp; B/);
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test('the axes are logarithmic: equal ratios are equal distances', () => {
  const points = [10, 100, 1000].map((papers) => [papers, papers / 10] as const);
  const svg = renderPlot([{ name: 'bees', points }]);
  const [a = [], b = [], c = []] = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  const step = (from: readonly number[], to: readonly number[], axis: number) =>
    (to[axis] ?? 0) - (from[axis] ?? 0);
  expect(step(a, b, 0)).toBeGreaterThan(0);
  for (const axis of [0, 1]) expect(step(a, b, axis)).toBeCloseTo(step(b, c, axis), 0);
});

test('names of lines that end at the same place do not overlap', () => {
  const all = ['a', 'b', 'c'].map((name) => ({ name, points: [[10, 5] as const, [100, 7] as const] }));
  const heights = [...renderPlot(all).matchAll(/y="([\d.]+)">[abc]<\/text>/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(3);
  for (const [index, y] of heights.slice(1).entries()) expect(y - (heights[index] ?? 0)).toBeGreaterThan(16);
});
