// Restores what a LaTeX or scraping artefact meant; formulas in $...$ stay as they are. Every repair is recorded, so that
// `applyRepairs(source, repairs)` gives the repaired text again. The authors' own slips stay as they are;
// what is lost is reported as a gap and never invented.

import { isInMaths, locateMaths } from '../core/maths.ts';
import { applyRepairs } from '../core/repairs.ts';
import type { Gap, Repair } from '../core/schema/entry.ts';
import { accented, combiningOf, isWrapper, symbolOf } from './latex.ts';

/** A text after its repairs, the repairs, and what is lost in the source. */
export type Repaired = {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly gaps: readonly Gap[];
};

type Rule = {
  readonly id: string;
  readonly pattern: RegExp;
  /** The text that a match becomes. */
  readonly mend: (match: RegExpExecArray) => string;
  /** Whether a match is really damage; all are where this is left out. */
  readonly applies?: (match: RegExpExecArray, isWord: IsWord) => boolean;
};

type IsWord = (word: string) => boolean;

/** LaTeX commands for signs, which lose their backslash in some listings: `uparrow`, `times`. */
const SIGNS: Readonly<Record<string, string>> = {
  approx: '≈',
  downarrow: '↓',
  geq: '≥',
  leq: '≤',
  pm: '±',
  rightarrow: '→',
  sim: '∼',
  times: '×',
  uparrow: '↑',
};

/** A verb that may be glued to the word behind it: "isavailable", but also "island". */
export const GLUED = /\b(?:is|are|was|were)(\p{Ll}{6,})\b/gu;

/**
 * The rules in the order in which they run. Each comment is an example of what its pattern matches. An address is
 * looked at for 500 characters and no further, so that a text of nothing but addresses takes no longer than another.
 */
