// Inputs that are refused: each with the rule that says so. `check` names the file and the cure, and the build stops.
import type { RuleId } from '../../src/core/rules.ts';
import { ENTRY, GLOSSARY, PATH, SURVEY, THEME } from './survey.ts';

/** A file of a small survey, as it would have to be to do harm; and the rule that refuses it. */
export type Refused = {
  readonly name: string;
  readonly rule: RuleId;
  /** Files by path; what is not named is as in a sound survey. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links: where they stand, and where they lead. */
  readonly links?: Readonly<Record<string, string>>;
};

const entry = (fields: string, body = 'Bees.') => ({
  [ENTRY]: `---\ntitle: Waggle\nthemes: [choice]\n${fields}\n---\n\n${body}\n`,
});
const plain = (text: string) => ({ [ENTRY]: text });
const survey = (from: string, to: string) => ({
  [SURVEY.file]: SURVEY.text.replace(from, to),
});
const theme = (from: string, to: string) => ({ [THEME.file]: THEME.text.replace(from, to) });
const glossary = (...rows: string[]) => ({
  [GLOSSARY]: `terms:\n${rows.map((row) => `- {kind: concept, definition: b, ${row}}`).join('\n')}\n`,
});
const essay = (text: string) => ({ [THEME.file]: `${THEME.text}\n[@bees] ${text}\n` });
const path = (text: string) => ({ [PATH]: `---\ntitle: P\ndescription: b\norder: 1\n---\n\n${text}\n` });
const source = (file: string) =>
  survey(
    'sources: []',
    `sources: [{file: ${JSON.stringify(file)}, format: a, listed: 2025-01-01, origin: b}]`,
  );

const rows = <Value>(
  label: string,
  rule: RuleId,
  values: readonly Value[],
  files: (value: Value) => Refused['files'],
): Refused[] =>
  values.map((value, index) => ({
    name: `${label} ${index + 1}: ${JSON.stringify(value).slice(0, 60)}`,
    rule,
    ...{ files: files(value) ?? {} },
  }));

/** Nine levels of nine aliases each. */
const BOMB = [...'abcdefghi']
  .map((name, level, all) => `${name}: &${name} [${Array(9).fill(level ? `*${all[level - 1]}` : 'b')}]`)
  .join('\n');

