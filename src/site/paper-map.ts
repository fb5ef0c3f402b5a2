// A map of the papers: near is alike, colour and shape are the theme. Made at build time, the same from the same
// content, once for wide screens and once for narrow ones.
//
// Cost: the most alike papers come from an inverted index (core/related.ts); places and names look at their
// neighbourhood only (paper-map-layout.ts, paper-map-labels.ts). Nothing is quadratic in the number of papers, and a map
// shows no more of them than a page holds: of a large survey a sample, and each theme on a map of its own.

import { symbol, symbolsFill } from 'd3-shape';
import { type Catalog, compareText } from '../core/catalog.ts';
import type { Likeness, MapPlan, Place } from '../core/map-plan.ts';
import { oncePer } from '../core/once.ts';
import { type Comparable, comparablesOf } from '../core/related.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Theme } from '../core/schema/theme.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { shortTitle } from './labels.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { around, type Label, labelDot, labelRegion, makeRoom, type Type } from './paper-map-labels.ts';
import type { Sheet } from './paper-map-layout.ts';
import { planMap, sheetFor } from './paper-map-plan.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';

/** A paper of the map; `nearest` are those that it is most alike, the most alike first. */
export type MapPaper = {
  readonly paper: PaperSummary;
  readonly name: string;
  readonly nearest: readonly { readonly slug: string; readonly name: string }[];
};

/** The sign of a theme, as a path around 0, 0; hollow where the shapes have run out. */
export type MapMark = { readonly path: string; readonly isHollow: boolean };
/** A theme with its sign and the number of its papers. */
export type MapTheme = ThemeLabel & { readonly count: number; readonly mark: MapMark };

/** A paper in a picture; `label` is its name, where there is room for it. */
export type MapDot = Place & {
  readonly slug: string;
  readonly title: string;
  readonly theme: MapTheme;
  readonly label?: Label;
};

/** A line between two papers that are alike. */
export type MapLine = { readonly from: MapDot; readonly to: MapDot };
/** The ground of a theme (the middle line of a broad stroke) and where its name stands. */
export type MapRegion = { readonly theme: MapTheme; readonly ground: string; readonly label?: Label };

/** A map as drawn. */
export type MapPicture = Sheet & {
  readonly dots: readonly MapDot[];
  readonly lines: readonly MapLine[];
  readonly regions: readonly MapRegion[];
};

/** The map, for wide and for narrow screens, and what stands beside it. */
export type PaperMap = {
  readonly wide: MapPicture;
  readonly narrow: MapPicture;
  readonly papers: readonly MapPaper[];
  readonly themes: readonly MapTheme[];
  /** How many papers there are; more than are shown where it is a sample. */
  readonly total: number;
};

/** How names are written on a screen. */
type Lettering = {
  /** How much of a name is shown. */
  readonly letters: number;
  readonly type: Type;
  readonly themeType: Type;
};

// At least 11 pixels high at the narrowest screen that each is for (paper-map-plan.ts).
const WIDE: Lettering = {
  letters: 30,
  type: { size: 13.5, letter: 0.54 },
  themeType: { size: 26, letter: 0.47 },
};
const NARROW: Lettering = {
  letters: 18,
  type: { size: 14.5, letter: 0.54 },
  themeType: { size: 25, letter: 0.47 },
};
/** The area of a mark. */
const MARK_AREA = 150;
const LABEL_GAP = 12;
const DOT_RADIUS = 9;

/**
 * Whether a survey has a map for each theme: where one map cannot show all papers. Otherwise that map has all there is.
 */
export function hasThemeMaps({ entries }: Catalog): boolean {
  return entries.length > PAGE_SIZES.map;
}

/** The themes that have a map of their own. */
export function themesWithMaps(catalog: Catalog): Theme[] {
  const used = new Set(catalog.entries.map(({ fields }) => fields.themes[0]));
  return hasThemeMaps(catalog) ? catalog.themes.filter(({ id }) => used.has(id)) : [];
}

/** What each map of a survey is planned from, by the id of its theme, and '' for that of all themes. */
export function listMaps(catalog: Catalog): Map<string, Comparable[]> {
  const themes = [undefined, ...themesWithMaps(catalog).map(({ id }) => id)];
  return new Map(themes.map((theme) => [theme ?? '', comparablesOn(catalog, selectForMap(catalog, theme))]));
}

