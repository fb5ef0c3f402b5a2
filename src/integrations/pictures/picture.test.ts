import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { oklchToHex } from '../../core/colour.ts';
import { drawPicture } from './picture.ts';
import { readPictureText } from './picture-work.ts';
import { breakLines, loadFamily } from './type.ts';

const serif = loadFamily('newsreader');

describe('lines', () => {
  test('are broken between words, at the width', () => {
    const lines = breakLines('the waggle dance of the honey bee', serif, 50, 400, 9);
    expect(lines.join(' ')).toBe('the waggle dance of the honey bee');
    expect(lines.length).toBeGreaterThan(1);
  });

  test('beyond the last one are not shown, and one sees that', () => {
    expect(breakLines('the waggle dance of the honey bee', serif, 50, 300, 2).at(-1)).toMatch(/…$/);
  });

  test('hold a word that is wider than they are', () => {
    expect(breakLines('Donaudampfschifffahrt', serif, 50, 100, 3)).toEqual(['Donaudampfschifffahrt']);
  });
});

test.each([
  ['a short title', { title: 'Hive', description: 'Bees.' }],
  ['a long one', { title: 'A very long title of many words '.repeat(12), description: 'words '.repeat(200) }],
  ['letters that no font of ours has', { title: '蜂の巣 → Ångström Łódź <&>', description: '' }],
])('a picture of %s is one that others can draw', async (_, text) => {
  const svg = drawPicture({ site: 'Bees', paper: '#faf7f1', theme: { title: 'Signals', hue: 200 }, ...text });
  const { width, height, format } = await sharp(Buffer.from(svg)).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'svg' });
  // Nothing is written over the edge below.
  const tops = [...svg.matchAll(/<g transform="translate\(72 (\d+)\)"/g)].map(([, y]) => Number(y));
  expect(Math.max(...tops)).toBeLessThan(600);
});

test('a page says in its head what its picture shows; without a picture, nothing', () => {
  const head =
    '<head><meta property="og:image" content="x"><meta property="og:title" content="A &amp; B"><meta property="og:site_name" content="Bees"><meta property="og:description" content="d"><meta property="article:section" content="Signals"><meta name="conspectus:hue" content="200"><meta name="theme-color" content="#faf7f1"><meta name="theme-color" content="#000000"></head>';
  expect(readPictureText(`<html>${head}</html>`)).toEqual({
    site: 'Bees',
    title: 'A & B',
    description: 'd',
    paper: '#faf7f1',
    theme: { title: 'Signals', hue: 200 },
  });
  expect(readPictureText('<html><head><title>x</title></head></html>')).toBeUndefined();
});

test.each([
  [1, 0, 0, '#ffffff'],
  [0, 0, 0, '#000000'],
  [0.627955, 0.257683, 29.2338, '#ff0000'],
  [0.452014, 0.313214, 264.052, '#0000ff'],
])('oklch(%d %d %d) is %s', (lightness, chroma, hue, hex) => {
  expect(oklchToHex(lightness, chroma, hue)).toBe(hex);
});