/** Everything that is refused. */
export const REFUSED: readonly Refused[] = [
  ...rows(
    'front matter in',
    'front-matter',
    ['js', 'javascript', 'json', 'coffee', 'toml', ' js', '\tjs', 'yaml js', 'JS', '-', '\u00a0js'],
    (language) => plain(`---${language}\n{title: globalThis.__hacked = 1}\n---\nBees.\n`),
  ),
  ...rows(
    'no front matter:',
    'front-matter',
    ['', 'Bees.', '+++\ntitle = "b"\n+++', '\n---\ntitle: b\n---'],
    plain,
  ),
  // YAML
  ...rows(
    'YAML',
    'yaml',
    [
      '%YAML 1.1',
      'title: [',
      'title: {a: b',
      'title: "b',
      'title: b\ntitle: c',
      '&a',
      '*a',
      'summary: *nobody',
      `terms: ${'['.repeat(20000)}`,
      `terms: ${'['.repeat(5000)}${']'.repeat(5000)}`,
      `terms: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}`,
      `${'k'.repeat(5000)}: b`,
      `terms: ${'\n- '.repeat(9)}${'- '.repeat(4000)}a`,
      `terms:\n  ${'? '.repeat(4000)}a`,
      BOMB,
      '__proto__: {isAdmin: true}',
      'links: {__proto__: https://example.org/}',
      'source: {__proto__: {file: x}}',
      '"__proto__": b',
    ],
    (text) => entry(text),
  ),
  ...rows(
    'field',
    'unknown-field',
    [
      'constructor: {prototype: {isAdmin: true}}',
      'prototype: b',
      'toString: b',
      'hasOwnProperty: b',
      '<<: {summary: b}',
      '"<script>__hacked=1</script>": b',
      'x: &a {b: *a}',
      '? {a: b}\n: c',
      '? [a, b]\n: c',
      '? \n: b',
      'onload: b',
      '"": b',
    ],
    (text) => entry(text),
  ),
  ...rows(
    'value',
    'schema',
    [
      'terms: &a [*a]',
      'summary: !!binary "aGk="',
      'summary: !!set {a}',
      'summary: {a: b}',
      'summary: [b]',
      'summary: null',
      'summary: ""',
      'summary: " b "',
      'summary: "a\\nb"',
      `summary: ${'b'.repeat(201)}`,
      'terms: [__proto__]',
      'terms: ["../../etc/passwd"]',
      'terms: ["<script>"]',
      'parts: ["a/b"]',
      'arxiv: "2501.01234<script>"',
      'arxiv: 2501.01234',
      'published: "2025-01-01<script>"',
      'published: 2025-13-45',
      'key: "a}b"',
      'key: "../a"',
      'authorCount: 1e999',
      'authorCount: .inf',
      'authorCount: -1',
      'results: [{metric: m, measure: score, value: .nan, quote: b}]',
      'source: {file: ../survey.yaml, lines: [1, 1], digest: 0000000000000000}',
      'source: {file: /etc/passwd, lines: [1, 1], digest: 0000000000000000}',
      'source: {file: a.txt, lines: [1, 1e9], digest: "x"}',
    ],
    (text) => entry(text),
  ),
  ...rows(
    'text',
    'field-text',
    [
      'summary: "a\\0b"',
      'summary: "a\\x08b"',
      'summary: "a\\x1b[31mb"',
      'summary: "a\\x7fb"',
      'summary: "a\\u202Egpj.exe"',
      'summary: "a\\u2066b"',
      'summary: "a\\uD800b"',
      `organization: ${'b'.repeat(500_000)}`,
      `authors: [${'b'.repeat(5000)}]`,
      'links: {code: "https://example.org@evil.example/"}',
      'links: {code: "https://user:word@evil.example/"}',
      `links: {code: "https://example.org/${'b'.repeat(5000)}"}`,
    ],
    (text) => entry(text),
  ),
  ...rows(
    'address',
    'schema',
    [
      'javascript:__hacked=1',
      'JAVASCRIPT:__hacked=1',
      'java\\nscript:__hacked=1',
      ' javascript:__hacked=1',
      'data:text/html,<script>__hacked=1</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'http://example.org/',
      '//evil.example/',
      '/relative',
      'https://',
      'https://"><script>__hacked=1</script>',
      'blob:https://evil.example/x',
      'ftp://evil.example/',
    ],
    (address) => entry(`links: {code: ${JSON.stringify(address)}}`),
  ),
  ...rows('kind of link', 'unknown-field', ['evil', 'constructor', '<script>'], (kind) =>
    entry(`links: {"${kind}": https://example.org/}`),
  ),
  ...rows(
    'survey',
    'schema',
    ['address: javascript:x', 'address: https://"><script>', 'address: http://bees.example'],
    (line) => survey('address: https://bees.example', line),
  ),
  ...rows('survey language', 'schema', ['en" onload="x', 'EN', 'english'], (language) =>
    survey('language: en', `language: ${JSON.stringify(language)}`),
  ),
  ...rows(
    'source',
    'schema',
    [
      '../survey.yaml',
      '../../../etc/passwd',
      '/etc/passwd',
      'a/../../b',
      '.hidden',
      'a\\b',
      '',
      'a\0b',
      '%2e%2e%2fb',
      'C:\\b',
    ],
    source,
  ),
  ...rows('survey that is', 'schema', ['', '- a', 'text', 'null', '12'], (text) => ({ [SURVEY.file]: text })),
  {
    name: 'survey of two documents',
    rule: 'yaml',
    files: { [SURVEY.file]: `${SURVEY.text}---\ntitle: b\n` },
  },
  // Themes and terms
  ...rows('colour', 'schema', ['"red;}*{background:url(x)}"', '.inf', '.nan', '1e9', '-1'], (colour) =>
    theme('colour: 40', `colour: ${colour}`),
  ),
  ...rows(
    'signals',
    'schema',
    ['{constructor: [b]}', '{"<b>": [b]}', '{5: ["*"]}', '{5: ["("]}', '[b]', 'b'],
    (signals) => theme('{5: [nest]}', signals),
  ),
  { name: 'a huge signal', rule: 'schema', files: theme('nest', 'a-'.repeat(200_000)) },
  ...rows('spelling', 'schema', ['*', '-', '()', '(?=', '.', `${'ab '.repeat(50_000)}b`], (alias) =>
    glossary(`id: a, name: bees, aliases: [${JSON.stringify(alias)}]`),
  ),
  ...rows('id of a term', 'schema', ['__proto__', 'toString', '../a', '<b>', 'a b', 'A', ''], (id) =>
    glossary(`id: ${JSON.stringify(id)}, name: bees`),
  ),
  {
    name: 'two terms of one id',
    rule: 'duplicate-term',
    files: glossary('id: constructor, name: bees', 'id: constructor, name: Bees.'),
  },
  // Markdown that would take minutes, or the whole stack
  ...rows(
    'Markdown',
    'text-limits',
    [
      '*a_'.repeat(20_000),
      '**a_'.repeat(20_000),
      '~a*'.repeat(20_000),
      '>'.repeat(10_000),
      '> '.repeat(5000),
      '- '.repeat(5000),
      '1. '.repeat(5000),
      Array.from({ length: 700 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
      'bees '.repeat(100_000),
    ],
    (text) => entry('', text),
  ),
  { name: 'an essay of the same kind', rule: 'text-limits', files: essay('*a_'.repeat(20_000)) },
  // Citations and paths
  ...rows('citation of', 'unknown-citation', ['constructor', 'proto', 'a'.repeat(100_000)], (slug) =>
    essay(`[@${slug}]`),
  ),
  { name: 'ten thousand citations', rule: 'unknown-citation', files: essay('[@nobody] '.repeat(10_000)) },
  ...rows(
    'step',
    'path-step',
    ['1. [@bees]', '1. <script>__hacked=1</script>', '1. [@bees](javascript:x) b', 'b'],
    path,
  ),
  ...rows('ten thousand links', 'internal-link', ['[b](../x%) ', '![b](x%.png) ', '[b]: ../x%\n\n'], (link) =>
    entry('', Array.from({ length: 10_000 }, (_, n) => link.replace('%', String(n))).join('')),
  ),
  { name: 'ten thousand steps', rule: 'path-step', files: path('1. [@bees] b\n'.repeat(10_000)) },
  // Files
  ...rows(
    'file name',
    'file-misplaced',
    [
      'entries/choice/a b.md',
      'entries/choice/__proto__.md',
      'entries/choice/A.md',
      'entries/a.md',
      'entries/choice/deep/a.md',
      'entries/choice/a--b.md',
      'entries/choice/<b>.md',
      'entries/choice/a.html',
      'entries/choice/a.svg',
      'themes/a.svg',
      'themes/a/b.md',
      'paths/a.txt',
    ],
    (file) => ({ [`content/${file}`]: THEME.text }),
  ),
  {
    name: 'a link to a file elsewhere',
    rule: 'file-unreadable',
    links: { 'content/entries/choice/b.md': '/etc/hostname' },
  },
  ...rows(
    'words that YAML would swallow',
    'yaml',
    ['summary: Solving #1 tasks', 'summary: !Kung A reward', 'summary: Bees #swarm'],
    (field) => entry(field),
  ),
  ...rows(
    'an arXiv id of no month',
    'schema',
    ['9913.99999', '2513.01234', '2601.1234', 'q-bio/0699001'],
    (id) => entry(`arxiv: "${id}"`),
  ),
  ...rows(
    'a journal of a run that never was',
    'file-misplaced',
    [
      '{"write": ["../evil"], "remove": []}',
      '{"write": [], "remove": ["content/../../victim"]}',
      '{"write": ["/tmp/evil"], "remove": []}',
      '{"write": [".git/hooks/post-checkout"], "remove": []}',
      '{"write": ["content/.staging/../../.git/config"], "remove": []}',
      '{"write": ["content\\\\..\\\\evil"], "remove": []}',
      '{"write": ["package.json"], "remove": []}',
      '{"write": [1], "remove": []}',
      '{"write": []}',
      'null',
      '{',
    ],
    (journal) => ({ 'content/.staging/journal.json': journal }),
  ),
  {
    name: 'a journal that leads through a link',
    rule: 'file-misplaced',
    files: { 'content/.staging/journal.json': '{"write": ["content/out/evil"], "remove": []}' },
    links: { 'content/out': '/tmp' },
  },
  {
    name: 'a journal that leads through a link in the place of docs/',
    rule: 'file-misplaced',
    files: { 'content/.staging/journal.json': '{"write": ["docs/evil"], "remove": []}' },
    links: { docs: '/tmp' },
  },
  {
    name: 'a journal that takes files through a link',
    rule: 'file-misplaced',
    files: { 'content/.staging/journal.json': '{"write": ["content/out/evil"], "remove": []}' },
    links: { 'content/.staging/files': '/tmp' },
  },
  { name: 'a link to nothing', rule: 'file-unreadable', links: { 'content/entries/choice/b.md': 'nowhere' } },
  { name: 'a link to itself', rule: 'file-unreadable', links: { 'content/entries/choice/b.md': 'b.md' } },
  { name: 'a link to a folder', rule: 'file-misplaced', links: { 'content/entries/choice/b': '/etc' } },
  {
    name: 'a source that is a link',
    rule: 'file-unreadable',
    files: source('b.txt'),
    links: { 'content/sources/b.txt': '/etc/hostname' },
  },
  {
    name: 'a source without end',
    rule: 'file-unreadable',
    files: source('b.txt'),
    links: { 'content/sources/b.txt': '/dev/zero' },
  },
  {
    name: 'sources elsewhere',
    rule: 'file-unreadable',
    files: source('hostname'),
    links: { 'content/sources': '/etc' },
  },
  {
    name: 'a file of a megabyte and more',
    rule: 'file-unreadable',
    files: plain(`---\ntitle: ${'b'.repeat(1_100_000)}\n---\n`),
  },
  {
    name: 'UTF-16',
    rule: 'file-unreadable',
    files: { [ENTRY]: Buffer.from('\ufeff---\ntitle: b', 'utf16le') },
  },
  {
    name: 'bytes that are no text',
    rule: 'file-unreadable',
    files: { [ENTRY]: new Uint8Array([45, 45, 45, 10, 255, 254, 0]) },
  },
];
