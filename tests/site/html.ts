// Reading built HTML as a browser would: its words, where it leads, and what it loads.
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** A built page. */
export type HtmlPage = {
  readonly html: string;
  /** The words of the body. */
  readonly text: string;
  /** The words of the first element of a name. */
  readonly textOf: (tagName: string) => string | undefined;
  /** Where its links and forms lead. */
  readonly links: readonly string[];
  /** What it loads: scripts, stylesheets, fonts, images. */
  readonly files: readonly string[];
  readonly ids: readonly string[];
};

/** Reads a page. White space in words is folded, as it is when shown. */
export function readHtml(html: string): HtmlPage {
  const elements = elementsOf(fromHtml(html));
  const first = (tagName: string) => elements.find((element) => element.tagName === tagName);
  const valuesOf = (tagNames: readonly string[], property: string) =>
    elements
      .filter(({ tagName }) => tagNames.includes(tagName))
      .flatMap(({ properties }) => {
        const value = properties[property];
        return typeof value === 'string' ? [value] : [];
      });
  const textOf = (tagName: string) => {
    const element = first(tagName);
    return element && wordsOf(element);
  };
  return {
    html,
    text: textOf('body') ?? '',
    textOf,
    links: [...valuesOf(['a'], 'href'), ...valuesOf(['form'], 'action')],
    files: [...valuesOf(['script', 'img', 'iframe', 'source'], 'src'), ...loadedByLinks(elements)],
    ids: elements.flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : [])),
  };
}

function elementsOf(root: Root): Element[] {
  const elements: Element[] = [];
  visit(root, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

/** `<link rel="canonical">` says where a page belongs; every other one loads something. */
function loadedByLinks(elements: readonly Element[]): string[] {
  return elements
    .filter(
      ({ tagName, properties }) => tagName === 'link' && !String(properties['rel']).includes('canonical'),
    )
    .map(({ properties }) => String(properties['href']));
}

function wordsOf(node: Nodes): string {
  const parts: string[] = [];
  visit(node, 'text', ({ value }) => {
    parts.push(value);
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}
