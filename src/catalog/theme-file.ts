// `content/themes/<theme>.md` as a text that a person keeps: one field changes, every other byte stays as it is.
import { isSeq, parseDocument } from 'yaml';
import { splitFront } from './entry-file.ts';
import { addItem, addLines, editYaml, fieldsOf, flowText } from './yaml-edit.ts';

/** The fields before which `also` stands. */
const LATER: ReadonlySet<string> = new Set(['parts', 'signals']);

/** Names a paper in the field `also` of a theme: its essay leaves the paper out. */
export function addAlso(text: string, slug: string): string {
  const { opening, front, rest } = splitFront(text);
  const document = parseDocument(front);
  const also = document.get('also');
  const edits = isSeq(also)
    ? addItem(front, also, slug)
    : addLines(front, fieldsOf(front, document), `also: ${flowText([slug])}`, LATER);
  if (isSeq(also)) also.add(document.createNode(slug));
  else document.set('also', [slug]);
  return opening + editYaml(front, edits, document) + rest;
}
