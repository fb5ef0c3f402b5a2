// Citations in essays: [@slug], or several as [@one; @two]. The syntax is that of Pandoc.

/** A group of citations and the text around it: the pieces of a text in order. */
export type CitationPiece = { readonly text: string } | { readonly slugs: readonly string[] };

/** "[@nest-choice]", "[@nest-choice; @scouts]" */
const GROUP = /\[(@[a-z0-9-]+(?:;\s*@[a-z0-9-]+)*)\]/g;

/** Splits a text at its citations. */
export function splitCitations(text: string): CitationPiece[] {
  const pieces: CitationPiece[] = [];
  let position = 0;
  for (const match of text.matchAll(GROUP)) {
    if (match.index > position) pieces.push({ text: text.slice(position, match.index) });
    pieces.push({ slugs: slugsOf(match[1] ?? '') });
    position = match.index + match[0].length;
  }
  if (position < text.length) pieces.push({ text: text.slice(position) });
  return pieces;
}

/** The entries that a text cites, each once, in the order of their first citation: their numbers count from 1. */
export function citedSlugs(text: string): string[] {
  return [...new Set(splitCitations(text).flatMap((piece) => ('slugs' in piece ? piece.slugs : [])))];
}

/** Every citation with its place in the text (offset of its slug, in UTF-16 units). */
export function locateCitations(text: string): { slug: string; offset: number }[] {
  return [...text.matchAll(GROUP)].flatMap((group) =>
    [...(group[1] ?? '').matchAll(/@([a-z0-9-]+)/g)].map((match) => ({
      slug: match[1] ?? '',
      offset: group.index + match.index + 2,
    })),
  );
}

function slugsOf(group: string): string[] {
  return group.split(/;\s*/).map((citation) => citation.slice(1));
}
