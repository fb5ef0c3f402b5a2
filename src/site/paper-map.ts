// A map of the papers: near is alike, the colour is the theme. Made at build time, the same from the same content.
//
// Cost: the nearest papers come from an inverted index (core/related.ts); the layout is 300 steps of a force
// simulation with a quadtree, each about n log n.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { type Catalog, compareText } from '../core/catalog.ts';
import { findRelated } from '../core/related.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';
import { shortTitle } from './labels.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';

/** A paper on the map, in pixels. `label` is its short name where there is room for it, to one side of the dot. */
export type MapPoint = {
  readonly paper: PaperSummary;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly label?: 'left' | 'right';
  /** The papers that it is joined to. */
  readonly nearest: readonly string[];
};

/** A faint line between two papers that are alike. */
export type MapLine = {
  readonly from: string;
  readonly to: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

/** The map and what its legend says. */
export type PaperMap = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly MapPoint[];
  readonly lines: readonly MapLine[];
  readonly themes: readonly (ThemeLabel & { readonly count: number })[];
};

const WIDTH = 1120;
const MIN_HEIGHT = 640;
const MARGIN = 40;
/** Papers further than this many papers get a taller map, so that none is too close to another. */
const AREA_PER_PAPER = 11_000;
/** From centre to centre of two dots: WCAG 2.2 asks for targets of 24 pixels. */
const PITCH = 26;
const NEIGHBOURS = 4;
const JOINED = 2;
const STEPS = 300;
const SETTLING = 120;
/** About the width of a letter of a label, and the height of its line. */
const LETTER = 6.4;
const LINE = 15;
const LABEL_GAP = 11;

type Node = SimulationNodeDatum & { readonly id: string; readonly theme: string; x: number; y: number };
type Link = { readonly source: string; readonly target: string; readonly score: number };
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Makes the map. */
export function makePaperMap(catalog: Catalog): PaperMap {
  const { entries, themes, terms } = catalog;
  if (entries.length === 0) throw new Error('There is no paper to put on the map.');
  const find = makeTermFinder(terms);
  const papers = entries.map((entry) => ({
    id: entry.slug,
    text: `${entry.fields.title} ${entry.text}`,
    terms: termsOf(entry, find),
    themes: entry.fields.themes,
  }));
  const related = findRelated(papers, NEIGHBOURS);
  const links = [...related].flatMap(([source, list]) =>
    list.map(({ id, score }) => ({ source, target: id, score })),
  );
  const height = Math.max(MIN_HEIGHT, Math.ceil((entries.length * AREA_PER_PAPER) / WIDTH));
  const nodes = layOut(
    papers.map(({ id, themes: [theme = ''] }) => ({ id, theme })),
    links,
    themes.map(({ id }) => id),
    height,
  );
  const summarize = makeSummarizer(catalog);
  const placed = placeLabels(
    nodes.map((node, index) => ({ ...node, name: shortTitle(entries[index]?.fields.title ?? '') })),
  );
  const nearest = (id: string) => (related.get(id) ?? []).slice(0, JOINED).map((other) => other.id);
  return {
    width: WIDTH,
    height,
    points: entries.map((entry, index) => {
      const node = placed[index];
      return {
        paper: summarize(entry),
        name: node?.name ?? '',
        x: node?.x ?? 0,
        y: node?.y ?? 0,
        ...(node?.label && { label: node.label }),
        nearest: nearest(entry.slug),
      };
    }),
    lines: makeLines(nodes, nearest),
    themes: themes.map((theme) => ({
      ...themeLabel(theme),
      count: entries.filter(({ fields }) => fields.themes[0] === theme.id).length,
    })),
  };
}