const RULES: readonly Rule[] = [
  {
    id: 'latex-accent', // na\"ive -> naïve, \'{e} -> é
    pattern: /\\(["'`^~=.])(?:\{(\p{L})\}|(\p{L}))/gu,
    mend: ([, accent = '', braced, bare]) => accented(braced ?? bare ?? '', combiningOf(accent) ?? ''),
  },
  {
    id: 'latex-accent', // \v{s} -> š, \c{c} -> ç
    pattern: /\\([A-Za-z])\{(\p{L})\}/gu,
    mend: ([, accent = '', letter = '']) => accented(letter, combiningOf(accent) ?? ''),
    applies: ([, accent = '']) => combiningOf(accent) !== undefined,
  },
  {
    id: 'latex-escape', // 2.6\% -> 2.6%
    pattern: /\\([%&$#_{}])/g,
    mend: ([, character = '']) => character,
  },
  {
    id: 'latex-sign', // sim8%uparrow -> ∼8%↑, 17times -> 17×
    pattern: new RegExp(
      `\\\\?(?:(?<![\\p{L}])(sim|approx|pm|leq|geq)(?=\\d)|(?<=[\\d%)])(${Object.keys(SIGNS).join('|')})(?!\\p{L}))`,
      'gu',
    ),
    mend: ([match, before, after]) => SIGNS[before ?? after ?? ''] ?? match,
  },
  {
    id: 'repeated-link', // https://a{https://a} -> https://a, https://a{this page} -> this page (https://a)
    pattern: /(https?:\/\/[^\s{}]{1,500})\{((?:[^{}]|\{[^{}]*\})*)\}/g,
    mend: ([, address = '', braced = '']) => mendLink(address, braced),
  },
  {
    id: 'latex-font', // \emph{Apis} -> Apis
    pattern: /\\([A-Za-z]+)\{([^{}]*)\}/g,
    mend: ([, , words = '']) => words,
    applies: ([, command = '']) => isWrapper(command),
  },
  {
    id: 'latex-symbol', // \ss -> ß, \alpha{} -> α
    pattern: /\\([A-Za-z]+)(?:\{\})?/g,
    mend: ([match, command = '']) => symbolOf(command) ?? match,
    applies: ([, command = '']) => symbolOf(command) !== undefined,
  },
  {
    id: 'latex-command', // \DisORM -> DisORM, \swarm{bees} -> bees: of a macro its words are left, else its name
    pattern: /\\([A-Za-z]+)(?:\{([^{}]*)\})?/g,
    mend: ([, name = '', words = '']) => words || name,
  },
  {
    id: 'latex-quotes', // ``critical'' -> “critical”
    pattern: /``([^`]+?)''/g,
    mend: ([, quoted = '']) => `“${quoted}”`,
  },
  {
    id: 'latex-quotes', // `rewrite and answer' -> ‘rewrite and answer’
    pattern: /(?<![\p{L}\p{N}`])`([^`']+)'(?![\p{L}\p{N}'])/gu,
    mend: ([, quoted = '']) => `‘${quoted}’`,
  },
  {
    id: 'latex-space', // local~GPUs -> local GPUs
    pattern: /(?<=[\p{L}\p{N}.,])~(?=[\p{L}\p{N}])(?<!https?:\/\/\S{0,500})/gu,
    mend: () => ' ',
  },
  {
    id: 'latex-ampersand', // J &F -> J&F, a measure written with two letters
    pattern: /\b(\p{Lu}) &(\p{Lu})\b/gu,
    mend: ([, first, second]) => `${first}&${second}`,
  },
  {
    id: 'glued-link', // researchhttps://a -> research https://a
    pattern: /(?<=[\p{L}\p{N}.,:;)])(?=https?:\/\/)(?<!https?:\/\/\S{0,500})/gu,
    mend: () => ' ',
  },
  {
    id: 'glued-words', // isavailable -> is available
    pattern: GLUED,
    mend: ([match, word = '']) => `${match.slice(0, -word.length)} ${word}`,
    applies: ([match, word = ''], isWord) => isWord(word) && !isWord(match),
  },
  {
    id: 'space-before-mark', // SimpleTool , a -> SimpleTool, a
    pattern: /(?<=[\p{L}\p{N})”’"']) +(?=[,;](?!\S))/gu,
    mend: () => '',
  },
];

/** What is left of a lost name: "a diagnostic set, ." or "the , a method". */
const GAP = /(?<!\S)(?:\S+ ){0,2}\S+(?:, ?\.|, ,| \.(?= |$))(?! ?\.)/gu;

/** Braces that hold the same address again, or the words of the link, maybe in a font: {\small\texttt{...}}. */
function mendLink(address: string, braced: string): string {
  const words = braced
    .replace(/\\[a-z]+/g, '')
    .replace(/[{}]/g, '')
    .trim();
  return words === '' || words === address ? address : `${words} (${address})`;
}

/**
 * Repairs a text. `isWord` says whether a word is in use elsewhere in the listing, which tells glued words
 * ("isavailable") from rare ones. Total: any text gives a result.
 */
export function repairText(text: string, isWord: IsWord = () => false): Repaired {
  let result = text;
  const repairs: Repair[] = [];
  for (const rule of RULES) {
    const done = runRule(result, rule, isWord);
    repairs.push(...done.repairs);
    result = done.text;
  }
  const gaps = [...result.matchAll(GAP)].map(([quote]) => ({
    quote,
    note: `The source has lost what stood ${/, ?[.,]$/.test(quote) ? 'after the comma' : 'before the full stop'}.`,
  }));
  return { text: result, repairs, gaps };
}

type Change = { readonly start: number; readonly end: number; readonly to: string };

function runRule(text: string, rule: Rule, isWord: IsWord): { text: string; repairs: Repair[] } {
  const maths = locateMaths(text);
  const changes: Change[] = [...text.matchAll(rule.pattern)]
    .filter((match) => !isInMaths(maths, match.index))
    .filter((match) => rule.applies?.(match, isWord) ?? true)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, to: rule.mend(match) }));
  if (changes.length === 0) return { text, repairs: [] };
  const mended = applyChanges(text, changes);
  return { text: mended, repairs: record(text, mended, rule.id, changes) };
}

function applyChanges(text: string, changes: readonly Change[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, to } of changes) {
    result += text.slice(position, start) + to;
    position = end;
  }
  return result + text.slice(position);
}

/** A text with more changes of one kind is recorded as a whole. */
const MOST_CHANGES = 300;

/** Records changes with as many whole words around them as make the record exact. */
function record(text: string, mended: string, rule: string, changes: readonly Change[]): Repair[] {
  for (let words = 0; words < 20 && changes.length <= MOST_CHANGES; words++) {
    const repairs = joinChanges(text, changes, words).map(({ start, end, inner }) => ({
      rule,
      from: text.slice(start, end),
      to: applyChanges(text.slice(start, end), inner),
    }));
    const distinct = repairs.filter(
      (one, index) => repairs.findIndex(({ from }) => from === one.from) === index,
    );
    if (applyRepairs(text, distinct) === mended) return distinct;
  }
  return [{ rule, from: text, to: mended }];
}

type Span = { start: number; end: number; inner: Change[] };

/** Widens each change to whole words and joins those that touch. */
function joinChanges(text: string, changes: readonly Change[], words: number): Span[] {
  const spans: Span[] = [];
  for (const change of changes) {
    const start = wordStart(text, change.start, words);
    const end = wordEnd(text, change.end, words);
    const last = spans.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.inner.push({ ...change, start: change.start - last.start, end: change.end - last.start });
    } else {
      spans.push({
        start,
        end,
        inner: [{ ...change, start: change.start - start, end: change.end - start }],
      });
    }
  }
  return spans;
}

function wordStart(text: string, position: number, words: number): number {
  let start = position;
  for (let left = words; start > 0; start--) {
    if (text[start - 1] === ' ' && start < position && left-- === 0) break;
    if (text[start - 1] === ' ' && start === position && text[position] !== ' ' && left-- === 0) break;
  }
  return start;
}

function wordEnd(text: string, position: number, words: number): number {
  let end = position;
  for (let left = words; end < text.length; end++) {
    if (text[end] === ' ' && left-- === 0) break;
  }
  return end;
}
