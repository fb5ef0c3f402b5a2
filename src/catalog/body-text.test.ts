import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { remarkFormulas } from '../formulas/remark-formulas.ts';
import { parseBody, readBodyText } from './body-text.ts';

test.each([
  ['plain', 'Bees buzz.', 'buzz'],
  ['after an escape', 'Bees \\*dance\\* and buzz.', 'buzz'],
  ['after a character reference', 'Bees &amp; wasps &lt; buzz.', 'buzz'],
  ['after an ampersand that is none', 'Bees & wasps buzz.', 'buzz'],
  ['within emphasis and a link', 'Bees [*dance* and buzz](https://a.org).', 'buzz'],
  ['on a second line with an indent', 'Bees\n  dance\nand buzz.', 'buzz'],
  ['in a quotation', '> Bees\n> dance\n> and buzz.', 'buzz'],
  ['in a table', '| a | b |\n| - | - |\n| bees | buzz |', 'buzz'],
  ['after raw HTML', 'Bees <b>dance</b> buzz.', 'buzz'],
  ['in an address', 'See https://a.org/buzz and more.', 'buzz'],
  ['after a formula', 'Bees $\\{1\\}\\_2 \\\\ 3$ buzz.', 'buzz'],
  ['after a formula that was escaped', 'Bees $\\\\{1\\\\}\\\\\\\\$ buzz.', 'buzz'],
  ['in a second address', 'See https://a.org/ and https://a.org/buzz here.', 'buzz'],
])('the way back: %s', (_, body, word) => {
  const { text, at } = readBodyText(body);
  expect(text).toContain(word);
  expect(body.slice(at(text.indexOf(word)))).toMatch(new RegExp(`^${word}`));
});

test('code is left out', () => {
  expect(readBodyText('Bees `\\emph{x}` buzz.\n\n```\n\\emph\n```').text).not.toContain('emph');
});

test('a body is read without the parser only where the parser finds the same', () => {
  const parser = remark().use(remarkGfm).use(remarkFormulas);
  const pieces = fc.constantFrom(
    ...[
      'Bees',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '#',
      '1.',
      '1) ',
      '- ',
      '+ ',
      '=',
      '---',
      ':',
      '!',
      ']',
      ')',
      '|',
      '>',
      '^',
      '$',
      '$x_1$',
    ],
    ...[
      'http:',
      '//',
      'www.',
      'a.b',
      'x@y.z',
      'mailto:',
      '<https://a.org>',
      '<http://a.org/b_c*d_e*?f&amp;$g@h.i\\)>',
      '<https://',
      '&',
      '&amp;',
      '"',
      'é',
      '\u00A0',
      '\u2028',
      '\uFEFF',
      '\v',
    ],
  );
  const bodies = fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 8 });
  fc.assert(
    fc.property(bodies, (some) => {
      const body = some.join('');
      expect(parseBody(body)).toEqual(parser.parse(body));
    }),
    { seed: Number(process.env['SEED'] ?? 1), numRuns: 3000 },
  );
});
