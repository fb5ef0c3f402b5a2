// The first mention of each term of the glossary becomes a link to its page.
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { makeTermSplitter, type TermFinder } from '../core/terms.ts';

/** What the plugin needs to know of the survey. */
export type TermLinkOptions = {
  readonly findTerms: TermFinder;
  /** Address of a term's page. */
  readonly termUrl: (id: string) => string;
};

/** No link within these: they are links already, or their words are not prose. */
const LEFT_ALONE = new Set(['a', 'code', 'pre', 'math', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Links the first mention of each term, but of the `notTerms` of the file, whose words mean something else. */
export function rehypeTermLinks({ findTerms, termUrl }: TermLinkOptions) {
  return (tree: Root, { data }: { readonly data: { readonly notTerms?: readonly string[] } }): void => {
    const split = makeTermSplitter(findTerms, data.notTerms);
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && LEFT_ALONE.has(node.tagName)) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces = split(node.value).map(
        ({ text, term }): ElementContent =>
          term === undefined ? { type: 'text', value: text } : termLink(term, text, termUrl),
      );
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

function termLink(id: string, words: string, termUrl: TermLinkOptions['termUrl']): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['term'], href: termUrl(id), dataTerm: id },
    children: [{ type: 'text', value: words }],
  };
}
