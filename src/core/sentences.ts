// The sentences of a text, so that a page can show the one that says it.

/** A stretch of a text; offsets in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A full stop that ends no sentence: "by Byron et al. ", "vs. ", "(cf. ", "e.g. ", "No. " */
const ABBREVIATED = /(?:^|[\s(])(?:al|approx|cf|e\.g|fig|i\.e|no|vs)\.\s*$/i;

const known = new Map<string, readonly Span[]>();

/** Splits a text into sentences, without the space between them. Texts are remembered: each is asked for each of its terms. */
export function sentencesOf(text: string): readonly Span[] {
  const spans = known.get(text) ?? splitSentences(text);
  known.set(text, spans);
  return spans;
}

function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const end = index + segment.length;
    if (ABBREVIATED.test(text.slice(start, end)) && end < text.length) continue;
    const span = trim(text, { start, end });
    if (span.end > span.start) spans.push(span);
    start = end;
  }
  return spans;
}

/** The sentences that a stretch of a text touches, as one stretch; the stretch itself where it is in none. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const touched = sentencesOf(text).filter((sentence) => sentence.start < end && sentence.end > start);
  return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
}

/**
 * Shortens a stretch of a text to about `length` characters around what matters in it, at the ends of words.
 * What matters is never cut.
 */
export function shortenAround(text: string, whole: Span, core: Span, length: number): Span {
  if (whole.end - whole.start <= length) return whole;
  const room = Math.max(0, length - (core.end - core.start));
  // Two thirds of the room come after it, for that is where a sentence says what it says.
  const start = Math.max(whole.start, Math.min(core.start - room / 3, whole.end - length));
  const end = Math.min(whole.end, start + length);
  return {
    start: start <= whole.start ? whole.start : wordStart(text, Math.floor(start), core.start),
    end: end >= whole.end ? whole.end : wordEnd(text, Math.floor(end), core.end),
  };
}

/** The first beginning of a word from a place on, but not beyond `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? limit : from + space + 1;
}

/** The last end of a word up to a place, but not before `limit`. */
function wordEnd(text: string, to: number, limit: number): number {
  const space = text.slice(limit, to).search(/\s\S*$/);
  return space < 0 ? limit : limit + space;
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
