// Excerpts and titles as pieces of plain text, some of them matches: nothing here ever becomes HTML by itself.

/** A piece of a text; `isMatch` where it is what was searched for. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** Stands where an excerpt leaves something out. */
export const ELLIPSIS = '…';

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
    .flatMap((piece) => {
      const match = /^<mark>(.*)<\/mark>$/s.exec(piece);
      return match ? splitMatch(decode(match[1] ?? '')) : [{ text: decode(piece), isMatch: false }];
    })
    .filter(({ text }) => text !== '');
}

/** Pagefind marks from space to space: of "(WD)," only what is between the signs is the match. */
function splitMatch(text: string): Segment[] {
  const [, before = '', word = text, after = ''] = /^([("“‘[]*)(.*?)([)"”’\].,;:!?]*)$/s.exec(text) ?? [];
  return [
    { text: before, isMatch: false },
    { text: word, isMatch: true },
    { text: after, isMatch: false },
  ];
}

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

const WORD = /[\p{L}\p{M}\p{N}*+@]+/gu;

/** Marks the words of a title that begin with one of the words searched for; "a-b" is two words here. */
export function markWords(title: string, words: readonly string[]): Segment[] {
  const wanted = words.flatMap((word) => word.match(WORD) ?? []).map(fold);
  return title
    .split(/([\p{L}\p{M}\p{N}*+@]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isMatch: wanted.some((word) => fold(piece).startsWith(word)) }));
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
