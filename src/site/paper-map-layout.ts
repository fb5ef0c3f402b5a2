// Where each paper stands on the map: those alike near each other, each theme loosely held together.
//
// Cost: a fixed number of steps of a force simulation, each n log n with its quadtree; nothing is compared with all.
import {
  type Force,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Likeness, Place } from '../core/map-plan.ts';

/** The sheet that a map is drawn on, in its own units. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** The least distance from centre to centre of two dots. */
  readonly pitch: number;
};

/** A paper with its primary theme. */
type Placeable = { readonly id: string; readonly theme: string };

type Node = SimulationNodeDatum & Placeable & { x: number; y: number };
type Home = SimulationNodeDatum & { readonly id: string; readonly papers: number; x: number; y: number };
type Link<N extends SimulationNodeDatum> = SimulationLinkDatum<N> & { readonly score: number };

// Chosen by trying some hundreds of combinations on a survey of 62 papers: with these, a paper has half of its four
// most alike among the eight dots around it, and half of these dots are of its theme.
const STEPS = 400;
/** A large survey takes fewer steps, or its map would take longer than all its pages: papers times steps stay below this. */
const MOST_WORK = 80_000;
const LEAST_STEPS = 80;
const PULL = 0.8;
const PUSH = -350;
const LINK_LENGTH = 20;
const HOLD = 0.3;
const CENTRE = 0.04;
const SETTLING = 400;
/** Dots that move less than this in a step have come to rest. */
const AT_REST = 0.005;
/** The angle between one seed of a sunflower and the next: no two papers of a theme begin at the same place. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Lays out the papers, in their order. The same papers give the same places. */
export function layOutPapers(
  papers: readonly Placeable[],
  likenesses: readonly Likeness[],
  sheet: Sheet,
): Place[] {
  const homes = new Map(layOutThemes(papers, likenesses, sheet).map((home) => [home.id, home]));
  const nodes: Node[] = papers.map(({ id, theme }, index) => {
    const home = homes.get(theme) ?? { x: 0, y: 0 };
    const angle = index * GOLDEN_ANGLE;
    return { id, theme, x: home.x + 20 * Math.cos(angle), y: home.y + 20 * Math.sin(angle) };
  });
  const steep = sheet.width / sheet.height;
  forceSimulation(nodes)
    .force('link', linkForce<Node>(likenesses, PULL).distance(LINK_LENGTH))
    .force('charge', forceManyBody().strength(PUSH))
    .force('theme', forceTogether(HOLD))
    .force('x', forceX<Node>(sheet.width / 2).strength(CENTRE))
    .force('y', forceY<Node>(sheet.height / 2).strength(CENTRE * steep))
    .force('collide', forceCollide(sheet.pitch * 0.7))
    .stop()
    .tick(stepsFor(nodes.length, STEPS));
  stretch(nodes, sheet);
  settle(nodes, sheet);
  return nodes.map(({ x, y }) => ({ x: round(x), y: round(y) }));
}

function stepsFor(papers: number, most: number): number {
  return Math.max(LEAST_STEPS, Math.min(most, Math.round(MOST_WORK / Math.max(1, papers))));
}

