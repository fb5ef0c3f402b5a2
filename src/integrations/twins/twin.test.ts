import { expect, test } from 'vitest';
import { renderTwin } from './twin.ts';

const render = (html: string) => renderTwin(html, 'https://bees.example.org/papers/hive/');

test('a page becomes its text, with headings, quotations, lists and tables', () => {
  const html =
    '<h1>Hive</h1><blockquote><p>A <em>hive</em>.</p></blockquote><ul><li>one</li><li>two</li></ul><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
  expect(render(html)).toBe('# Hive\n\n> A *hive*.\n\n- one\n- two\n\n| a |\n| - |\n| 1 |\n');
});

test('links hold wherever the text goes', () => {
  expect(
    render('<p><a href="/terms/">a</a> <a href="#x">b</a> <a href="https://example.org/">c</a></p>'),
  ).toBe(
    '[a](https://bees.example.org/terms/) [b](https://bees.example.org/papers/hive/#x) [c](https://example.org/)\n',
  );
});

test('what is to be used and not to be read is left out', () => {
  const html =
    '<p>Text</p><button>Save</button><svg><text>x</text></svg><p hidden>h</p><p class="a no-print">n</p><p aria-hidden="true">d</p><template>t</template>';
  expect(render(html)).toBe('Text\n');
});

test('text that looks like markup stays text', () => {
  expect(render('<p>&lt;script&gt; *not* [a](b)</p>')).toBe('\\<script> \\*not\\* \\[a]\\(b)\n');
});
