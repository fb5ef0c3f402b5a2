// Text as outlines: a picture made from them looks the same on every machine, whatever fonts it has.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** A family: the file of its Latin letters, then the one for those that the first lacks. */
export type Family = readonly fontkit.Font[];

const require = createRequire(import.meta.url);

/** The fonts of the site, as they come from their packages. */
export function loadFamily(name: 'newsreader' | 'schibsted-grotesk'): Family {
  return ['latin', 'latin-ext'].map((subset) => {
    const file = require.resolve(`@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`);
    // A file of one font, not a collection.
    return fontkit.create(readFileSync(file)) as fontkit.Font;
  });
}

/** Outlines of a text in one line, as SVG, from 0, 0 on its base line. Characters that no font has are left out. */
export function drawText(text: string, family: Family, size: number): string {
  let x = 0;
  let svg = '';
  for (const { font, run } of splitByFont(text, family)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run);
    glyphs.forEach((glyph, index) => {
      // Fonts count upwards, pictures downwards.
      svg += `<path transform="translate(${round(x)} 0) scale(${scale} ${-scale})" d="${outlineOf(glyph)}"/>`;
      x += (positions[index]?.xAdvance ?? 0) * scale;
    });
  }
  return svg;
}

const outlines = new WeakMap<fontkit.Glyph, string>();

/** Each letter is asked for many times. */
function outlineOf(glyph: fontkit.Glyph): string {
  const outline = outlines.get(glyph) ?? glyph.path.toSVG();
  outlines.set(glyph, outline);
  return outline;
}

function widthOf(text: string, family: Family, size: number): number {
  return splitByFont(text, family).reduce(
    (sum, { font, run }) => sum + (font.layout(run).advanceWidth * size) / font.unitsPerEm,
    0,
  );
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Breaks a text into lines of at most `width` pixels, and no more than `most`: the last one then ends with "…". */
export function breakLines(
  text: string,
  family: Family,
  size: number,
  width: number,
  most: number,
): string[] {
  const lines: string[] = [];
  const space = widthOf(' ', family, size);
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wordWidth = widthOf(word, family, size);
    if (line !== '' && used + space + wordWidth > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? wordWidth : used + space + wordWidth;
    line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

function splitByFont(text: string, family: Family): { font: fontkit.Font; run: string }[] {
  const runs: { font: fontkit.Font; run: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const font = family.find((one) => one.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    const last = runs.at(-1);
    if (font && last?.font === font) last.run += character;
    else if (font) runs.push({ font, run: character });
  }
  return runs;
}
