// Records in JSON: in a list, in a list within an object, or one after the other. They are cut out one by one, so that
// a broken one spoils no other and a long file is never parsed as a whole; each is then read by jsonc-parser.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { diagnose } from '../core/diagnostics.ts';
import type { Finding, Lines, SourceInfo } from './adapter.ts';
import { startOf } from './ledger.ts';
import { indexLines, type Position } from './line-index.ts';

/** A record: its values, and where each of its fields stands. */
export type JsonRecord = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: Lines;
  readonly at: (field: string) => Position;
};

type Span = {
  readonly start: number;
  readonly end: number;
  readonly isCut: boolean;
  readonly isDeep: boolean;
};

/** Nothing that people publish nests deeper. */
const DEEPEST = 60;

/**
 * Reads the records of a text and hands each to `read`. An object that holds its records in a list under one of the
 * names in `containers` is no record itself. Broken records are reported, with the place at which they break.
 */
export function* readJsonRecords(
  text: string,
  { file }: SourceInfo,
  containers: readonly string[],
  read: (record: JsonRecord) => Finding[],
): Generator<Finding> {
  const lines = indexLines(text);
  const linesOf = ({ start, end }: Span): Lines => [
    lines.at(start).line,
    lines.at(Math.max(start, end - 1)).line,
  ];
  let end = 0;
  for (const span of findObjects(text, new Set(containers))) {
    yield* frame(text, end, span.start, containers.length > 0, (offset) => lines.at(offset).line);
    end = span.end;
    const errors: ParseError[] = [];
    const slice = text.slice(span.start, span.end);
    const tree =
      span.isDeep || span.isCut ? undefined : parseTree(slice, errors, { allowTrailingComma: true });
    const [error] = errors;
    if (!tree || error) {
      const place = { file, ...lines.at(span.start + (error?.offset ?? 0)) };
      const why = span.isCut ? 'it has no end' : span.isDeep ? 'it nests too deep' : explain(error);
      const message = `The record “${startOf(slice)}” cannot be read: ${why}.`;
      const cure = 'Correct it and ingest it again.';
      yield { diagnostic: diagnose('listing-record', place, message, cure) };
      continue;
    }
    const { fields, offsets, repeated } = readObject(tree);
    const at = (field: string) => lines.at(span.start + (offsets.get(field) ?? 0));
    yield* read({ fields, lines: linesOf(span), at });
    for (const name of repeated) {
      const message = `The record has the field ${name} more than once; the last one was taken.`;
      const cure = 'Remove the others from the source.';
      yield { diagnostic: diagnose('record-repeated', { file, ...at(name) }, message, cure) };
    }
  }
  yield* frame(text, end, text.length, containers.length > 0, (offset) => lines.at(offset).line);
}

const BRACKETS = /^[[\]{},\s]*$/;
const TOKENS = /^(?:"(?:[^"\\\r\n]|\\.)*"|[-+.\w]|[[\]{},:\s])*$/; // '], "count": 3}'

/** Between records only brackets and commas are understood, and the other fields of a container. */
function frame(
  text: string,
  start: number,
  end: number,
  isContainer: boolean,
  lineAt: (offset: number) => number,
): Finding[] {
  const between = text.slice(start, end);
  const trimmed = between.trim();
  const isFrame = trimmed !== '' && (isContainer ? TOKENS : BRACKETS).test(trimmed);
  if (!isFrame) return [];
  const first = start + between.indexOf(trimmed);
  return [{ role: 'header', lines: [lineAt(first), lineAt(first + trimmed.length - 1)] }];
}

type Open = { readonly start: number; readonly level: number; deepest: number };

/**
 * Finds the objects that are records: brackets are counted, and what stands in quotes does not count. A record whose
 * string goes over a line end is broken there, and so is one on whose next line another one begins.
 */
function* findObjects(text: string, containers: ReadonlySet<string>): Generator<Span> {
  const mark = /["{}[\]]/g;
  const stack: string[] = [];
  let key = '';
  let open: Open | undefined;
  const close = (end: number, isCut: boolean): Span[] => {
    if (!open) return [];
    const { start, level, deepest } = open;
    open = undefined;
    stack.length = level;
    return [{ start, end, isCut, isDeep: deepest > DEEPEST }];
  };
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [found] = match;
    if (found === '"') {
      const end = endOfString(text, match.index + 1);
      if (stack.length === 1) key = text.slice(match.index + 1, Math.min(end, match.index + 50));
      if (text[end] !== '"') yield* close(end, true);
      mark.lastIndex = end + 1;
    } else if (found === '{' || found === '[') {
      const isNext = found === '{' && text[match.index - 1] === '\n' && open?.level === 0;
      if (isNext) yield* close(match.index, true);
      if (found === '[' && stack.length === 1 && stack[0] === '{' && containers.has(key)) open = undefined;
      else if (!open && found === '{') open = { start: match.index, level: stack.length, deepest: 0 };
      stack.push(found);
      if (open) open.deepest = Math.max(open.deepest, stack.length - open.level);
    } else if (stack.at(-1) === (found === '}' ? '{' : '[')) {
      stack.pop();
      if (open && stack.length <= open.level) yield* close(match.index + 1, false);
    }
  }
  yield* close(text.length, true);
}

/** The quote that ends a string; a line end ends one that has none, for no string of JSON goes over it. */
function endOfString(text: string, start: number): number {
  const mark = /["\\\r\n]/g;
  mark.lastIndex = start;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] !== '\\') return match.index;
    mark.lastIndex = match.index + 2;
  }
  return text.length;
}

function explain(error: ParseError | undefined): string {
  const words = error ? printParseErrorCode(error.error) : 'NotJson';
  return words.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase(); // "CommaExpected" -> "comma expected"
}

function readObject(tree: Node): {
  fields: Record<string, unknown>;
  offsets: Map<string, number>;
  repeated: string[];
} {
  const offsets = new Map<string, number>();
  const repeated = new Set<string>();
  for (const { children, offset } of tree.children ?? []) {
    const name = String(children?.[0]?.value);
    if (offsets.has(name)) repeated.add(name);
    offsets.set(name, offset);
  }
  return { fields: asObject(toValue(tree)), offsets, repeated: [...repeated] };
}

/** The value of a node; objects have no prototype to run into. */
function toValue(node: Node | undefined): unknown {
  if (node?.type === 'array') return (node.children ?? []).map(toValue);
  if (node?.type !== 'object') return node?.value;
  const entries = (node.children ?? []).map(({ children }) => [
    String(children?.[0]?.value),
    toValue(children?.[1]),
  ]);
  return Object.assign(
    Object.create(null),
    Object.fromEntries(entries.filter(([name]) => name !== '__proto__')),
  );
}

/** A value as an object; an empty one where it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A value as a list; an empty one where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as text: that of a number, too; undefined for anything else and for an empty text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