/** Lets the papers settle: those alike pull, all push, and each theme is drawn to a place of its own. */
function layOut(
  papers: readonly { readonly id: string; readonly theme: string }[],
  links: readonly Link[],
  themes: readonly string[],
  height: number,
): Node[] {
  const home = (theme: string) => {
    const angle = (2 * Math.PI * themes.indexOf(theme)) / Math.max(1, themes.length) - Math.PI / 2;
    return { x: WIDTH / 2 + Math.cos(angle) * WIDTH * 0.3, y: height / 2 + Math.sin(angle) * height * 0.3 };
  };
  const nodes: Node[] = papers.map(({ id, theme }) => ({ id, theme, ...home(theme) }));
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, Link & SimulationLink>([...links].map((link) => ({ ...link })))
        .id(({ id }) => id)
        .strength(({ score }) => score)
        .distance(60),
    )
    .force('charge', forceManyBody().strength(-160))
    .force('x', forceX<Node>(({ theme }) => home(theme).x).strength(0.07))
    .force('y', forceY<Node>(({ theme }) => home(theme).y).strength(0.1))
    .force('collide', forceCollide(PITCH))
    .stop()
    .tick(STEPS);
  stretchToFit(nodes, height);
  // The room is now what it is: only keep the dots apart, within it.
  const settling = forceSimulation(nodes)
    .force('collide', forceCollide(PITCH / 2 + 1).iterations(4))
    .stop();
  for (let step = 0; step < SETTLING; step++) {
    settling.tick();
    for (const node of nodes) {
      node.x = Math.min(WIDTH - MARGIN, Math.max(MARGIN, node.x));
      node.y = Math.min(height - MARGIN, Math.max(MARGIN, node.y));
    }
  }
  return nodes.map((node) => ({ ...node, x: Math.round(node.x * 10) / 10, y: Math.round(node.y * 10) / 10 }));
}

type SimulationLink = { source: string | Node; target: string | Node };

/** Stretches the layout to the room that there is. */
function stretchToFit(nodes: readonly Node[], height: number): void {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const stretch = (value: number, values: readonly number[], room: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return MARGIN + ((value - least) / (most - least || 1)) * (room - 2 * MARGIN);
  };
  nodes.forEach((node, index) => {
    node.x = stretch(xs[index] ?? 0, xs, WIDTH);
    node.y = stretch(ys[index] ?? 0, ys, height);
  });
}

type Named = Node & { readonly name: string };
type Labelled = Named & { readonly label?: 'left' | 'right' };

/** Gives names to the dots that have room for them, from top to bottom: none covers a dot or another name. */
function placeLabels(nodes: readonly Named[]): Labelled[] {
  const taken: Box[] = nodes.map(({ x, y }) => around(x, y, PITCH / 2));
  const labels = new Map<string, 'left' | 'right'>();
  for (const node of nodes.toSorted((a, b) => a.y - b.y || compareText(a.id, b.id))) {
    for (const side of ['right', 'left'] as const) {
      const box = labelBox(node, side);
      const own = around(node.x, node.y, PITCH / 2);
      const isFree = taken.every((other) => isSame(other, own) || !overlap(box, other));
      if (!isFree || box.left < 0 || box.right > WIDTH) continue;
      labels.set(node.id, side);
      taken.push(box);
      break;
    }
  }
  return nodes.map((node) => {
    const label = labels.get(node.id);
    return { ...node, ...(label && { label }) };
  });
}

function labelBox({ x, y, name }: Named, side: 'left' | 'right'): Box {
  const width = name.length * LETTER;
  const left = side === 'right' ? x + LABEL_GAP : x - LABEL_GAP - width;
  return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function makeLines(nodes: readonly Node[], nearest: (id: string) => readonly string[]): MapLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pairs = new Map<string, MapLine>();
  for (const { id, x, y } of nodes)
    for (const other of nearest(id)) {
      const end = byId.get(other);
      const key = [id, other].toSorted(compareText).join(' ');
      if (end && !pairs.has(key)) pairs.set(key, { from: id, to: other, x1: x, y1: y, x2: end.x, y2: end.y });
    }
  return [...pairs.values()];
}
