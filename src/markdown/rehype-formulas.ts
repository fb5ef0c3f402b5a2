// Formulas in TeX, between dollar signs, become MathML.
import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { splitFormulas } from '../formulas/formula.ts';

/** Renders the formulas of a text; code is left alone. */
export function rehypeFormulas() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && ['code', 'pre'].includes(node.tagName)) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces = splitFormulas(node.value);
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}
