// The plan of a map: which papers are most alike, and where each stands on a wide and on a narrow screen.
import type { MapPlan } from '../core/map-plan.ts';
import { type Comparable, findRelated } from '../core/related.ts';
import { layOutPapers, type Sheet } from './paper-map-layout.ts';

type Format = Omit<Sheet, 'height'> & {
  /** The height that a survey of some dozens of papers fills. */
  readonly height: number;
  /** The room for a paper (in square units) where there is much of it, and where there is little. */
  readonly roomy: number;
  readonly dense: number;
};

// Dots are at least 24 pixels apart (WCAG 2.2) at the narrowest screen that each format is shown on: 1024 pixels for the
// first, where a unit is 0.84 pixels, and 320 for the second, with 0.78.
const FORMATS: Readonly<Record<'wide' | 'narrow', Format>> = {
  wide: { width: 1120, height: 720, roomy: 13_000, dense: 3000, margin: 44, pitch: 30 },
  narrow: { width: 360, height: 880, roomy: 5200, dense: 2600, margin: 20, pitch: 32 },
};
const LEAST_HEIGHT = 300;
/** Each paper is joined to so many of those that it is most alike. */
const JOINED = 2;

/** The sheet for so many papers: few need little room, some dozens fill a screen, and many stand as densely as they may. */
export function sheetFor(papers: number, screen: keyof typeof FORMATS): Sheet {
  const { width, height, roomy, dense, margin, pitch } = FORMATS[screen];
  const roomyHeight = Math.min(height, (papers * roomy) / width);
  const needed = Math.ceil(Math.max(LEAST_HEIGHT, roomyHeight, (papers * dense) / width));
  return { width, height: needed, margin, pitch };
}

/** Plans the map of some papers; the same papers give the same plan. */
export function planMap(papers: readonly Comparable[]): MapPlan {
  const likenesses = [...findRelated(papers, JOINED)].flatMap(([source, list]) =>
    list.map(({ id, score }) => ({ source, target: id, score })),
  );
  const placeables = papers.map(({ id, themes: [theme = ''] }) => ({ id, theme }));
  const layOut = (screen: keyof typeof FORMATS) =>
    layOutPapers(placeables, likenesses, sheetFor(papers.length, screen));
  return { likenesses, wide: layOut('wide'), narrow: layOut('narrow') };
}
