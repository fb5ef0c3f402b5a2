// What still looks damaged after the repairs: reported, never changed.

import { isInMaths, locateMaths } from './maths.ts';

/** A suspicious place: what it is, and where in the text (offset in UTF-16 units). */
export type Damage = { readonly what: string; readonly found: string; readonly offset: number };

type Kind = { readonly what: string; readonly pattern: RegExp };

const KINDS: readonly Kind[] = [
  { what: 'a LaTeX command', pattern: /\\[A-Za-z]+/g }, // \emph
  { what: 'LaTeX braces', pattern: /\{[^{}]*\}/g }, // {text}
  // 8%uparrow, 17times
  {
    what: 'a LaTeX command without its backslash',
    pattern: /(?<=[\d%])(?:up|down|right)arrow\b|(?<=\d)times\b/g,
  },
  { what: 'a LaTeX accent', pattern: /\\["'`^~=.](?:\p{L}|\{\p{L}\})/gu }, // \"a, \'{e}
  { what: 'a LaTeX escape', pattern: /\\[%&$#_]/g }, // 2.6\%
  { what: 'LaTeX quotes', pattern: /``[^`]{1,1000}?''/g }, // ``critical''
  { what: 'a replacement character', pattern: /\uFFFD/g },
  // https://a.orghttps://a.org, https://a.org (https://a.org)
  { what: 'an address twice', pattern: /(https?:\/\/[^\s()<>{}]{4,200})[\s(<{]{0,2}\1/g },
  { what: 'a control character', pattern: /\p{Cc}/gu },
  { what: 'UTF-8 read as Latin-1', pattern: /[ÃÂ][\u0080-\u00BF]|â€[™œ\u009D]/g }, // â€™
];

/** Of the accents of LaTeX, those that Markdown takes for escapes, and that nobody escapes: na\"ive is shown as na"ive. */
const EATEN: Kind = { what: 'a LaTeX accent', pattern: /\\["'^](?:\p{L}|\{\p{L}\})/gu };

/** Finds what looks damaged in a plain text; formulas in $...$ are meant as they are. */
export function findDamage(text: string): Damage[] {
  return find(KINDS, text);
}

/** Finds accents of LaTeX in Markdown as it is typed, for in the text that it shows they have lost their backslash. */
export function findEatenAccents(markdown: string): Damage[] {
  return find([EATEN], markdown);
}

function find(kinds: readonly Kind[], text: string): Damage[] {
  const maths = locateMaths(text);
  return kinds.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !isInMaths(maths, index))
      .map((match) => ({ what, found: match[0], offset: match.index })),
  );
}
