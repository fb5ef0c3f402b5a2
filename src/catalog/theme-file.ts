// `content/themes/<theme>.md` as a text that a person keeps: one field changes, everything else stays as it is.
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Names a paper in the field `also` of a theme: its essay leaves the paper out. */
export function addAlso(text: string, slug: string): string {
  const end = text.indexOf('\n---', 3) + 1;
  const document = parseDocument(text.slice(text.indexOf('\n') + 1, end));
  const map = document.contents;
  if (!isMap(map)) return text;
  const also = map.get('also', true);
  if (isSeq(also)) also.add(document.createNode(slug));
  else {
    const pair = document.createPair('also', [slug]);
    const list = pair.value as unknown as { flow?: boolean };
    list.flow = true;
    const index = map.items.findIndex(
      ({ key }) => isScalar(key) && ['parts', 'signals'].includes(String(key.value)),
    );
    map.items.splice(index < 0 ? map.items.length : index, 0, pair as (typeof map.items)[number]);
  }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}${text.slice(end)}`;
}
