import { expect, test } from 'vitest';
import { countPieces, fileOfPiece, paperSource, pieceOf } from './data-pieces.ts';

test.each([
  [0, 1],
  [64, 1],
  [65, 2],
  [129, 4],
  [10_000, 256],
])('%i papers stand in %i pieces', (papers, pieces) => {
  expect(countPieces(papers, 64)).toBe(pieces);
});

test('a piece has about as many papers as another, and of twice as many pieces two have what one had', () => {
  const slugs = Array.from({ length: 6400 }, (_, index) => `bee-${index}`);
  const counts = new Map<number, number>();
  for (const slug of slugs) {
    const piece = pieceOf(slug, 128);
    expect((piece - 1) % 64).toBe(pieceOf(slug, 64) - 1);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  expect(counts.size).toBe(128);
  expect(Math.max(...counts.values())).toBeLessThan(100);
});

test('a small survey has one file, a large one pieces', () => {
  expect(paperSource(64, 64)).toEqual({
    papers: 'data/papers.json',
    abstracts: 'data/abstracts.json',
    pieces: 1,
  });
  expect(paperSource(200, 64).papers).toBe('data/pieces/papers-1.json');
  expect(fileOfPiece('/v1/data/pieces/papers-1.json', 12)).toBe('/v1/data/pieces/papers-12.json');
});
