// YAML as a text that a person keeps: some of it is changed, every other byte stays as it is.
import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type ParsedNode,
  parseDocument,
  stringify,
  type YAMLSeq,
} from 'yaml';

/** What stands from one offset to another becomes another text. */
export type Edit = { readonly from: number; readonly to: number; readonly put: string };

/**
 * A text with some edits, those at the same place in their order, if it then says the same as `wanted`. If not, for something
 * is written in a way of its own, `wanted` is laid out anew.
 */
export function editYaml(text: string, edits: readonly Edit[], wanted: Document): string {
  const edited = edits
    .toReversed()
    .toSorted((a, b) => b.from - a.from)
    .reduce((so, { from, to, put }) => so.slice(0, from) + put + so.slice(to), text);
  const read = parseDocument(edited);
  return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), wanted.toJS()) ? edited : layOut(wanted);
}

/** A document as text, on lines as long as they need to be. */
export function layOut(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A field of a map, and from where to where it stands, its comments left out. */
export type Field = { readonly name: string; readonly from: number; readonly to: number };

/** The fields of a document, if it is a map, as they stand in its text. */
export function fieldsOf(text: string, { contents }: Document<ParsedNode>): Field[] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap((item) =>
    isScalar(item.key) && item.key.range
      ? { name: String(item.key.value), from: item.key.range[0], to: endOf(text, item) }
      : [],
  );
}

/** Puts lines before the first of some fields that come later, whose comments stay with it; or at the end. */
export function addLines(
  text: string,
  fields: readonly Field[],
  lines: string,
  later: ReadonlySet<string>,
): Edit[] {
  const next = fields.findIndex(({ name }) => later.has(name));
  const above = next < 0 ? fields.at(-1) : fields[next - 1];
  const [first] = fields;
  if (above) return [insertLines(text, above.to, lines, columnOf(text, above.from))];
  return first ? [insertLinesAbove(text, first.from, lines)] : [];
}

/** Adds a value to a list: on the same line, or on lines of its own, as the others are. */
export function addItem(text: string, list: YAMLSeq, value: unknown): Edit[] {
  if (!list.range) return [];
  const [start, end] = list.range;
  const last = list.items.at(-1);
  if (list.flow && last) return [insert(endOf(text, last), `, ${flowText(value)}`)];
  const row = (indent: number) =>
    insertLines(text, last ? endOf(text, last) : end, blockText([value]), indent);
  // "sources: [] # none yet"
  return last ? [row(columnOf(text, start))] : [{ from: start - 1, to: end, put: '' }, row(2)];
}

/** Puts something where nothing is taken away. */
export function insert(at: number, put: string): Edit {
  return { from: at, to: at, put };
}

/** Puts lines below that of an offset, whose comment stays where it is. */
export function insertLines(text: string, offset: number, lines: string, indent: number): Edit {
  return insert(endOfLine(text, offset), lineBreak(text, indent) + joinLines(text, lines, indent));
}

/** Puts lines above an offset, and indents them as far. */
function insertLinesAbove(text: string, offset: number, lines: string): Edit {
  const indent = columnOf(text, offset);
  return insert(offset, joinLines(text, lines, indent) + lineBreak(text, indent));
}

/** Puts lines in the place of a field, and indents them as far. */
export function replaceLines(text: string, { from, to }: Field, lines: string): Edit {
  return { from, to, put: joinLines(text, lines, columnOf(text, from)) };
}

/** Takes away the lines of a field. */
export function removeLines(text: string, { from, to }: Field): Edit {
  const end = endOfLine(text, to);
  return {
    from: from - columnOf(text, from),
    to: end + (/^\r?\n/.exec(text.slice(end))?.[0].length ?? 0),
    put: '',
  };
}

function joinLines(text: string, lines: string, indent: number): string {
  return lines.trimEnd().split('\n').join(lineBreak(text, indent));
}

function lineBreak(text: string, indent: number): string {
  return (/\r?\n/.exec(text)?.[0] ?? '\n') + ' '.repeat(indent);
}

function endOfLine(text: string, offset: number): number {
  return offset + (/\r?$/m.exec(text.slice(offset))?.index ?? 0);
}

/** Where a value ends, without the comments and blank lines that follow it. */
export function endOf(text: string, node: unknown): number {
  if (isPair(node)) return endOf(text, node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(text, node.items.at(-1));
  const end = (node as { range?: readonly [number, number, number] | null }).range?.[1] ?? text.length;
  return text.slice(0, end).trimEnd().length;
}

/** How far an offset is from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** A value on one line. */
export function flowText(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/** A value on lines as long as they need to be. */
export function blockText(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
