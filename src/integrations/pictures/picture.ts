// The picture of a page, as SVG: what is shown where somebody links to the page. Pure, but for the fonts.
import { oklchToHex } from '../../core/colour.ts';
import { breakLines, drawText, type Family, loadFamily } from './type.ts';

/** What a picture says. */
export type PictureText = {
  readonly site: string;
  readonly title: string;
  readonly description: string;
  /** The colour of the page by day. */
  readonly paper: string;
  /** The theme of the page, with its hue in degrees. */
  readonly theme?: { readonly title: string; readonly hue: number };
};

const WIDTH = 1200;
const HEIGHT = 630;

const MARGIN = 72;
const ROOM = WIDTH - 2 * MARGIN;
const INK = oklchToHex(0.24, 0.018, 50);
const INK_SOFT = oklchToHex(0.44, 0.02, 55);
/** Sizes of the title in pixels, and the lines that may then have: the largest that fits is taken. */
const TITLES = [
  { size: 84, lines: 2 },
  { size: 68, lines: 3 },
  { size: 56, lines: 4 },
] as const;
const LEADING = 1.14;
const ABOUT = { size: 31, leading: 40 };

let families: { readonly serif: Family; readonly sans: Family } | undefined;

/** Draws the picture. */
export function drawPicture({ site, title, description, paper, theme }: PictureText): string {
  families ??= { serif: loadFamily('newsreader'), sans: loadFamily('schibsted-grotesk') };
  const { serif, sans } = families;
  const colour = theme ? oklchToHex(0.47, 0.125, theme.hue) : INK;
  const { size, lines } = fitTitle(title, serif);
  const top = 230 + (size - 56) * 0.5;
  const bottom = top + (lines.length - 1) * size * LEADING;
  const foot = HEIGHT - MARGIN + 8;
  const room = Math.floor((foot - bottom - 24) / ABOUT.leading);
  const about = room > 0 ? breakLines(description, serif, ABOUT.size, ROOM, Math.min(3, room)) : [];
  const parts = [
    ...(site === title ? [] : [drawLine(site, sans, 26, 108, INK)]),
    ...(theme && theme.title !== title ? [drawLine(theme.title, sans, 26, 146, colour)] : []),
    ...lines.map((text, index) => drawLine(text, serif, size, top + index * size * LEADING, INK)),
    ...about.map((text, index) =>
      drawLine(text, serif, ABOUT.size, foot - (about.length - 1 - index) * ABOUT.leading, INK_SOFT),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${paper}"/><rect x="${MARGIN}" y="44" width="${ROOM}" height="10" fill="${colour}"/>${parts.join('')}</svg>`;
}

function fitTitle(title: string, family: Family): { size: number; lines: string[] } {
  for (const { size, lines: most } of TITLES) {
    const lines = breakLines(title, family, size, ROOM, most + 1);
    if (lines.length <= most) return { size, lines };
  }
  const { size, lines } = TITLES[TITLES.length - 1] ?? TITLES[0];
  return { size, lines: breakLines(title, family, size, ROOM, lines) };
}

function drawLine(text: string, family: Family, size: number, y: number, colour: string): string {
  return `<g transform="translate(${MARGIN} ${Math.round(y)})" fill="${colour}">${drawText(text, family, size)}</g>`;
}
