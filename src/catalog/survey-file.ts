// `content/survey.yaml` as a text that a person keeps: rows are added and changed, every other byte stays as it is.
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { SourceFields } from '../core/schema/survey.ts';
import {
  addItem,
  blockText,
  columnOf,
  type Edit,
  editYaml,
  endOf,
  flowText,
  insert,
  insertLines,
} from './yaml-edit.ts';

/** Lists sources in the text of survey.yaml: a new one at the end, a known one with its new fields. */
export function listSources(text: string, sources: readonly SourceFields[]): string {
  return sources.reduce(listSource, text);
}

function listSource(text: string, source: SourceFields): string {
  const document = parseDocument(text);
  const list = document.get('sources');
  if (!isSeq(list)) throw new Error('content/survey.yaml has no list of sources.');
  const known = list.items.find((item) => isMap(item) && item.get('file') === source.file);
  const edits = isMap(known) ? changeFields(text, known, source) : addItem(text, list, source);
  list.flow = false;
  if (isMap(known))
    for (const [name, value] of Object.entries(source)) known.set(name, document.createNode(value));
  else list.add(document.createNode(source));
  return editYaml(text, edits, document);
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
  return [...edits, insertLines(text, end, blockText(missing), columnOf(text, map.range?.[0] ?? 0))];
}
