import { expect, test } from 'vitest';
import { findInterfaceTexts } from './interface-texts.ts';

test.each([
  ['<h2>{say`Themes`}</h2>', ['Themes']],
  [`say\`Page \${number} of \${last}\``, ['Page {1} of {2}']],
  [`say\`By \${names.map((name) => \`\${name}}\`).join("}")}.\``, ['By {1}.']],
  [`say\`one \${isLast ? '' : say\`two \${three}\`}\``, ['one {1}', 'two {1}']],
  [`say\`it\\\`s \${'\`'} here\``, ['it`s {1} here']],
  ["count(papers.length, 'paper')", ['{1} papers']],
  ["count(mice(a, b), 'mouse', 'mice')", ['{1} mice']],
  ['essay`no`', []],
  [`say\`not closed \${`, ['not closed {1}']],
])('%s', (source, texts) => {
  expect(findInterfaceTexts(source)).toEqual(texts);
});
