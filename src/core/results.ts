// Evidence: what makes a result believable is the sentence of the abstract that states it.
import type { Span } from './sentences.ts';

/**
 * A number: "94.0", "1,200", the 4.5 of "+4.5%". One glued to letters counts too, since abstracts write "2.7X".
 */
const NUMBER = /\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

/** Whether a text states a number, whatever its sign and its trailing zeros. */
export function statesNumber(text: string, value: number): boolean {
  return placesOf(text, value).length > 0;
}

/**
 * Where a text states a number: of several places the one that the unit follows, else one that no letter touches
 * (not the 7 of "7B"), else the first.
 */
export function locateNumber(text: string, value: number, unit?: string): Span | undefined {
  const places = placesOf(text, value);
  const hasUnit = ({ end }: Span) => unit !== undefined && text.slice(end).trimStart().startsWith(unit);
  const isApart = ({ start, end }: Span) =>
    !/[\p{L}@-]\d|\d\p{L}/u.test(text.slice(Math.max(0, start - 1), end + 1));
  return places.find(hasUnit) ?? places.find(isApart) ?? places[0];
}

function placesOf(text: string, value: number): Span[] {
  return [...text.matchAll(NUMBER)]
    .filter(([number]) => Number(number.replaceAll(',', '')) === Math.abs(value))
    .map(({ 0: number, index }) => ({ start: index, end: index + number.length }));
}
