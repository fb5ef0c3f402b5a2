// No page loads anything from another site: an image from elsewhere becomes its description.
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** An address that names a host or a protocol: "https://a/b.png", "//a/b.png", "data:...". */
const REMOTE = /^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;

/** Replaces every image whose address is not within this site by its alternative text. */
export function rehypeLocalImages() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'img' || !parent || index === undefined) return;
      if (!REMOTE.test(String(node.properties['src'] ?? ''))) return;
      parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
    });
  };
}
