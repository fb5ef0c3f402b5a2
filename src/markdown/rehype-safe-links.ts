// Links that are safe to follow: known protocols only, and outgoing links give nothing of this page away.
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

const PROTOCOLS = new Set(['https:', 'http:', 'mailto:']);
/** Stands for this site, so that a relative address can be read as a browser would. */
const HERE = new URL('https://here.invalid/');

/** Keeps links to http, https, mailto and this site; every other link becomes its text, as does one within another. */
export function rehypeSafeLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'a' || !parent || index === undefined) return;
      const target = readTarget(node.properties['href']);
      if (target === 'refused') {
        parent.children.splice(index, 1, ...(node.children as ElementContent[]));
        return index;
      }
      unwrapLinks(node);
      if (target === 'outgoing') node.properties['rel'] = ['noopener', 'noreferrer', 'external'];
      return undefined;
    });
  };
}

/** A link within the words of another, as of a citation, is words: HTML knows no such thing. */
function unwrapLinks(link: Element): void {
  visit(link, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

type Target = 'here' | 'outgoing' | 'refused';

/** Reads an address as a browser does, which ignores tabs and line breaks within `java\nscript:`. */
function readTarget(href: unknown): Target {
  if (typeof href !== 'string' || !URL.canParse(href, HERE)) return 'refused';
  const url = new URL(href, HERE);
  if (!PROTOCOLS.has(url.protocol)) return 'refused';
  return url.host === HERE.host || url.protocol === 'mailto:' ? 'here' : 'outgoing';
}
