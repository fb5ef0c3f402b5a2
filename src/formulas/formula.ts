// Formulas in TeX as MathML, which browsers show without a script, and as plain text, where there is no markup.
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml, { type Options } from 'temml';
import { locateMaths } from '../core/maths.ts';

/** A formula as an element, or why it cannot be one, in the words of the TeX reader. */
export type Formula = { readonly element: Element } | { readonly problem: string };

/** Commands that reach beyond the formula are refused, and so is what grows without end. */
const OPTIONS: Options = {
  throwOnError: true,
  trust: false,
  strict: false,
  maxExpand: 200,
  maxSize: [10, 10],
};

/** MathML Core's elements (W3C, 2025), as far as TeX needs them. Anything else is no formula. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `math mfrac menclose mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover none`.split(/\s+/),
);
/** Attributes that say how a formula is read. What is left out is looks: the policy of the site refuses styles. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `accent accentUnder columnAlign columnSpan displayStyle fence form largeOp linethickness lspace mathVariant
  minSize maxSize movableLimits notation rowSpan rspace scriptLevel separator stretchy symmetric width height depth`
    .toLowerCase()
    .split(/\s+/),
);

/** Renders the TeX of a formula, which may have its dollar signs. */
export function renderFormula(text: string): Formula {
  const tex = text.replace(/^\$+|\$+$/g, '').trim();
  try {
    const [math] = fromHtml(temml.renderToString(tex, OPTIONS), { fragment: true }).children;
    if (math?.type !== 'element' || !isMaths(math)) return { problem: 'It is more than a formula' };
    return { element: { ...keepMeaning(math), properties: { alttext: tex } } };
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(
      /:? at position|\n/,
    );
    return { problem: message.trim() || 'It cannot be read' };
  }
}

function isMaths({ tagName, children }: Element): boolean {
  return ELEMENTS.has(tagName) && children.every((child) => child.type !== 'element' || isMaths(child));
}

function keepMeaning({ tagName, properties, children }: Element): Element {
  const kept = Object.entries(properties).filter(([name]) => ATTRIBUTES.has(name.toLowerCase()));
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(kept),
    children: children.map((child) => (child.type === 'element' ? keepMeaning(child) : child)),
  };
}

/** The pieces of a text: words, and formulas as elements; one that cannot be rendered stays words. */
export function splitFormulas(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let position = 0;
  for (const span of locateMaths(text)) {
    const formula = renderFormula(span.text);
    if ('problem' in formula) continue;
    if (span.start > position) pieces.push({ type: 'text', value: text.slice(position, span.start) });
    pieces.push(formula.element);
    position = span.end;
  }
  if (position < text.length) pieces.push({ type: 'text', value: text.slice(position) });
  return pieces;
}

/** A text with its formulas in plain characters: "$O(n^2)$" -> "O(n²)". */
export function plainFormulas(text: string): string {
  return splitFormulas(text)
    .map((piece) => ('value' in piece ? piece.value : plainText(piece)))
    .join('');
}

const SUPERSCRIPTS = makeDigits('0123456789+−-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPTS = makeDigits('0123456789+−-=()aeijoruvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₒᵣᵤᵥₓ');

function makeDigits(from: string, to: string): ReadonlyMap<string, string> {
  const signs = [...to];
  return new Map([...from].map((character, index) => [character, signs[index] ?? '']));
}

function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const parts = node.children.map(plainText);
  const [base = '', first = '', second = ''] = parts;
  switch (node.tagName) {
    case 'msup':
      return base + shift(first, SUPERSCRIPTS, '^');
    case 'msub':
      return base + shift(first, SUBSCRIPTS, '_');
    case 'msubsup':
      return base + shift(first, SUBSCRIPTS, '_') + shift(second, SUPERSCRIPTS, '^');
    case 'mfrac':
      return `${grouped(base)}/${grouped(first)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    default:
      return parts.join('');
  }
}

/** Raised or lowered, if there are characters for all of it. */
function shift(text: string, signs: ReadonlyMap<string, string>, mark: string): string {
  const shifted = [...text].map((character) => signs.get(character));
  return shifted.every((sign) => sign !== undefined) ? shifted.join('') : mark + grouped(text);
}

function grouped(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}