/** Gives each theme a place to begin from: themes whose papers are alike begin side by side. */
function layOutThemes(
  papers: readonly Placeable[],
  likenesses: readonly Likeness[],
  { width, height }: Sheet,
): Home[] {
  const themeOf = new Map(papers.map(({ id, theme }) => [id, theme]));
  const sizes = new Map<string, number>();
  for (const { theme } of papers) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  const ids = [...sizes.keys()].toSorted();
  const homes: Home[] = ids.map((id, index) => {
    const angle = (2 * Math.PI * index) / ids.length;
    return {
      id,
      papers: sizes.get(id) ?? 0,
      x: width * (0.5 + 0.3 * Math.cos(angle)),
      y: height * (0.5 + 0.3 * Math.sin(angle)),
    };
  });
  const shared = new Map<string, { source: string; target: string; score: number }>();
  for (const { source, target, score } of likenesses) {
    const [a = '', b = ''] = [themeOf.get(source) ?? '', themeOf.get(target) ?? ''].toSorted();
    if (a === b) continue;
    const share = score / Math.sqrt((sizes.get(a) ?? 1) * (sizes.get(b) ?? 1));
    const pair = shared.get(`${a} ${b}`) ?? { source: a, target: b, score: 0 };
    shared.set(`${a} ${b}`, { ...pair, score: pair.score + share });
  }
  const room = Math.sqrt((width * height) / papers.length) / 3;
  forceSimulation(homes)
    .force('link', linkForce<Home>([...shared.values()], 0.5).distance(width * 0.12))
    .force('charge', forceManyBody().strength(-2000))
    .force('x', forceX<Home>(width / 2).strength(0.05))
    .force('y', forceY<Home>(height / 2).strength((0.05 * width) / height))
    .force(
      'collide',
      forceCollide<Home>((home) => Math.sqrt(home.papers) * room),
    )
    .stop()
    .tick(STEPS);
  return homes;
}

/** Draws what is joined together, the most alike with the given strength. */
function linkForce<N extends SimulationNodeDatum & { readonly id: string }>(
  likenesses: readonly Likeness[],
  strength: number,
) {
  const most = likenesses.reduce((score, link) => Math.max(score, link.score), Number.MIN_VALUE);
  // The simulation writes into its links.
  const links = likenesses.map((link) => ({ ...link }));
  return forceLink<N, Link<N>>(links)
    .id(({ id }) => id)
    .strength(({ score }) => (strength * score) / most);
}

/** Draws the papers of a theme to the middle of it, wherever that is. */
function forceTogether(strength: number): Force<Node, undefined> {
  let nodes: readonly Node[] = [];
  const force = (alpha: number) => {
    const sums = new Map<string, { x: number; y: number; papers: number }>();
    for (const { theme, x, y } of nodes) {
      const sum = sums.get(theme) ?? { x: 0, y: 0, papers: 0 };
      sums.set(theme, { x: sum.x + x, y: sum.y + y, papers: sum.papers + 1 });
    }
    for (const node of nodes) {
      const sum = sums.get(node.theme);
      if (!sum) continue;
      node.vx = (node.vx ?? 0) + (sum.x / sum.papers - node.x) * strength * alpha;
      node.vy = (node.vy ?? 0) + (sum.y / sum.papers - node.y) * strength * alpha;
    }
  };
  return Object.assign(force, {
    initialize: (all: Node[]) => {
      nodes = all;
    },
  });
}

/** Stretches the layout to the sheet. */
function stretch(nodes: readonly Node[], { width, height, margin }: Sheet): void {
  for (const [axis, room] of [['x', width] as const, ['y', height] as const]) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const node of nodes) [least, most] = [Math.min(least, node[axis]), Math.max(most, node[axis])];
    for (const node of nodes)
      node[axis] =
        most > least ? margin + ((node[axis] - least) / (most - least)) * (room - 2 * margin) : room / 2;
  }
}

/** Moves dots apart until none is too close to another, and keeps them on the sheet. */
function settle(nodes: Node[], { width, height, margin, pitch }: Sheet): void {
  // A little more than is needed: the simulation comes near to what it is told, and stops short of it.
  const simulation = forceSimulation(nodes)
    .force('collide', forceCollide(pitch / 2 + 1.5).iterations(3))
    .stop();
  for (let step = 0; step < stepsFor(nodes.length, SETTLING); step++) {
    let moved = 0;
    const before = nodes.map(({ x, y }) => ({ x, y }));
    simulation.tick();
    for (const [index, node] of nodes.entries()) {
      node.x = Math.min(width - margin, Math.max(margin, node.x));
      node.y = Math.min(height - margin, Math.max(margin, node.y));
      const { x, y } = before[index] ?? node;
      moved = Math.max(moved, Math.abs(node.x - x), Math.abs(node.y - y));
    }
    if (moved < AT_REST) break;
  }
}

/** A tenth of a pixel is enough for the eye. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
