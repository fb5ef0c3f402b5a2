// Records in XML. They are cut out one by one, so that a broken one spoils no other and a long file is never held as a
// tree; each is then read by saxes.
import { SaxesParser } from 'saxes';
import { diagnose } from '../core/diagnostics.ts';
import type { Finding, Lines, SourceInfo } from './adapter.ts';
import { indexLines, type LineIndex, type Position } from './line-index.ts';

/** An element with what is in it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly place: Position;
};

/** An element that is a record, and its lines. */
export type XmlRecord = { readonly element: XmlElement; readonly lines: Lines };

/** Elements within elements of a record; what is deeper is put into the last of them. */
const DEEPEST = 50;

/**
 * Reads the elements whose names are `records`, and hands each to `read`; of those that are `around` them, each start
 * tag is handed over as an element without content. What is broken is reported with its place.
 */
export function* readXmlRecords(
  text: string,
  { file }: SourceInfo,
  { records, around = [] }: { readonly records: readonly string[]; readonly around?: readonly string[] },
  read: (record: XmlRecord) => Finding[],
): Generator<Finding> {
  const lines = indexLines(text);
  let end = 0;
  for (const span of findElements(text, new Set(records), new Set(around))) {
    yield* frame(text, end, span.start, lines);
    end = span.end;
    const range: Lines = [lines.at(span.start).line, lines.at(Math.max(span.start, span.end - 1)).line];
    const parsed = span.isCut
      ? { error: 'it has no end', ...lines.at(span.start) }
      : parseElement(text.slice(span.start, span.end), span.isOpen, lines.at(span.start));
    if ('error' in parsed) {
      const { error, line, column } = parsed;
      const message = `The record in <${span.name}> on line ${range[0]} cannot be read: ${error}.`;
      const cure = 'Correct it and ingest it again.';
      const place = { file, line: range[0], column: 1 };
      yield {
        diagnostic: diagnose(
          'listing-record',
          line === range[0] ? { file, line, column } : place,
          message,
          cure,
        ),
      };
    } else yield* read({ element: parsed, lines: range });
  }
  yield* frame(text, end, text.length, lines);
}

type Span = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isCut: boolean;
  /** Only a start tag, whose element goes on. */
  readonly isOpen: boolean;
};

/** Between records, lines that are all tags and what they hold are of the frame; lines without any tag are not. */
function frame(text: string, start: number, end: number, lines: LineIndex): Finding[] {
  if (text.slice(start, end).trim() === '') return [];
  const first = lines.at(start).line;
  const last = lines.at(Math.max(start, end - 1)).line;
  const findings: Finding[] = [];
  for (let line = first; line <= last; line++)
    if (/<[/?!A-Za-z]/.test(lines.slice(line).slice(0, 1_000)))
      findings.push({ role: 'header', lines: [line, line] });
  return findings;
}

/** Finds records by their tags. One that has no end ends where the next one begins. */
function* findElements(
  text: string,
  records: ReadonlySet<string>,
  around: ReadonlySet<string>,
): Generator<Span> {
  const tag = /<(?:!--|!\[CDATA\[|(\/?)([A-Za-z_][\w:.-]{0,100})(?=[\s/>]))/g;
  let open: { name: string; start: number } | undefined;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    const [whole, slash, name] = match;
    if (name === undefined) {
      const close = text.indexOf(whole === '<!--' ? '-->' : ']]>', tag.lastIndex);
      if (close >= 0) tag.lastIndex = close + 3;
    } else if (slash) {
      if (open?.name !== name) continue;
      const end = endOfTag(text, match.index);
      yield { ...open, end, isCut: false, isOpen: false };
      open = undefined;
    } else if (records.has(name)) {
      if (open) yield { ...open, end: match.index, isCut: true, isOpen: false };
      open = { name, start: match.index };
    } else if (around.has(name) && !open)
      yield { name, start: match.index, end: endOfTag(text, match.index), isCut: false, isOpen: true };
  }
  if (open) yield { ...open, end: text.length, isCut: true, isOpen: false };
}

function endOfTag(text: string, start: number): number {
  const end = text.indexOf('>', start);
  return end < 0 ? text.length : end + 1;
}

type Broken = Position & { readonly error: string };

/** Reads one element; `place` is where it begins. */
function parseElement(text: string, isOpen: boolean, place: Position): XmlElement | Broken {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [], place };
  const open: XmlElement[] = [root];
  let depth = 0;
  let broken: Broken | undefined;
  const here = (back = 0): Position => {
    const { line, columnIndex } = parser;
    const column = line === 1 ? place.column + columnIndex - back : columnIndex - back + 1;
    return { line: place.line + line - 1, column: Math.max(1, column) };
  };
  const add = (words: string) => open.at(-1)?.children.push(words);
  parser.on('error', ({ message }) => {
    // "1:5: unclosed tag: entry"
    const error = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
    broken ??= { error, ...here() };
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (open.length > DEEPEST) return;
    const element = { name, attributes, children: [], place: here(name.length + 2) };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (depth-- < open.length) open.pop();
  });
  const tag = isOpen ? `${text.replace(/\/?>$/, '')}/>` : text;
  parser.write(sanitize(tag)).close();
  const [element] = root.children.filter((child) => typeof child !== 'string');
  return broken ?? element ?? { error: 'it is no element', ...place };
}

/** Characters that XML forbids, and signs that should have been escaped: what people meant is clear. */
function sanitize(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, ' ')
    .replace(/&(?!(?:amp|lt|gt|apos|quot|#\d{1,6}|#x[0-9a-fA-F]{1,5});)/g, '&amp;') // "Bees & Bridges", "&nbsp;"
    .replace(/&#(x?)([0-9a-fA-F]+);/g, (all, hex, digits) =>
      isAllowed(Number.parseInt(digits, hex ? 16 : 10)) ? all : ' ',
    )
    .replace(/<(?![A-Za-z_/!?])/g, '&lt;'); // "a < b"
}

/** Whether XML 1.0 allows a character. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000);
}

/** The elements of a name right below an element. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The text of the first element of a name below another one; undefined where there is none, or nothing in it. */
export function textIn(element: XmlElement, name: string): string | undefined {
  const [child] = childrenOf(element, name);
  const text = child ? textOf(child).trim() : '';
  return text === '' ? undefined : text;
}

/** All text in an element. Formulas are written as $...$, whatever element says that they are. */
export function textOf(element: XmlElement): string {
  const text = element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
  return element.name === 'tex-math' ? `$${text.trim()}$` : text;
}

/** Where an element of a name stands below another one; the place of that one where there is none. */
export function placeIn(element: XmlElement, name: string): Position {
  return childrenOf(element, name)[0]?.place ?? element.place;
}
