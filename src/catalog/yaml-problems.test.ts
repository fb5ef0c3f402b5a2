import { expect, test } from 'vitest';
import { parseYaml } from './yaml-file.ts';

/** What is said of a text: "line:column message cure". */
function saidOf(text: string): string[] {
  return parseYaml(text, 'a.md').diagnostics.map(({ place, message, cure }) => {
    const at = 'line' in place ? `${place.line}:${place.column}` : '';
    return `${at} ${message} ${cure}`;
  });
}

test.each([
  ['links:\n\tcode: y\n', '2:1 The line is indented with a tab. Indent with spaces.'],
  [
    'links:\n    code: y\n  data: z\n',
    '3:3 The line is indented by 2 spaces, and belongs to nothing above it.',
  ],
  ['title: x\n  themes: [a]\n', '2:3 The line is indented as a part of title, which has a value already.'],
  ['title: "x"\n  themes: [a]\n', '2:3 The line is indented by 2 spaces'],
  ['authors:\n   - A\n  - B\n', '3:3 This item belongs to no list'],
  ['title: x\n- b\n', '2:1 This item belongs to no list'],
  [
    'title: "Nest choice\nthemes: [a]\n',
    '1:8 The value that begins with " has no " at its end. Write " at its end',
  ],
  [
    "title: 'Nest choice\nthemes: [a]\n",
    "1:8 The value that begins with ' has no ' at its end. Write ' at its end",
  ],
  ['title: "A "Nest" choice"\n', 'double quotes: title: "A \\"Nest\\" choice"'],
  ["title: 'Bees' nests'\n", 'double quotes: title: "Bees\' nests"'],
  [
    'title: "50\\% of"\n',
    '1:11 In double quotes YAML reads a backslash with the sign behind it, and \\% means nothing. Write \\\\%',
  ],
  ['title: Choice: how swarms vote\n', '1:8 The value has a colon and a space in it'],
  ['title: Choice: how swarms vote\n', 'double quotes: title: "Choice: how swarms vote"'],
  [
    'title: x\nkey b\n',
    '2:1 The line is no field: it has no name with a colon and a space behind it. Write a colon, as in key: b;',
  ],
  ['title Nest\nthemes: [a]\n', '1:1 The line is no field'],
  ['title: x\nkey:b\nthemes: [a]\n', '2:4 A space is missing behind the colon of key. Write a space: key: b'],
  ['title:x\nkey:b\n', '1:6 A space is missing behind the colon of title.'],
  [
    'title: x\nkey: a\nlinks: {}\nkey: b\n',
    '4:1 The field key is there already, 2 lines before. Keep one of the two fields.',
  ],
  ['themes: [a, b\nkey: c\n', '1:9 The list that begins with [ has no ] at its end.'],
  ['themes: [\n  a\nkey: c\n', '1:9 The list that begins with [ has no ] at its end.'],
  ['links: {code: x\nkey: c\n', '1:8 The group of fields that begins with { has no } at its end.'],
  ['themes: [a, b]]\n', '1:15 This ] closes nothing. Remove it.'],
  ['themes: ["a" "b"]\n', '1:14 Here a comma is missing.'],
  ['links: {code: x data: y}\n', '1:15 Here a comma is missing'],
  ['title: [Bees] decide\n', '1:8 YAML takes [ at the beginning of a value for a sign'],
  ['title: *Bees* decide\n', '1:8 YAML takes * at the beginning of a value for a sign'],
  ['title: > 5 bees\n', '1:8 YAML takes > at the beginning of a value for a sign'],
  ['title: - bees\n', '1:8 YAML takes - at the beginning of a value for a sign'],
  ['title: @home\n', '1:8 A value without quotes cannot begin with “@”'],
  ['title: @home\n', 'double quotes: title: "@home"'],
  ['title: `code`\n', '1:8 A value without quotes cannot begin with “`”'],
  ['title: %5 of bees\n', '1:8 A value without quotes cannot begin with “%”'],
  [
    'authors: [@ada, b]\n',
    '1:11 A value without quotes cannot begin with “@”: in YAML it is a sign of its own. Put the whole value in double quotes: "@ada"',
  ],
  ['title: !Kung\n', '1:8 A value without quotes cannot begin with “!”'],
  ['title: *bees\n', '1:8 A value without quotes cannot begin with “*”'],
  ['title: &bees decide\n', '1:8 A value without quotes cannot begin with “&”'],
  ['a: 1\n---\nb: 2\n', '2:1 Here a second document begins'],
])('of %j one thing is said: %s', (text, said) => {
  expect(saidOf(text)).toEqual([expect.stringContaining(said)]);
});

test.each([
  'title: x\nsummary: |\n  a: b\n  - c\n',
  'a: &x b\nc: *x\n',
  'title: "Choice: how"\nthemes: [a, "b: c"]\n',
  '# nothing yet\n',
  '',
])('%j is sound', (text) => {
  expect(saidOf(text)).toEqual([]);
});
