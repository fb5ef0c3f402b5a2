import { expect, test } from 'vitest';
import { locateFiles, type OfflineEdition, renderMegabytes, sizeOf } from './offline-edition.ts';

const edition: OfflineEdition = {
  version: 'v',
  parts: [
    { name: 'style.css', digest: 'a', bytes: 7 },
    {
      name: '_offline/b.txt',
      digest: 'b',
      bytes: 30,
      members: [
        ['index.html', 10],
        ['about/index.html', 20],
      ],
    },
  ],
};

test('a file is a part of its own, or a piece of a bundle', () => {
  const places = locateFiles(edition);
  expect([...places.keys()]).toEqual(['style.css', 'index.html', 'about/index.html']);
  expect(places.get('style.css')).toEqual({ part: edition.parts[0] });
  expect(places.get('about/index.html')).toEqual({ part: edition.parts[1], slice: { start: 10, end: 30 } });
});

test('the size counts bundles, not their files again', () => {
  expect(sizeOf(edition)).toBe(37);
  expect(renderMegabytes(4_260_000)).toBe('4.3 MB');
});
