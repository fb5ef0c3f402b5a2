import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAbstract, renderAbstract } from './abstract.ts';

test.each([
  'plain words',
  '<SEG> and <think>, a < b > c, &amp; and &',
  'Hive*, *starred*, __under__, `code`, [brackets](not a link), ~~struck~~',
  '# not a heading',
  '1. not a list',
  '- not a list',
  '> not a quotation',
  'at https://a.org/under_scored_name_*x*. Then https://b.org, and (https://c.org/d).',
  'footnote [^1] and ![image](x)',
  'table | cells | here',
  'www.example.org and someone@example.org and http://a.org',
  '---',
  '+1.3 J&F',
  'ends with a backslash \\',
])('“%s” comes back from Markdown as it was', (text) => {
  expect(parseAbstract(renderAbstract(text))).toBe(text);
});

test.each([
  ['(see https://a.org/Foo_(bar)).', '(see <https://a.org/Foo_(bar)>).'],
  ['https://doi.org/10.1061/(ASCE)126:1(17), too', '<https://doi.org/10.1061/(ASCE)126:1(17)>, too'],
  ['https://a.org/page(code) or https://a.org/x_(y', '<https://a.org/page>(code) or <https://a.org/x_>(y'],
])('of “%s” the parentheses that close belong to the address', (text, markdown) => {
  expect(renderAbstract(text)).toBe(`${markdown}\n`);
  expect(parseAbstract(markdown)).toBe(text);
});

test('addresses become links without the full stop behind them', () => {
  expect(renderAbstract('See https://a.org/b_c.')).toBe('See <https://a.org/b_c>.\n');
});

test.each([
  ['$\\{1\\}$', '$\\{1\\}$'],
  ['$50\\%$', '$50\\%$'],
  ['$x^{*}y^{*}$ and $a_{1}$, $b_{1}$', '$x^{*}y^{*}$ and $a_{1}$, $b_{1}$'],
  ['$a \\, b \\; c \\! d$', '$a \\, b \\; c \\! d$'],
  ['$\\begin{cases} 1 \\\\ 2 \\end{cases}$', '$\\begin{cases} 1 \\\\ 2 \\end{cases}$'],
  ['costs \\$5, *too*', 'costs $5, too'],
  ['$a = \\$5$', '$a = \\$5$'],
  ['$a &lt; b$', '$a < b$'],
  ['$a_{1} +\n  b_{1}$', '$a_{1} +\nb_{1}$'],
  ['$a\\_1$ and $b\\_1$', '$a_1$ and $b_1$'],
  ['$5 or `a_1$`', '$5 or a_1$'],
])('in %s a formula is TeX', (markdown, text) => {
  expect(parseAbstract(markdown)).toBe(text);
});

test('formulas come back from Markdown as they were, whatever is in them', () => {
  const pieces = fc.constantFrom(
    ...'$ \\ \\\\ \\{ \\} \\, \\; \\: \\! \\% \\& \\# \\$ \\_ \\* \\| \\[ \\( { } [ ] ( ) ^ _ * ` ~ < > & &lt; # ! : / . @ | = + - " \' 1 a p W \\alpha \\text'.split(
      ' ',
    ),
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (some) => {
      const text = `Let $${some.join('')}$ be $x$ of *.`;
      expect(parseAbstract(renderAbstract(text))).toBe(text);
    }),
    { seed: Number(process.env['SEED'] ?? 1), numRuns: 3000 },
  );
});
