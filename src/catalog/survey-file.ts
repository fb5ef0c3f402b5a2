// `content/survey.yaml` as a text that a person keeps: rows are added and changed, everything else stays as it is.
import { isMap, isSeq, parseDocument } from 'yaml';
import type { SourceFields } from '../core/schema/survey.ts';

/** Lists sources in the text of survey.yaml: a new one at the end, a known one with its new fields. */
export function listSources(text: string, sources: readonly SourceFields[]): string {
  const document = parseDocument(text);
  const list = document.get('sources');
  if (!isSeq(list)) throw new Error('content/survey.yaml has no list of sources.');
  list.flow = false;
  for (const source of sources) {
    const known = list.items.find((item) => isMap(item) && item.get('file') === source.file);
    if (isMap(known))
      for (const [name, value] of Object.entries(source)) known.set(name, document.createNode(value));
    else list.add(document.createNode(source));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
