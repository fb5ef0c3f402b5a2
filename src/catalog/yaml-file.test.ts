import { expect, test } from 'vitest';
import { parseYaml } from './yaml-file.ts';

test('every field has its place, its key too, and a missing one that of its parent', () => {
  const yaml = parseYaml('title: x\nlinks:\n  code: y\nthemes: [a, b]\n', 'a.md', 2);
  expect(yaml.locate(['links', 'code'])).toEqual({ file: 'a.md', line: 4, column: 9 });
  expect(yaml.locate(['links', 'code'], 'key')).toEqual({ file: 'a.md', line: 4, column: 3 });
  expect(yaml.locate(['themes', 1])).toEqual({ file: 'a.md', line: 5, column: 13 });
  expect(yaml.locate(['links', 'data'])).toEqual({ file: 'a.md', line: 4, column: 3 });
  expect(yaml.locate(['nothing', 'here'])).toEqual({ file: 'a.md', line: 2, column: 1 });
});

test('a duplicate key is an error at the second one', () => {
  expect(parseYaml('a: 1\na: 2\n', 'a.md').diagnostics).toMatchObject([
    { rule: 'yaml', cure: 'Keep one of the two fields.', place: { line: 2, column: 1 } },
  ]);
});

test('a bomb of aliases is refused', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]\n`;
  expect(parseYaml(bomb, 'a.md').diagnostics).toMatchObject([{ rule: 'yaml' }]);
});
