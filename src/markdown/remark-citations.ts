// Citations in essays become numbered links: [@slug] -> [3], with the number by order of first citation.

import type { Link, Parent, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { splitCitations } from '../core/citations.ts';
import { say } from '../core/words.ts';

/** What the plugin needs to know of the survey. */
export type CitationOptions = {
  /** Address of an entry's page. */
  readonly paperUrl: (slug: string) => string;
};

/** Numbers citations and links them to the page of the entry; `#ref-<slug>` describes them in the list of references. */
export function remarkCitations({ paperUrl }: CitationOptions) {
  return (tree: Root, { data }: { readonly data: { readonly isQuoted?: boolean } }): void => {
    if (data.isQuoted) return;
    const numbers = new Map<string, number>();
    visit(tree, 'text', (node: Text, index, parent) => {
      const pieces = splitCitations(node.value);
      if (!parent || index === undefined || !pieces.some((piece) => 'slugs' in piece)) return;
      const children = pieces.map((piece): PhrasingContent => {
        if ('text' in piece) return { type: 'text', value: piece.text };
        return citationGroup(piece.slugs, numbers, paperUrl);
      });
      (parent as Parent).children.splice(index, 1, ...children);
      return [SKIP, index + children.length];
    });
  };
}

function citationGroup(
  slugs: readonly string[],
  numbers: Map<string, number>,
  paperUrl: CitationOptions['paperUrl'],
): PhrasingContent {
  const links = slugs.flatMap((slug, index): PhrasingContent[] => {
    const number = numbers.get(slug) ?? numbers.size + 1;
    numbers.set(slug, number);
    const link: Link = {
      type: 'link',
      url: paperUrl(slug),
      children: [{ type: 'text', value: String(number) }],
      data: {
        hProperties: {
          className: ['citation'],
          ariaLabel: say`Reference ${number}`,
          ariaDescribedBy: [`ref-${slug}`],
        },
      },
    };
    return index === 0 ? [link] : [{ type: 'text', value: ', ' }, link];
  });
  return {
    type: 'emphasis',
    children: [{ type: 'text', value: '[' }, ...links, { type: 'text', value: ']' }],
    // Markdown has no node for it: an emphasis that becomes a span.
    data: { hName: 'span', hProperties: { className: ['citations'] } },
  };
}
