// Excerpts and titles as pieces of plain text, some of them matches: nothing here ever becomes HTML by itself.

/** A piece of a text; `isMatch` where it is what was searched for. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/** Reads the excerpt of Pagefind, in which matches stand between <mark> and </mark> and the rest is escaped. */
export function parseExcerpt(excerpt: string): Segment[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const match = /^<mark>(.*)<\/mark>$/s.exec(piece);
      return { text: decode(match?.[1] ?? piece), isMatch: match !== null };
    });
}

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Marks the words of a title that begin with one of the words searched for. */
export function markWords(title: string, words: readonly string[]): Segment[] {
  const wanted = words.map(fold).filter((word) => word !== '');
  return title
    .split(/([\p{L}\p{N}*+@]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isMatch: wanted.some((word) => fold(piece).startsWith(word)) }));
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
