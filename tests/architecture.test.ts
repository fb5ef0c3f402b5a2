// "Who may import whom" of DESIGN.md, on the real files; and each rule on a made-up violation, to show that it bites.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findCycles,
  findDiskUse,
  findForbidden,
  findPackagesInCore,
  findZodInClient,
  type Import,
  layerOf,
  loadImports,
  parseImports,
} from './import-graph.ts';

const root = join(import.meta.dirname, '..');

describe('the software', () => {
  const imports = loadImports(root);

  test('is read: files are found, and so is all that they import', () => {
    expect(imports.length).toBeGreaterThan(50);
    const missing = imports.filter(({ to }) => layerOf(to) !== undefined && !existsSync(join(root, to)));
    expect(missing).toEqual([]);
  });

  test.each([
    ['imports only in the directions of the design', findForbidden],
    ['has no cycle', findCycles],
    ['has a core that knows zod and itself', findPackagesInCore],
    ['touches the disk only where it should', findDiskUse],
    ['sends no zod to a reader', findZodInClient],
  ])('%s', (_, findViolations) => {
    expect(findViolations(imports)).toEqual([]);
  });
});

describe('the reading of imports', () => {
  test.each([
    ["import { a } from './b.ts';", 'src/core/b.ts', 'value'],
    ["import './b.ts';", 'src/core/b.ts', 'value'],
    ["import type { A } from '../site/b.ts';", 'src/site/b.ts', 'type'],
    ["export * from './b.ts';", 'src/core/b.ts', 'value'],
    ["export type { A } from './b.ts';", 'src/core/b.ts', 'type'],
    ["const b = await import('./b.ts');", 'src/core/b.ts', 'value'],
    ["let b: import('./b.ts').B;", 'src/core/b.ts', 'type'],
    ["import text from './b.css?raw';", 'src/core/b.css', 'value'],
    ["import address from './b.js?url';", 'src/core/b.js', 'script'],
    ["import { z } from 'zod';", 'zod', 'value'],
  ])('%s', (text, to, kind) => {
    expect(parseImports('src/core/a.ts', text)).toEqual([{ from: 'src/core/a.ts', to, kind }]);
  });

  test('words in comments and texts are no imports', () => {
    expect(parseImports('src/core/a.ts', "// import './b.ts'\nconst c = \"import './b.ts'\";")).toEqual([]);
  });

  test('an Astro file has a front matter and scripts', () => {
    const text =
      "---\nimport B from './b.astro';\n---\n<p>import './c.ts'</p>\n" +
      '<script>import \'../client/d.ts\';</script><script src="../client/e.ts"></script>';
    expect(parseImports('src/components/a.astro', text).map(({ to, kind }) => [to, kind])).toEqual([
      ['src/components/b.astro', 'value'],
      ['src/client/d.ts', 'script'],
      ['src/client/e.ts', 'script'],
    ]);
  });
});

describe('a rule bites:', () => {
  test.each([
    ['core may not know search', 'src/core/a.ts', 'src/search/b.ts'],
    ['ingest may not know catalog', 'src/ingest/a.ts', 'src/catalog/b.ts'],
    ['not even its types', 'src/export/a.ts', 'src/site/b.ts', 'type'],
    ['site may not know the disk', 'src/site/a.ts', 'src/catalog/b.ts'],
    ['components may not know pages', 'src/components/a.astro', 'src/pages/b.astro'],
    ['pages may not know client', 'src/pages/a.astro', 'src/client/b.ts'],
    ['a script of a page may know client only', 'src/pages/a.astro', 'src/site/b.ts', 'script'],
    ['scripts may not know pages', 'scripts/a.ts', 'src/pages/b.ts'],
    ['the software may not know the topic', 'src/site/a.ts', 'content/survey.yaml'],
    ['a layer that is not in the table may know none', 'src/new/a.ts', 'src/core/b.ts'],
  ] as const)('%s', (_, from, to, kind: Import['kind'] = 'value') => {
    expect(findForbidden([{ from, to, kind }])).toEqual([`${from} imports ${to}`]);
  });

  test.each([
    ['site may know export', 'src/site/a.ts', 'src/export/b.ts'],
    ['layouts may know site', 'src/layouts/a.astro', 'src/site/b.ts'],
    ['a layer may know itself', 'src/core/a.ts', 'src/core/schema/b.ts'],
    ['a script of a component may know client', 'src/components/a.astro', 'src/client/b.ts', 'script'],
    ['packages are no layer', 'src/site/a.ts', 'd3-array'],
  ] as const)('but %s', (_, from, to, kind: Import['kind'] = 'value') => {
    expect(findForbidden([{ from, to, kind }])).toEqual([]);
  });

  test('a cycle over three files is found once, whatever leads to it', () => {
    const graph = [value('src/core/z.ts', 'src/core/a.ts'), ...chain('a', 'b', 'c', 'a')];
    expect(findCycles(graph)).toEqual(['src/core/a.ts -> src/core/b.ts -> src/core/c.ts -> src/core/a.ts']);
    expect(findCycles([...chain('a', 'b', 'd'), ...chain('a', 'c', 'd')])).toEqual([]);
  });

  test('core may not know packages', () => {
    const graph = ['zod', 'yaml', 'node:path', 'astro:content'].map((to) => value('src/core/a.ts', to));
    expect(findPackagesInCore(graph)).toEqual([
      'src/core/a.ts imports yaml',
      'src/core/a.ts imports node:path',
      'src/core/a.ts imports astro:content',
    ]);
  });

  test('only some may touch the disk', () => {
    const graph = [
      value('src/site/a.ts', 'node:fs/promises'),
      value('src/search/a.ts', 'fs'),
      value('src/catalog/a.ts', 'node:fs'),
      value('astro.config.mjs', 'node:fs'),
    ];
    expect(findDiskUse(graph)).toEqual([
      'src/site/a.ts imports node:fs/promises',
      'src/search/a.ts imports fs',
    ]);
  });

  test('zod may not reach a reader, by whatever way; a type is none', () => {
    const graph = [value('src/core/b.ts', 'src/core/c.ts'), value('src/core/c.ts', 'zod')];
    const direct = value('src/client/a.ts', 'src/core/b.ts');
    const script: Import = { from: 'src/pages/a.astro', to: 'src/core/c.ts', kind: 'script' };
    expect(findZodInClient([...graph, direct])).toEqual([
      'src/client/a.ts -> src/core/b.ts -> src/core/c.ts -> zod',
    ]);
    expect(findZodInClient([...graph, script])).toEqual(['src/pages/a.astro -> src/core/c.ts -> zod']);
    expect(findZodInClient([...graph, { ...direct, kind: 'type' }])).toEqual([]);
  });
});

function value(from: string, to: string): Import {
  return { from, to, kind: 'value' };
}

function chain(...names: readonly string[]): Import[] {
  const files = names.map((name) => `src/core/${name}.ts`);
  return files.slice(1).map((to, index) => value(files[index] ?? '', to));
}
