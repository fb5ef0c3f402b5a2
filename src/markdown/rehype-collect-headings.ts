// The headings of a text, for whoever shows them beside it.
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Heading } from '../core/shared-survey.ts';

/** Adds each heading, which has its name by now, to the `headings` of the file. */
export function rehypeCollectHeadings() {
  return (
    tree: Root,
    { data: { headings = [] } }: { readonly data: { readonly headings?: Heading[] } },
  ): void => {
    visit(tree, 'element', (node) => {
      const depth = Number(/^h([1-6])$/.exec(node.tagName)?.[1]);
      if (!depth) return;
      let text = '';
      visit(node, 'text', ({ value }) => {
        text += value;
      });
      headings.push({ depth, slug: String(node.properties['id']), text });
    });
  };
}
