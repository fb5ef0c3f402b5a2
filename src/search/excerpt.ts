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

/** Pagefind marks from space to space: of "(GRPO)," only what is between the signs is the match. */
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

/**
 * Takes away what an excerpt repeats of the title, which begins every indexed text: where the excerpt starts with
 * the title or the end of it, it starts with the abstract instead.
 */
export function withoutTitle(excerpt: readonly Segment[], title: string): Segment[] {
  // Pagefind ends a heading with a full stop, unless it ends with a sign of its own.
  const sentence = /[.!?]$/.test(title) ? title : `${title}.`;
  const text = excerpt.map((segment) => segment.text).join('');
  const ellipsis = text.startsWith(`${ELLIPSIS} `) ? `${ELLIPSIS} ` : '';
  const repeated = [...sentence.matchAll(/\S+/g)]
    .map(({ index }) => `${ellipsis}${sentence.slice(index)} `)
    .find((start) => text.startsWith(start));
  let rest = repeated?.length ?? 0;
  return excerpt.flatMap((segment) => {
    const kept = segment.text.slice(rest);
    rest = Math.max(0, rest - segment.text.length);
    return kept === '' ? [] : [{ ...segment, text: kept }];
  });
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
