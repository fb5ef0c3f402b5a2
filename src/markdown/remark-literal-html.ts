// Raw HTML in Markdown is text: a `<tag>` that an author typed is shown, and no markup of theirs ever runs.
import type { Html, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Turns HTML in Markdown into the characters that it was typed with. */
export function remarkLiteralHtml() {
  return (tree: Root): void => {
    visit(tree, 'html', (node: Html, index, parent) => {
      if (!parent || index === undefined) return;
      const text: Text = { type: 'text', value: node.value };
      // HTML between paragraphs is a block of its own, and text may only stand within one.
      const isInline = parent.type === 'paragraph' || parent.type === 'heading' || isPhrasing(parent.type);
      parent.children[index] = isInline ? text : { type: 'paragraph', children: [text] };
      return SKIP;
    });
  };
}

function isPhrasing(type: string): boolean {
  return ['emphasis', 'strong', 'delete', 'link', 'linkReference', 'tableCell'].includes(type);
}
