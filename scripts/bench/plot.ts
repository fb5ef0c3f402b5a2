// The seconds that builds take by the number of papers, as a picture in SVG: both axes are logarithmic.
import { scaleLog } from 'd3-scale';
import { escapeXml } from '../../src/export/xml.ts';
import { median, OURS, type Results, type Row } from './results.ts';

/** A line of the plot: its points are papers and seconds. */
export type Series = { readonly name: string; readonly points: readonly (readonly [number, number])[] };

/** The picture, the frame of the lines in it, and where their names begin: pixels. */
const [WIDTH, HEIGHT] = [800, 480];
const [LEFT, RIGHT, TOP, BOTTOM, NAMES] = [70, 570, 48, 424, 604];
/** Least distance of two names, in pixels: a line of text. */
const LINE = 20;
/** Each line has its own dashes, for those who see no colours; colours are legible on the ground of each mode. */
const LOOKS = [
  { light: '#0b5cad', dark: '#7db8ff', dashes: '' },
  { light: '#0b5cad', dark: '#7db8ff', dashes: '8 5' },
  { light: '#0b5cad', dark: '#7db8ff', dashes: '2 5' },
  { light: '#a63603', dark: '#ffab70', dashes: '' },
  { light: '#6b2fa0', dark: '#cfa8ff', dashes: '10 4 2 4' },
  { light: '#1b6e3c', dark: '#7ee2a0', dashes: '14 4' },
] as const;

/** The lines of the plot: our three kinds of builds, and the cold ones of peers; of several runs the median. */
export function listSeries({ build = [], peers = [] }: Results): Series[] {
  const series = (name: string, rows: readonly Row[], of: string): Series => ({
    name,
    points: rows
      .flatMap(({ papers, values }) => {
        const seconds = median(values[of] ?? []);
        return seconds === undefined ? [] : [[papers, seconds] as const];
      })
      .toSorted(([a], [b]) => a - b),
  });
  return [
    series(OURS, build, 'cold'),
    series('one entry changed', build, 'oneChanged'),
    series('nothing changed', build, 'unchanged'),
    ...[...Map.groupBy(peers, ({ subject }) => subject)].map(([name, rows]) => series(name, rows, 'cold')),
  ].filter(({ points }) => points.length > 0);
}

/** Where papers and seconds stand in the picture. */
type Scales = { readonly x: (papers: number) => number; readonly y: (seconds: number) => number };

/** Renders lines as a picture that is legible in light and dark mode; nothing where there are none. */
export function renderPlot(all: readonly Series[]): string {
  const points = all.flatMap((series) => series.points);
  if (points.length === 0) return '';
  const sizes = [...new Set(points.map(([papers]) => papers))];
  const seconds = spanOf(points.map(([, seconds]) => seconds));
  const x = scaleLog(spanOf(sizes), [LEFT, RIGHT]);
  const y = scaleLog(seconds, [BOTTOM, TOP]);
  const scales: Scales = { x: (papers) => round(x(papers)), y: (value) => round(y(value)) };
  const labels = spreadOut(all.map((series) => y(series.points.at(-1)?.[1] ?? 1)));
  const names = escapeXml(all.map(({ name }) => name).join(', '));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">Seconds of a build by the number of papers</title>
<desc id="desc">Both axes are logarithmic. Lines: ${names}. The tables of docs/performance.md have the figures.</desc>
<style>${STYLE}</style>
<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>
<text x="${LEFT}" y="26">Seconds of a build</text>
<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">papers</text>
${renderGrid(scales, sizes, powersWithin(seconds))}
${all.map((series, index) => renderLine(scales, series, index % LOOKS.length, labels[index] ?? 0)).join('\n')}
</svg>
`;
}

function renderGrid({ x, y }: Scales, sizes: readonly number[], seconds: readonly number[]): string {
  const columns = sizes.map(
    (papers) => `<path class="grid" d="M${x(papers)} ${TOP}V${BOTTOM}"/>
<text x="${x(papers)}" y="${BOTTOM + 22}" text-anchor="middle">${papers.toLocaleString('en')}</text>`,
  );
  const rows = seconds.map(
    (value) => `<path class="grid" d="M${LEFT} ${y(value)}H${RIGHT}"/>
<text x="${LEFT - 10}" y="${round(y(value) + 5)}" text-anchor="end">${value} s</text>`,
  );
  return [...columns, ...rows].join('\n');
}

/** A line with its points, and its name beside it, at a height where there is room. */
function renderLine({ x, y }: Scales, { name, points }: Series, look: number, label: number): string {
  const places = points.map(([papers, seconds]) => [x(papers), y(seconds)] as const);
  const [endX = 0, endY = 0] = places.at(-1) ?? [];
  const circles = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4"/>`);
  return `<g class="line-${look}"><path class="line" d="M${places.map((place) => place.join(' ')).join('L')}"/>
${circles.join('')}
<path class="pointer" d="M${round(endX + 6)} ${endY}L${NAMES - 6} ${round(label)}"/>
<text x="${NAMES}" y="${round(label + 5)}">${escapeXml(name)}</text></g>`;
}

const colours = (mode: 'light' | 'dark') =>
  LOOKS.map((look, index) => `.line-${index}{--colour:${look[mode]}}`).join('');
const STYLE = `text{font:16px system-ui,sans-serif;fill:#1f2328}.ground{fill:#fff}.grid{stroke:#d1d9e0;fill:none}
.line{stroke:var(--colour);stroke-width:2.5;fill:none}circle,g text{fill:var(--colour)}.pointer{stroke:var(--colour);opacity:.4}
${LOOKS.map(({ dashes }, index) => `.line-${index} .line{stroke-dasharray:${dashes || 'none'}}`).join('')}${colours('light')}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.ground{fill:#0d1117}.grid{stroke:#3d444d}${colours('dark')}}`;

/** From a little below the least to a little above the greatest: of 62 and 1000, 50 to 1250. */
function spanOf(values: readonly number[]): [number, number] {
  return [Math.min(...values) / 1.25, Math.max(...values) * 1.25];
}

/** The powers of ten in a span, so that an axis has something to go by: from 0.2 to 30 they are 1 and 10. */
function powersWithin([least, greatest]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(least)) + 1;
  const last = Math.floor(Math.log10(greatest));
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
  return powers.length > 0 ? powers : [Math.round(greatest)];
}

/** Moves heights apart, downwards, so that no two names overlap; their order stays. */
function spreadOut(heights: readonly number[]): number[] {
  const spread = [...heights];
  let next = TOP;
  for (const [index, height] of [...heights.entries()].toSorted(([, a], [, b]) => a - b)) {
    spread[index] = Math.max(height, next);
    next = (spread[index] ?? 0) + LINE;
  }
  return spread;
}

/** Tenths of a pixel are enough. */
function round(place: number): number {
  return Math.round(place * 10) / 10;
}
