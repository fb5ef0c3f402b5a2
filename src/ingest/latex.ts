// LaTeX as it stands in bibliographies, to plain text in Unicode: accents, signs and quotes become characters, fonts
// and groups go, maths stays as $...$, and a command that nobody knows stays as it is, so that it can be reported.
import { combining, latex2unicode } from 'unicode2latex';
import { locateMaths, type MathsSpan } from '../core/maths.ts';

/** Commands whose argument is the text: fonts, boxes, languages, capitals to protect. */
const WRAPPERS: ReadonlySet<string> = new Set(
  (
    'bf em emph enquote it mathrm mbox nolinkurl operatorname path rm sc scshape sf sl small tt text textbf textit ' +
    'textmd textnormal textrm textsc textsf textsl textsubscript textsuperscript texttt textup underline uline url'
  ).split(' '),
);
/** Commands that print nothing. */
const SILENT: ReadonlySet<string> = new Set(
  '- / @ allowbreak break hfill indent linebreak newblock nobreak noindent noopsort par protect relax xspace'.split(
    ' ',
  ),
);
/** Signs made of plain characters, longest first. */
const LIGATURES: readonly (readonly [from: string, to: string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['~', ' '],
];
/** Characters that are no LaTeX. */
const PLAIN = /[^\\{}~`'$-]+/y;
/** Groups within groups; what is deeper is no text that a person wrote. */
const DEEPEST = 100;

const MARKS: Readonly<Record<string, string>> = combining.tounicode;
const SYMBOLS: Readonly<Record<string, string | { readonly text?: string; readonly math?: string }>> =
  latex2unicode;

/** Whether the argument of a command is plain text, as that of `emph`. */
export function isWrapper(command: string): boolean {
  return WRAPPERS.has(command);
}

/** The combining character of an accent command, such as `"` or `v`; undefined where it is no accent. */
export function combiningOf(command: string): string | undefined {
  // The table takes \hat and \widehat for the sign ∧, which in text is never meant.
  const found = Object.hasOwn(MARKS, command) ? MARKS[command] : undefined;
  return found && /^\p{M}+$/u.test(found) ? found : undefined;
}

/** What a command without an argument prints, such as `ss` or `alpha`; undefined where it is not known. */
export function symbolOf(command: string): string | undefined {
  const key = `\\${command}`;
  const found = Object.hasOwn(SYMBOLS, key) ? SYMBOLS[key] : undefined;
  const text = typeof found === 'string' ? found : (found?.text ?? found?.math);
  return text && !/[\\{}]|^\p{M}/u.test(text) ? text : undefined;
}

/** A letter with an accent, composed where Unicode has one character for it; a dotless i or j takes its dot back. */
export function accented(letter: string, mark: string): string {
  const base = letter.replace('ı', 'i').replace('ȷ', 'j');
  const [first = ' ', ...rest] = base === '' ? [] : [...base];
  return `${first}${mark}`.normalize('NFC') + rest.join('');
}

/** Turns LaTeX into plain text. Total: any text gives a result, and what is no LaTeX stays as it is. */
export function latexToText(text: string): string {
  if (!/[\\{}~`'$-]/.test(text)) return text;
  return new Reader(text)
    .read()
    .replace(/[ \t]+/g, ' ')
    .trim();
}

class Reader {
  readonly text: string;
  readonly maths: ReadonlyMap<number, MathsSpan>;
  position = 0;

  constructor(text: string) {
    this.text = text;
    this.maths = new Map(locateMaths(text).map((span) => [span.start, span]));
  }

  /** Reads up to the end, or to the brace that closes the group at `depth`. */
  read(depth = 0): string {
    const parts: string[] = [];
    while (this.position < this.text.length) {
      const character = this.text[this.position];
      if (character === '}') {
        this.position++;
        if (depth > 0) return parts.join('');
      } else parts.push(this.next(depth));
    }
    return parts.join('');
  }

  /** Reads one command, group, ligature or character. */
  next(depth: number): string {
    const span = this.maths.get(this.position);
    if (span) {
      this.position = span.end;
      return span.text;
    }
    PLAIN.lastIndex = this.position;
    const plain = PLAIN.exec(this.text)?.[0];
    if (plain) {
      this.position += plain.length;
      return plain;
    }
    const character = this.text[this.position] ?? '';
    if (character === '{') {
      this.position++;
      return depth < DEEPEST ? this.read(depth + 1) : '';
    }
    if (character === '\\') return this.command(depth);
    const ligature = LIGATURES.find(([from]) => this.text.startsWith(from, this.position));
    this.position += ligature ? ligature[0].length : character.length;
    return ligature ? ligature[1] : character;
  }

  command(depth: number): string {
    const name =
      /^(?:[A-Za-z]+|[\s\S])/.exec(this.text.slice(this.position + 1, this.position + 41))?.[0] ?? '';
    const start = this.position;
    this.position += 1 + name.length;
    const mark = combiningOf(name);
    if (mark && depth < DEEPEST) return accented(this.argument(depth), mark);
    if (SILENT.has(name)) return this.endOfName(name);
    if (name === '\\' || name === '' || /\s/.test(name)) return ' ';
    if (WRAPPERS.has(name)) return this.endOfName(name);
    const symbol = /[A-Za-z]/.test(name) ? symbolOf(name) : undefined;
    if (symbol !== undefined) return symbol + this.endOfName(name);
    if (/^[%&$#_{}]$/.test(name)) return name;
    if (/^[,;:!]$/.test(name)) return name === '!' ? '' : ' ';
    return this.unknown(start, depth);
  }

  /** Skips what ends the name of a command: spaces, or an empty group. Prints nothing. */
  endOfName(name: string): string {
    if (!/[A-Za-z]/.test(name)) return '';
    if (this.text.startsWith('{}', this.position)) this.position += 2;
    else while (this.text[this.position] === ' ') this.position++;
    return '';
  }

  /** The argument of an accent: a group, a command such as \i, or the next character. */
  argument(depth: number): string {
    while (/\s/.test(this.text[this.position] ?? '')) this.position++;
    if (this.position >= this.text.length || this.text[this.position] === '}') return '';
    if (this.text[this.position] !== '{' && this.text[this.position] !== '\\') {
      const character = String.fromCodePoint(this.text.codePointAt(this.position) ?? 32);
      this.position += character.length;
      return character;
    }
    return this.next(depth + 1);
  }

  /** A command that nobody knows: verbatim, with the braces of its argument, so that a repair can tell them apart. */
  unknown(start: number, depth: number): string {
    const command = this.text.slice(start, this.position);
    if (this.text[this.position] !== '{' || depth >= DEEPEST) return command;
    return `${command}{${this.next(depth)}}`;
  }
}
