// `content/survey.yaml` as a text that a person keeps: rows are added and changed, every other byte stays as it is.
import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { SourceFields } from '../core/schema/survey.ts';

/** Lists sources in the text of survey.yaml: a new one at the end, a known one with its new fields. */
export function listSources(text: string, sources: readonly SourceFields[]): string {
  return sources.reduce(listSource, text);
}

/** What stands from one offset to another becomes another text. */
type Edit = { readonly from: number; readonly to: number; readonly put: string };

function listSource(text: string, source: SourceFields): string {
  const document = parseDocument(text);
  const list = document.get('sources');
  if (!isSeq(list)) throw new Error('content/survey.yaml has no list of sources.');
  const known = list.items.find((item) => isMap(item) && item.get('file') === source.file);
  const edits = isMap(known) ? changeFields(text, known, source) : addRow(text, list, source);
  const edited = applyEdits(text, edits);
  list.flow = false;
  if (isMap(known))
    for (const [name, value] of Object.entries(source)) known.set(name, document.createNode(value));
  else list.add(document.createNode(source));
  // Where a row is written in a way of its own, it is the whole file that is laid out anew.
  return isDeepStrictEqual(parseDocument(edited).toJS(), document.toJS())
    ? edited
    : document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function addRow(text: string, list: unknown, source: SourceFields): Edit[] {
  if (!isSeq(list) || !list.range) return [];
  const [start, end] = list.range;
  const last = list.items.at(-1);
  if (list.flow && last) return [insert(endOf(text, last), `, ${flowText(source)}`)];
  const row = (indent: number) => insertLines(text, last ? endOf(text, last) : end, [source], indent);
  // "sources: [] # none yet"
  return last ? [row(columnOf(text, start))] : [{ from: start - 1, to: end, put: '' }, row(2)];
}

/** The changes that give a row its new fields. */
function changeFields(text: string, map: YAMLMap, fields: object): Edit[] {
  const added: [string, unknown][] = [];
  const edits = Object.entries(fields).flatMap(([name, value]): Edit[] => {
    const node = map.get(name, true) as unknown;
    if (isMap(node) && typeof value === 'object') return changeFields(text, node, value);
    if (isScalar(node) && node.range && node.value !== value)
      return [{ from: node.range[0], to: node.range[1], put: flowText(value) }];
    if (node === undefined) added.push([name, value]);
    return [];
  });
  if (added.length === 0) return edits;
  const missing = Object.fromEntries(added);
  const end = endOf(text, map.items.at(-1) ?? map);
  if (map.flow) return [...edits, insert(end, `, ${flowText(missing).slice(1, -1)}`)];
  return [...edits, insertLines(text, end, missing, columnOf(text, map.range?.[0] ?? 0))];
}

function insert(at: number, put: string): Edit {
  return { from: at, to: at, put };
}

/** Puts a value on lines of its own below the line of an offset, whose comment stays where it is. */
function insertLines(text: string, offset: number, value: unknown, indent: number): Edit {
  const [lineEnd] = /\r?\n/.exec(text) ?? ['\n'];
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split('\n');
  const put = lines.map((line) => `${lineEnd}${' '.repeat(indent)}${line}`).join('');
  return insert(offset + (/\r?$/m.exec(text.slice(offset))?.index ?? 0), put);
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((edited, { from, to, put }) => edited.slice(0, from) + put + edited.slice(to), text);
}

/** Where a value ends, without the comments and blank lines that follow it. */
function endOf(text: string, node: unknown): number {
  if (isPair(node)) return endOf(text, node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(text, node.items.at(-1));
  const end = (node as { range?: readonly [number, number, number] | null }).range?.[1] ?? text.length;
  return text.slice(0, end).trimEnd().length;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function flowText(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
