import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makeTimeline } from './timeline.ts';

const timeline = makeTimeline(bees);

it('has every month from the first paper to the last, and the year where one begins', () => {
  expect(timeline.months.map(({ letter, year }) => [letter, year])).toEqual([
    ['D', '2024'],
    ['J', '2025'],
    ['F', undefined],
  ]);
});

it('says the year again in its middle, but not where it has just been said', () => {
  const entries = bees.entries.map((entry, index) => {
    const published = ['2023-05-08', '2024-02-01', '2025-03-07'][index % 3] ?? '';
    return { ...entry, fields: { ...entry.fields, published } };
  });
  const said = makeTimeline({ ...bees, entries }).months.flatMap(
    ({ year, sameYear }) => year ?? sameYear ?? [],
  );
  expect(said).toEqual(['2023', '2024', '2024', '2025']);
});

it('shows each paper once, in the row of its primary theme', () => {
  expect(timeline.rows.map(({ id, dots }) => [id, dots.map(({ slug }) => slug).toSorted()])).toEqual([
    ['nest-choice', ['old-hive', 'quorum-sensing', 'scout-reports']],
    ['signals', ['stop-signal', 'undated-dance']],
  ]);
});

it('stacks the papers of a month, the newest on top, at least 24 pixels apart', () => {
  const stack = timeline.rows[0]?.dots ?? [];
  expect(new Set(stack.map(({ x }) => x)).size).toBe(1);
  expect(stack.toSorted((a, b) => a.y - b.y)[0]?.slug).toBe('scout-reports');
  const heights = stack.map(({ y }) => y).toSorted((a, b) => a - b);
  expect(heights.slice(1).every((y, index) => y - (heights[index] ?? 0) >= 24)).toBe(true);
});

it('keeps every dot within its row', () => {
  let top = 0;
  for (const { bottom, dots } of timeline.rows) {
    expect(dots.every(({ y }) => y - 12 >= top && y + 12 <= bottom)).toBe(true);
    top = bottom;
  }
  expect(timeline.axis).toBe(top);
});

it('gives papers without a date a column of their own', () => {
  const undated = timeline.rows[1]?.dots.find(({ slug }) => slug === 'undated-dance');
  expect(timeline.undated?.start).toBeGreaterThan(timeline.months.at(-1)?.middle ?? 100);
  // It stands in the middle.
  expect(undated?.x).toBeCloseTo(((timeline.undated?.start ?? 0) + 100) / 2, 0);
});

it('says the same in numbers', () => {
  expect(timeline.columns).toEqual(['2024', '2025', 'undated']);
  expect(timeline.rows.map(({ counts }) => counts)).toEqual([
    [3, 0, 0],
    [0, 1, 1],
  ]);
});

it('is empty, and no error, where there is no paper', () => {
  expect(makeTimeline({ ...bees, entries: [] })).toMatchObject({ months: [], columns: [] });
});

it('shows a dot a year where there are more papers than it may show one by one', () => {
  const { rows, isByPaper } = makeTimeline(bees, 2);
  expect(isByPaper).toBe(false);
  const dots = rows.flatMap((row) => row.dots);
  const papers = dots.map(({ label }) => Number(/: (\d+) papers?$/.exec(label)?.[1]));
  expect(papers.reduce((sum, number) => sum + number)).toBe(bees.entries.length);
  expect(dots.map(({ slug }) => slug)).not.toContain(expect.any(String));
  const most = dots[papers.indexOf(Math.max(...papers))];
  expect(Math.max(...dots.map(({ radius }) => radius))).toBe(most?.radius);
  for (const { x } of dots) expect(x >= 0 && x <= 100).toBe(true);
  expect(new Set(dots.map(({ y }) => y)).size).toBe(rows.filter((row) => row.dots.length > 0).length);
});

it('shows a dot a year where no month of a paper is known, and places it in that year', () => {
  const entries = bees.entries.map((entry) =>
    entry.slug === 'undated-dance' ? { ...entry, fields: { ...entry.fields, issued: '2023' } } : entry,
  );
  const { isByPaper, undated, columns, months, rows } = makeTimeline({ ...bees, entries });
  expect([isByPaper, undated, columns]).toEqual([false, undefined, ['2023', '2024', '2025']]);
  expect(months).toHaveLength(12 + 12 + 2);
  expect(rows[1]?.dots.map(({ label }) => label)).toContain('Signals, 2023: 1 paper');
});

it('places a paper of which the month is known in that month', () => {
  const entries = bees.entries.map((entry) =>
    entry.slug === 'undated-dance' ? { ...entry, fields: { ...entry.fields, issued: '2025-01' } } : entry,
  );
  const { isByPaper, undated, months, rows } = makeTimeline({ ...bees, entries });
  expect([isByPaper, undated]).toEqual([true, undefined]);
  expect(rows[1]?.dots.find(({ slug }) => slug === 'undated-dance')?.x).toBe(months[1]?.middle);
});
