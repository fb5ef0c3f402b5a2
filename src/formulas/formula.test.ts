import type { ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { plainFormulas, renderFormula, splitFormulas } from './formula.ts';

/** A tree in short: "msup(mi(n) mn(2))". */
function outline(node: ElementContent): string {
  if (node.type !== 'element') return 'value' in node ? node.value : '';
  return `${node.tagName}(${node.children.map(outline).join(' ')})`;
}

const outlines = (text: string) => splitFormulas(text).map(outline).join('|');

/** Names of all elements, and of all their attributes. */
function namesIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'element' ? [node.tagName, ...Object.keys(node.properties), ...namesIn(node.children)] : [],
  );
}

test('a formula becomes MathML, with its TeX as the other text', () => {
  expect(outlines('It takes $n^2$ steps')).toBe('It takes |math(msup(mi(n) mn(2)))| steps');
  expect(splitFormulas('$n^2$')).toMatchObject([{ properties: { alttext: 'n^2' } }]);
  expect(outlines('for \\(x \\le 1\\).')).toContain('mo(≤)');
});

test('money is no formula', () => {
  expect(outlines('$5 and $6, or $7')).toBe('$5 and $6, or $7');
});

describe('in plain characters', () => {
  test.each([
    ['an $O(n^2)$ bound', 'an O(n²) bound'],
    ['$\\alpha_1$-bees', 'α₁-bees'],
    ['$\\frac{1}{2}$ of $10^{-3}$', '1/2 of 10⁻³'],
    ['$x^{ab}$', 'x^(ab)'],
    ['$\\sqrt{n}$', '√n'],
    ['no formula', 'no formula'],
    ['$\\nosuchcommand{x}$', '$\\nosuchcommand{x}$'],
  ])('%s', (text, plain) => {
    expect(plainFormulas(text)).toBe(plain);
  });
});

test('what cannot be read stays as it is typed, and says why', () => {
  expect(renderFormula('\\nosuchcommand{x}')).toEqual({
    problem: 'Unsupported function name: \\nosuchcommand',
  });
  expect(outlines('a $\\nosuchcommand{x}$ b')).toBe('a $\\nosuchcommand{x}$ b');
});

describe('nothing but a formula gets through', () => {
  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://evil.example/a.png}',
    '\\class{evil}{x}',
    '\\style{color:red}{x}',
    '\\htmlData{a=b}{x}',
    '\\color{red}{x}',
    '\\hat{y}',
    '\\text{<script>alert(1)</script>}',
    '<img src=x onerror=alert(1)>',
    '\\boxed{42}',
    '\\def\\a{\\a\\a}\\a',
    '\\rule{1e9em}{1e9em}',
    '{'.repeat(500),
    '\\begin{cases}1\\\\2\\end{cases}',
  ])('%s', (tex) => {
    const allowed =
      /^(?:m\w+|none|alttext|accent|accentUnder|fence|form|stretchy|lspace|rspace|width|height|depth|displayStyle|displaystyle|scriptlevel|movablelimits|notation)$/;
    expect(namesIn(splitFormulas(`$${tex}$`)).filter((name) => !allowed.test(name))).toEqual([]);
  });
});
