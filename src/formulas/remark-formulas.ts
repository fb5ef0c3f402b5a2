// Formulas in Markdown: what stands between dollar signs is TeX, whose stars, underscores and backslashes are no marks.
import type { Nodes, Paragraph, Text } from 'mdast';
import { MAX_MATHS, readTypedMaths } from '../core/maths.ts';

/** What reads Markdown, as far as it matters here: https://github.com/micromark/micromark#extensions */
type Reader = { data(): { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } };
/** A character, or a number below 0 for what ends a line, for a tab, and for the space that it fills. */
type Code = number | null;
type State = (code: Code) => State | undefined;
type Effects = Record<'enter' | 'exit', (token: string) => unknown> & { consume(code: Code): void };
type Point = { readonly line: number; readonly column: number; readonly offset: number };
type Token = { readonly start: Point; readonly end: Point };
/** What makes a tree of the tokens; `stack` ends with the node that is open. */
type Compiler = { readonly stack: Nodes[]; sliceSerialize(token: Token): string };

/** Keeps formulas in `$...$` and `$$...$$` as TeX; in the tree they are text, with their dollar signs. */
export function remarkFormulas(this: Reader): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text: { [DOLLAR]: formula } }];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), toText];
}

const [TAB, SPACE, DOLLAR, SLASH, COLON, BACKSLASH, GRAVE] = [-2, 32, 36, 47, 58, 92, 96] as const;
const [OPEN_PAREN, OPEN_BRACKET, CLOSE_BRACKET] = [40, 91, 93] as const;

const formula = {
  name: 'formula',
  // A sign behind another one, or behind a backslash, opens none: locateMaths says the same of the text.
  previous: (code: Code) => code !== DOLLAR && code !== BACKSLASH,
  tokenize: tokenizeFormula,
};

/** Takes a formula by the rules of `locateMaths`, unless code, a link or an address begins in it. */
function tokenizeFormula(effects: Effects, ok: State, nok: State): State {
  let isDisplay = false;
  let length = 0;
  let depth = 0;
  let [last, lastButOne]: [Code, Code] = [null, null];

  function take(code: Code): void {
    effects.consume(code);
    length++;
    [last, lastButOne] = [code, last];
  }

  /** `](`, `][` of a link that began before the formula; `://`; code. */
  function isElsewhere(code: Code): boolean {
    if (code === GRAVE) return true;
    if (code === SLASH) return last === SLASH && lastButOne === COLON;
    return depth < 0 && last === CLOSE_BRACKET && (code === OPEN_PAREN || code === OPEN_BRACKET);
  }

  const open: State = (code) => {
    effects.enter('formula');
    effects.enter('formulaLine');
    effects.consume(code);
    return opened;
  };
  const opened: State = (code) => {
    isDisplay = code === DOLLAR;
    if (!isDisplay) return isBlank(code) ? nok(code) : inside(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code) => {
    if (code === null || length > MAX_MATHS || isElsewhere(code)) return nok(code);
    if (code === DOLLAR) return close(code);
    if (isLineEnd(code)) {
      effects.exit('formulaLine');
      effects.enter('lineEnding');
      take(code);
      effects.exit('lineEnding');
      effects.enter('formulaLine');
      return inside;
    }
    if (code === OPEN_BRACKET) depth++;
    if (code === CLOSE_BRACKET) depth--;
    take(code);
    return code === BACKSLASH ? escaped : inside;
  };
  const escaped: State = (code) => {
    if (code === null || isLineEnd(code) || (code === DOLLAR && isDisplay)) return inside(code);
    take(code);
    return code === BACKSLASH ? escapedTwice : inside;
  };
  // "\\$": as `new` writes "\$".
  const escapedTwice: State = (code) => {
    if (code !== DOLLAR || isDisplay) return inside(code);
    take(code);
    return inside;
  };
  const close: State = (code) => {
    if (length === 0 || (!isDisplay && isBlank(last))) return nok(code);
    effects.consume(code);
    return isDisplay ? closeTwice : closed;
  };
  const closeTwice: State = (code) => {
    if (code !== DOLLAR) return nok(code);
    effects.consume(code);
    return closed;
  };
  const closed: State = (code) => {
    if (!isDisplay && isDigit(code)) return nok(code);
    effects.exit('formulaLine');
    effects.exit('formula');
    return ok(code);
  };
  return open;
}

function isLineEnd(code: Code): boolean {
  return code !== null && code < TAB;
}

function isBlank(code: Code): boolean {
  return code === null || code < 0 || code === SPACE;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

const toText = {
  enter: {
    formula(this: Compiler, token: Token): void {
      const { children } = this.stack.at(-1) as Paragraph;
      const last = children.at(-1);
      const text: Text = last?.type === 'text' ? last : { type: 'text', value: '' };
      if (text !== last) {
        const { line, column, offset } = token.start;
        text.position = { start: { line, column, offset }, end: { line, column, offset } };
        children.push(text);
      }
      this.stack.push(text);
    },
  },
  exit: {
    formula(this: Compiler, token: Token): void {
      const text = this.stack.pop() as Text;
      const { line, column, offset } = token.end;
      text.value += readTypedMaths(this.sliceSerialize(token));
      if (text.position) text.position.end = { line, column, offset };
    },
  },
};
