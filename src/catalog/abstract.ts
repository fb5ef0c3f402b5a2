// An abstract between plain text and Markdown: what the source says, written so that Markdown shows just that.
import type { Link, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { ADDRESS } from '../core/addresses.ts';
import { parseBody } from './body-text.ts';

const processor = remark().use(remarkGfm).data('settings', { bullet: '-', emphasis: '*' });

/**
 * Renders plain text as Markdown: everything that Markdown would read as a mark is escaped, and addresses
 * become links. `parseAbstract(renderAbstract(text))` is `text`.
 */
export function renderAbstract(text: string): string {
  const children: PhrasingContent[] = [];
  let position = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > position) children.push({ type: 'text', value: text.slice(position, match.index) });
    children.push(link(match[0]));
    position = match.index + match[0].length;
  }
  if (position < text.length) children.push({ type: 'text', value: text.slice(position) });
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  return processor.stringify(root);
}

function link(url: string): Link {
  return { type: 'link', url, title: null, children: [{ type: 'text', value: url }] };
}

/** The text that a Markdown abstract shows; paragraphs are joined by a line break. */
export function parseAbstract(markdown: string, tree = parseBody(markdown)): string {
  return tree.children.map((child) => textOf(child, { includeHtml: true })).join('\n');
}
