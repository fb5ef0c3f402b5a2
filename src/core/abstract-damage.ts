// What still looks damaged after the repairs: reported, never changed.

import { isInMaths, locateMaths } from './maths.ts';

/** A suspicious place: what it is, and where in the text (offset in UTF-16 units). */
export type Damage = { readonly what: string; readonly found: string; readonly offset: number };

const KINDS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a LaTeX command', pattern: /\\[A-Za-z]+/g }, // \emph
  { what: 'LaTeX braces', pattern: /\{[^{}]*\}/g }, // {text}
  { what: 'a LaTeX command without its backslash', pattern: /(?<=[\d%])(?:up|down|right)arrow\b/g }, // 8%uparrow
  { what: 'a replacement character', pattern: /\uFFFD/g },
  // https://a.orghttps://a.org, https://a.org (https://a.org)
  { what: 'an address twice', pattern: /(https?:\/\/[^\s()<>{}]{4,200})[\s(<{]{0,2}\1/g },
  { what: 'a control character', pattern: /\p{Cc}/gu },
  { what: 'UTF-8 read as Latin-1', pattern: /[ÃÂ][\u0080-\u00BF]|â€[™œ\u009D]/g }, // â€™
];

/** Finds what looks damaged in a plain text; formulas in $...$ are meant as they are. */
export function findDamage(text: string): Damage[] {
  const maths = locateMaths(text);
  return KINDS.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !isInMaths(maths, index))
      .map((match) => ({ what, found: match[0], offset: match.index })),
  );
}
