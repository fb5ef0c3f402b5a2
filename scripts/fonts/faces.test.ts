// The files of src/fonts/ are what src/styles/fonts.css says: make.ts was run since it was changed.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { lettersOf, readFaces } from './faces.ts';

const styles = new URL('../../src/styles/', import.meta.url);
const faces = readFaces(await readFile(new URL('fonts.css', styles), 'utf8'));
const { resolve } = createRequire(import.meta.url);

async function open(file: URL | string) {
  const font = create(await readFile(file));
  if (!('characterSet' in font)) throw new Error(`${file} holds several fonts.`);
  return font;
}

test('three faces have files of ours, for common letters and for rare ones', () => {
  expect(faces.map(({ file }) => file)).toEqual(
    ['newsreader-normal', 'newsreader-italic', 'schibsted-grotesk-normal'].flatMap((name) => [
      `../fonts/${name}-rare.woff2`,
      `../fonts/${name}-common.woff2`,
    ]),
  );
});

test.each(faces)('$file has its letters, its weights and the version of the package', async (face) => {
  const [made, source] = await Promise.all([open(new URL(face.file, styles)), open(resolve(face.source))]);
  const wanted = new Set(face.letters);
  // HarfBuzz leaves a letter more, whose glyph is needed for others.
  const has = ({ characterSet }: typeof made) => new Set(characterSet.filter((letter) => wanted.has(letter)));
  expect(has(made)).toEqual(has(source));
  expect(has(made).size).toBeGreaterThan(90);
  expect(made.variationAxes).toMatchObject({ wght: face.weights });
  expect(made.subfamilyName).toBe(source.subfamilyName);
  expect(made.copyright).toBe(source.copyright);
});

test('each letter of the package is in a file', async () => {
  const css = await readFile(resolve('@fontsource-variable/newsreader/wght.css'), 'utf8');
  const latin = css.split('@font-face').find((rule) => rule.includes('/newsreader-latin-wght')) ?? '';
  const ours = faces.filter(({ source }) => source.includes('newsreader-latin-wght-normal'));
  const printed = lettersOf(latin).filter((letter) => letter >= 0x20 && !(letter > 0x7e && letter < 0xa0));
  expect(new Set(ours.flatMap(({ letters }) => letters))).toEqual(new Set(printed));
});
