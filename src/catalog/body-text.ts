// The plain text that a Markdown body shows, with the way back: where in the body each of its characters was typed.
import type { Link, Nodes, Root, Text } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { PUNCTUATION } from '../core/maths.ts';
import { remarkFormulas } from '../formulas/remark-formulas.ts';

const processor = remark().use(remarkGfm).use(remarkFormulas);

/** A body as plain text. `at` gives the offset in the body for an offset in the text. */
export type BodyText = { readonly text: string; readonly at: (offset: number) => number };

/** Reads a body as Markdown, with the places of its nodes. */
export function parseBody(body: string): Root {
  return parsePlain(body) ?? processor.parse(body);
}

/** The same, when somebody asks first: several rules look at a body, and at that of an entry that is sound none does. */
export function parseLater(body: string): () => Root {
  let tree: Root | undefined;
  return () => {
    tree ??= parseBody(body);
    return tree;
  };
}

/** What can be more than text: escapes, code, links, references, HTML; emphasis, which needs two signs; addresses. */
const MARK = /[\\`[<~\r\t\0]|[*_][\s\S]*[*_]|@(?=[\w.-]*\.[\w-])|&(?=#?\w+;)|:\/\/|www\./i;
/** A line that is no heading, list, quotation or table, with line breaks around it. */
const LINE = /^(\n*)((?!\d{1,9}[.)])[\p{L}\p{N}"“‘'(](?:[^\n]*[^\s])?)\n*$/u;

/** An address in brackets, as ingest writes it: a quarter of the abstracts have one, and most of these no other mark. */
const ADDRESS = /<(https?:\/\/[^\s<>]+)>/g;

/** Most abstracts are one line without other marks: then the parser, by far the slowest part of a check, has nothing to find. */
export function parsePlain(body: string): Root | undefined {
  const unmarked = body.replace(ADDRESS, (address) => 'x'.repeat(address.length));
  if (MARK.test(unmarked)) return undefined;
  const [, before = '', value] = LINE.exec(unmarked) ?? [];
  if (value === undefined) return undefined;
  const line = before.length + 1;
  const pointAt = (offset: number) => ({ line, column: offset - before.length + 1, offset });
  const last = before.length + value.length;
  const [start, end] = [pointAt(before.length), pointAt(last)];
  const after = body.length - last;
  return {
    type: 'root',
    children: [
      { type: 'paragraph', children: readLine(body, before.length, last, pointAt), position: { start, end } },
    ],
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: after === 0 ? end : { line: line + after, column: 1, offset: body.length },
    },
  };
}

type Point = NonNullable<Root['position']>['start'];

/** The text between two offsets, with its addresses. */
function readLine(
  body: string,
  from: number,
  to: number,
  pointAt: (offset: number) => Point,
): (Text | Link)[] {
  const place = (start: number, end: number) => ({ start: pointAt(start), end: pointAt(end) });
  const text = (start: number, end: number): Text[] =>
    start < end ? [{ type: 'text', value: body.slice(start, end), position: place(start, end) }] : [];
  const nodes: (Text | Link)[] = [];
  let next = from;
  for (const { 0: address, 1: url = '', index } of body.matchAll(ADDRESS)) {
    const end = index + address.length;
    const children = text(index + 1, end - 1);
    nodes.push(...text(next, index), {
      type: 'link',
      title: null,
      url,
      children,
      position: place(index, end),
    });
    next = end;
  }
  return [...nodes, ...text(next, to)];
}

type Segment = { readonly start: number; readonly value: string; readonly source: number };

/** The words of a body, those in code left out: blocks and code become line breaks. */
export function readBodyText(body: string, tree = parseBody(body)): BodyText {
  const segments: Segment[] = [];
  let text = '';
  const visit = (node: Nodes, source: number): void => {
    const here = node.position?.start.offset ?? source;
    if (node.type === 'text' || node.type === 'html') {
      // An address without brackets is a node of its own, for which the library gives no place.
      const start = node.position ? here : Math.max(body.indexOf(node.value, here), here);
      segments.push({ start: text.length, value: node.value, source: start });
      text += node.value;
    } else if ('children' in node) {
      let next = here;
      for (const child of node.children) {
        visit(child, next);
        next = child.position?.end.offset ?? next;
      }
      if (isBlock(node)) text += '\n';
    } else text += '\n';
  };
  visit(tree, 0);
  const at = (offset: number): number => {
    const segment = segments[findSegment(segments, offset)];
    return segment ? segment.source + typedLength(body, segment, offset - segment.start) : 0;
  };
  return { text, at };
}

/** A body with spaces in the place of its code, so that every offset stays. */
export function blankCode(body: string, root: Root): string {
  let text = '';
  visit(root, ['inlineCode', 'code'], ({ position }) => {
    const { start, end } = position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    text += body.slice(text.length, start.offset) + ' '.repeat(end.offset - start.offset);
  });
  return text + body.slice(text.length);
}

/** The last segment that begins at an offset or before it. */
function findSegment(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isBlock({ type }: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'listItem', 'blockquote'].includes(type);
}

/** "&amp;", "&#38;", "&#x26;" */
const REFERENCE = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/y;

/** How much was typed for the first characters of a node: an escape, a reference or an indent is more than one. */
function typedLength(body: string, { value, source }: Segment, length: number): number {
  let at = source;
  for (let index = 0; index < length; index++) {
    const character = value[index];
    REFERENCE.lastIndex = at;
    const reference = body[at] === '&' && REFERENCE.exec(body)?.[0];
    if (isEscaped(body, at, value, index)) at += 2;
    else if (reference && body[at + 1] !== value[index + 1]) at += reference.length;
    else at++;
    if (character === '\n') while (body[at] === ' ' || body[at] === '>') at++;
  }
  return at - source;
}

/** Whether a character was typed with a backslash before it. The line break of TeX in a formula, "1 \\ 2", is two characters. */
function isEscaped(body: string, at: number, value: string, index: number): boolean {
  const character = value[index] ?? '';
  if (body[at] !== '\\' || body[at + 1] !== character || !PUNCTUATION.test(character)) return false;
  return character !== '\\' || value[index + 1] !== '\\' || PUNCTUATION.test(body[at + 2] ?? '');
}