function comparablesOn({ terms }: Catalog, { entries }: MapSelection): Comparable[] {
  return comparablesOf({ entries, terms });
}

/** What a map is made from: its papers, its themes, and how many papers there are. */
export type MapSelection = Pick<PaperMap, 'themes' | 'total'> & { readonly entries: readonly Entry[] };

/** Selects what is on the map of a survey, or of the papers that have one theme as their primary one. */
export function selectForMap(catalog: Catalog, theme?: string): MapSelection {
  const all = theme === undefined ? catalog.entries : (byPrimary(catalog).get(theme) ?? []);
  return {
    entries: sampleNewest(all, PAGE_SIZES.map),
    themes: makeThemes(catalog).filter(({ id }) => theme === undefined || id === theme),
    total: all.length,
  };
}

const byPrimary = oncePer(({ entries }: Catalog) => Map.groupBy(entries, ({ fields }) => fields.themes[0]));

/** Makes the map of a survey, or of one theme, by its plan, where somebody has that already. */
export function makePaperMap(catalog: Catalog, theme?: string, known?: MapPlan): PaperMap {
  const selection = selectForMap(catalog, theme);
  const { entries, themes, total } = selection;
  const plan = known ?? planMap(comparablesOn(catalog, selection));
  const names = new Map(entries.map(({ slug, fields }) => [slug, shortTitle(plainFormulas(fields.title))]));
  const nearest = Map.groupBy(plan.likenesses, ({ source }) => source);
  const summarize = makeSummarizer(catalog);
  const papers = entries.map((entry) => ({
    paper: summarize(entry),
    name: names.get(entry.slug) ?? '',
    nearest: (nearest.get(entry.slug) ?? []).map(({ target }) => ({
      slug: target,
      name: names.get(target) ?? '',
    })),
  }));
  const drawOn = (screen: 'wide' | 'narrow', lettering: Lettering) =>
    draw(
      { papers, themes, likenesses: plan.likenesses, places: plan[screen] },
      sheetFor(papers.length, screen),
      lettering,
    );
  return { wide: drawOn('wide', WIDE), narrow: drawOn('narrow', NARROW), papers, themes, total };
}

/** At most `most` entries: the newest of each theme, of each as large a share as it has of all. */
export function sampleNewest(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  const byTheme = Map.groupBy(entries, ({ fields }) => fields.themes[0]);
  const ranks = [...byTheme.values()].flatMap((own) =>
    own.map((entry, index) => ({ entry, rank: index / own.length })),
  );
  const chosen = new Set(
    ranks
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ entry }) => entry),
  );
  return entries.filter((entry) => chosen.has(entry));
}

