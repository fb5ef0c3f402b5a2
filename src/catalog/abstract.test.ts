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
