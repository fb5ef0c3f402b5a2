// Where names stand on the map: each beside its dot, where it covers neither a dot nor another name.
import type { Place } from '../core/map-plan.ts';

/** A rectangle of the sheet. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** How text is drawn: the size of its letters, and the space that it takes. */
export type Type = {
  readonly size: number;
  /** About the width of a small letter, as a share of the size; rather too wide than too narrow. */
  readonly letter: number;
};

/** Where a text begins, ends or has its middle, on its base line. */
export type Label = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

/** Which parts of a sheet are taken. A look-up sees only the neighbourhood, however much is on the sheet. */
export type Room = {
  readonly isFree: (box: Box) => boolean;
  readonly take: (box: Box) => void;
};

const CELL = 64;

/** Makes an empty sheet. */
export function makeRoom(width: number, height: number): Room {
  const cells = new Map<string, Box[]>();
  const keys = function* ({ left, top, right, bottom }: Box) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
        yield `${column} ${row}`;
  };
  const isWithin = (box: Box) => box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
  return {
    isFree: (box) =>
      isWithin(box) && [...keys(box)].every((key) => !cells.get(key)?.some((other) => overlap(box, other))),
    take: (box) => {
      for (const key of keys(box)) cells.set(key, [...(cells.get(key) ?? []), box]);
    },
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The square around a place. */
export function around({ x, y }: Place, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** By so much of the size a capital is wider than a small letter, and so much is free on both sides of a text. */
const CAPITAL = 0.15;
const SPACE = 0.12;

/** The space that a label takes. */
export function boxOf({ text, x, y, anchor }: Label, { size, letter }: Type): Box {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const width = size * (text.length * letter + capitals * CAPITAL);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const space = size * SPACE;
  return { left: left - space, top: y - size * 0.9, right: left + width + space, bottom: y + size * 0.3 };
}

/** Names a dot on the first side of it that is free: right, left, below, above. */
export function labelDot(dot: Place, text: string, gap: number, type: Type, room: Room): Label | undefined {
  const middle = dot.y + type.size * 0.34;
  const sides: readonly Label[] = [
    { text, x: dot.x + gap, y: middle, anchor: 'start' },
    { text, x: dot.x - gap, y: middle, anchor: 'end' },
    { text, x: dot.x, y: dot.y + gap + type.size * 0.8, anchor: 'middle' },
    { text, x: dot.x, y: dot.y - gap - type.size * 0.15, anchor: 'middle' },
  ];
  return takeFirst(sides, type, room);
}

/** How far from the middle of its papers the name of a theme may stand, and how finely that is tried. */
const RINGS = 14;
const RING = 12;
const DIRECTIONS = 16;

/** Names a region at the free place that is nearest to the middle of it. */
export function labelRegion(middle: Place, text: string, type: Type, room: Room): Label | undefined {
  const places = Array.from({ length: RINGS * DIRECTIONS }, (_, index): Label => {
    const radius = Math.floor(index / DIRECTIONS) * RING;
    const angle = (2 * Math.PI * (index % DIRECTIONS)) / DIRECTIONS - Math.PI / 2;
    return {
      text,
      x: Math.round(middle.x + radius * Math.cos(angle) * 1.6),
      y: Math.round(middle.y + radius * Math.sin(angle) + type.size * 0.3),
      anchor: 'middle',
    };
  });
  return takeFirst(places, type, room);
}

function takeFirst(labels: readonly Label[], type: Type, room: Room): Label | undefined {
  const label = labels.find((candidate) => room.isFree(boxOf(candidate, type)));
  if (label) room.take(boxOf(label, type));
  return label;
}
