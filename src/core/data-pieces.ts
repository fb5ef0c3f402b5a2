// What scripts load of papers stands in one file, or in pieces where a survey is large. Which piece has a paper is told by its
// name alone, for all that a script knows of a paper may be its name.

/** Where scripts find papers, and their abstracts: the one file, or the first of the pieces. */
export type PaperSource = { readonly papers: string; readonly abstracts: string; readonly pieces: number };

/** How many pieces there are, with at most so many papers in each on average: twice as many when a survey outgrows them. */
export function countPieces(papers: number, most: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(papers / most)));
}

/** The piece that has a paper, from 1 on: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of its name. */
export function pieceOf(slug: string, pieces: number): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < slug.length; place++)
    hash = Math.imul(hash ^ slug.charCodeAt(place), 0x01000193);
  return ((hash >>> 0) % pieces) + 1;
}

/** The paths of those files, below the root of the site; of so many papers, at most so many stand in a piece on average. */
export function paperSource(papers: number, most: number): PaperSource {
  const pieces = countPieces(papers, most);
  const fileOf = (kind: string) => (pieces === 1 ? `data/${kind}.json` : `data/pieces/${kind}-1.json`);
  return { papers: fileOf('papers'), abstracts: fileOf('abstracts'), pieces };
}

/** The address of a piece, from that of the first. */
export function fileOfPiece(first: string, piece: number): string {
  return first.replace(/1(?=\.json$)/, String(piece));
}