/** Themes with a shape each; after the last shape they begin again, hollow. */
const makeThemes = oncePer(({ themes, entries }: Catalog): readonly MapTheme[] => {
  const counts = new Map<string, number>();
  for (const { fields } of entries) {
    const id = fields.themes[0] ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return themes
    .map((theme, index) => ({
      ...themeLabel(theme),
      count: counts.get(theme.id) ?? 0,
      mark: {
        path: symbol(symbolsFill[index % symbolsFill.length], MARK_AREA)() ?? '',
        isHollow: Math.floor(index / symbolsFill.length) % 2 === 1,
      },
    }))
    .filter(({ count }) => count > 0);
});

/** What is drawn: papers and, in their order, their places. */
type Drawn = {
  readonly papers: readonly MapPaper[];
  readonly themes: readonly MapTheme[];
  readonly likenesses: readonly Likeness[];
  readonly places: readonly Place[];
};

function draw({ papers, themes, likenesses, places }: Drawn, sheet: Sheet, lettering: Lettering): MapPicture {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const bare = papers.flatMap(({ paper, name }, index) => {
    const theme = byId.get(paper.themes[0]?.id ?? '');
    const place = places[index];
    return theme && place ? [{ slug: paper.slug, title: paper.title, name, theme, ...place }] : [];
  });
  const room = makeRoom(sheet.width, sheet.height);
  for (const dot of bare) room.take(around(dot, DOT_RADIUS));
  const regionLabels = labelRegions(bare, themes, sheet.pitch, lettering, room);
  const labels = labelDots(bare, lettering, room);
  const dots = bare.map(({ name: _, ...dot }): MapDot => {
    const label = labels.get(dot.slug);
    return { ...dot, ...(label && { label }) };
  });
  const lines = join(dots, likenesses);
  return { ...sheet, dots, lines, regions: makeRegions(dots, lines, themes, regionLabels) };
}

type BareDot = Omit<MapDot, 'label'> & { readonly name: string };
type Room = ReturnType<typeof makeRoom>;

/** Names that are short get their room first: so most dots have one. */
function labelDots(dots: readonly BareDot[], { letters, type }: Lettering, room: Room): Map<string, Label> {
  const texts = dots.map((dot) => ({ dot, text: cut(dot.name, letters) }));
  const order = texts.toSorted(
    (a, b) => a.text.length - b.text.length || compareText(a.dot.slug, b.dot.slug),
  );
  const labels = new Map<string, Label>();
  for (const { dot, text } of order) {
    const label = labelDot(dot, text, LABEL_GAP, type, room);
    if (label) labels.set(dot.slug, label);
  }
  return labels;
}

/** Shortens a name to its first words. */
function cut(name: string, letters: number): string {
  if (name.length <= letters) return name;
  const start = name.slice(0, letters);
  const end = start.lastIndexOf(' ');
  // No line begins with the dots.
  return `${(end > 0 ? start.slice(0, end) : start).replace(/[\s,;:–—-]+$/, '')}\u00A0…`;
}

/** Themes are named where most of their papers are, the largest first. */
function labelRegions(
  dots: readonly BareDot[],
  themes: readonly MapTheme[],
  pitch: number,
  { themeType }: Lettering,
  room: Room,
): Map<string, Label> {
  const byTheme = Map.groupBy(dots, ({ theme }) => theme.id);
  const labels = new Map<string, Label>();
  for (const { id, short } of themes.toSorted((a, b) => b.count - a.count)) {
    const middle = densest(byTheme.get(id) ?? [], pitch * 5);
    const label = middle && labelRegion(middle, short, themeType, room);
    if (label) labels.set(id, label);
  }
  return labels;
}

/** The middle of the square of a grid, with those around it, that holds the most places. */
function densest(places: readonly Place[], size: number): Place | undefined {
  const squares = new Map<string, Place[]>();
  const half = size / 2;
  // Squares overlap by half, so that no border divides a crowd.
  for (const place of places)
    for (const column of [0, 1])
      for (const row of [0, 1]) {
        const key = `${Math.floor(place.x / half) - column} ${Math.floor(place.y / half) - row}`;
        squares.set(key, [...(squares.get(key) ?? []), place]);
      }
  let best: readonly Place[] = [];
  for (const square of squares.values()) if (square.length > best.length) best = square;
  if (best.length === 0) return undefined;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / best.length;
  return { x: mean(best.map(({ x }) => x)), y: mean(best.map(({ y }) => y)) };
}

/** A line for each pair, whichever of the two is more alike to the other. */
function join(dots: readonly MapDot[], likenesses: readonly Likeness[]): MapLine[] {
  const bySlug = new Map(dots.map((dot) => [dot.slug, dot]));
  const pairs = new Map<string, MapLine>();
  for (const { source, target } of likenesses) {
    const [from, to] = [bySlug.get(source), bySlug.get(target)];
    const key = [source, target].toSorted(compareText).join(' ');
    if (from && to && !pairs.has(key)) pairs.set(key, { from, to });
  }
  return [...pairs.values()];
}

/** A theme's ground runs around its dots and along its short lines: farther ones would cross the ground of others. */
function makeRegions(
  dots: readonly MapDot[],
  lines: readonly MapLine[],
  themes: readonly MapTheme[],
  labels: ReadonlyMap<string, Label>,
): MapRegion[] {
  const ownDots = Map.groupBy(dots, ({ theme }) => theme.id);
  const ownLines = Map.groupBy(lines, ({ from, to }) => (from.theme === to.theme ? from.theme.id : ''));
  return themes.map((theme) => {
    const label = labels.get(theme.id);
    const bridges = (ownLines.get(theme.id) ?? []).filter(
      ({ from, to }) => Math.hypot(from.x - to.x, from.y - to.y) < LONGEST_BRIDGE,
    );
    // A line of no length with round ends is a disc.
    const ground =
      (ownDots.get(theme.id) ?? []).map(({ x, y }) => `M${x} ${y}h0`).join('') +
      bridges.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('');
    return { theme, ground, ...(label && { label }) };
  });
}

const LONGEST_BRIDGE = 170;
