// A page as Markdown. Pure.
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { SKIP, visit } from 'unist-util-visit';

const markdown = remark().use(remarkGfm).data('settings', { bullet: '-', rule: '-' });

/** What is to be used, not to be read: controls, pictures that a list repeats, what the print has not either. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'button',
  'form',
  'script',
  'select',
  'style',
  'svg',
  'template',
]);

/** Renders a text of a page as Markdown; `address` is that of the page, so that links hold wherever the text goes. */
export function renderTwin(html: string, address: string): string {
  const main = fromHtml(html, { fragment: true });
  visit(main, 'element', (element, index, parent) => {
    if (parent && index !== undefined && isLeftOut(element)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    // As Markdown has it: TeX between dollar signs.
    if (parent && index !== undefined && element.tagName === 'math') {
      parent.children[index] = {
        type: 'text',
        value: `$${element.properties['alttext'] ?? element.properties['altText']}$`,
      };
      return [SKIP, index + 1];
    }
    const { href, src } = element.properties;
    if (typeof href === 'string') element.properties['href'] = new URL(href, address).href;
    if (typeof src === 'string') element.properties['src'] = new URL(src, address).href;
    return undefined;
  });
  const tree = toMdast(main);
  if (tree.type !== 'root') throw new Error(`${address} has no text.`);
  return markdown.stringify(tree);
}

function isLeftOut({ tagName, properties }: Element): boolean {
  const { className, hidden, ariaHidden } = properties;
  const classes = Array.isArray(className) ? className : [];
  return LEFT_OUT.has(tagName) || Boolean(hidden) || ariaHidden === 'true' || classes.includes('no-print');
}
