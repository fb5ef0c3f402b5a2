// A result as pages show it: the number in the abstract's own spelling, and the sentence that states it.

import { locateNumber } from '../core/results.ts';
import type { Result } from '../core/schema/entry.ts';
import { type Span, sentenceAround } from '../core/sentences.ts';
import { say } from '../core/words.ts';

/** Words of a quote; `isNumber` where they are a number of the result. */
export type QuotePiece = { readonly text: string; readonly isNumber: boolean };

/** The sentence of the abstract around a quote. */
export type Statement = {
  readonly before: string;
  readonly quote: readonly QuotePiece[];
  readonly after: string;
};

/** A measure in words; a score says by itself what it is. */
export const MEASURE_NAMES: Readonly<Record<Result['measure'], string>> = {
  score: say`score`,
  gain: say`gain`,
  reduction: say`reduction`,
  'speed-up': say`speed-up`,
};

/** The value in the spelling of its quote, with its bound and its sign: `up to +17.0%`, `60–65%`, `2.7×`. */
export function valueLabel(result: Result): string {
  const { value, upper, bound, unit } = result;
  const sign = signOf(result);
  const range =
    upper === undefined
      ? spell(result, value)
      : `${spell(result, value)}${sign ? say` to ${sign}` : '–'}${spell(result, upper)}`;
  return `${bound ? `${bound} ` : ''}${sign}${range}${unitLabel(unit)}`;
}

/** The value before, in the spelling of the quote. */
export function fromLabel(result: Result): string | undefined {
  return result.from === undefined ? undefined : spell(result, result.from) + unitLabel(result.unit);
}

/** Finds the sentence of a quote in an abstract, and the numbers of the result in the quote. */
export function findStatement(result: Result, abstract: string): Statement {
  // An abstract breaks its lines wherever it likes.
  const [text, quote] = [fold(abstract), fold(result.quote)];
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`The abstract does not say: “${result.quote}”.`);
  const end = start + quote.length;
  const sentence = sentenceAround(text, { start, end });
  return {
    before: text.slice(sentence.start, start),
    quote: splitAt(quote, numbersOf(result, quote)),
    after: text.slice(end, sentence.end),
  };
}

/** A change has its sign, but a factor ("17×") has none. */
function signOf({ measure, unit }: Result): string {
  if (unit === '×') return '';
  return { score: '', gain: '+', reduction: '−', 'speed-up': '' }[measure];
}

function unitLabel(unit: string | undefined): string {
  if (!unit) return '';
  return /^\p{L}/u.test(unit) ? ` ${unit}` : unit;
}

function spell({ quote, unit }: Result, value: number): string {
  const place = locateNumber(quote, value, unit);
  return place ? quote.slice(place.start, place.end) : String(Math.abs(value));
}

function numbersOf({ value, upper, from, unit }: Result, quote: string): Span[] {
  return [value, upper, from]
    .flatMap((number) => (number === undefined ? [] : (locateNumber(quote, number, unit) ?? [])))
    .toSorted((a, b) => a.start - b.start);
}

function splitAt(text: string, spans: readonly Span[]): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  let position = 0;
  for (const { start, end } of spans) {
    if (start > position) pieces.push({ text: text.slice(position, start), isNumber: false });
    pieces.push({ text: text.slice(start, end), isNumber: true });
    position = end;
  }
  if (position < text.length) pieces.push({ text: text.slice(position), isNumber: false });
  return pieces;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
