// Who imports whom in src/, read from the files, and the rules of DESIGN.md about it as pure functions.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/**
 * One import. `to` is a file of the repository, or the name of a package as written. `type` imports are gone at run
 * time; `script` ones stand in a script of an Astro file, or are the address of one, and so run in the reader's browser.
 */
export type Import = {
  readonly from: string;
  readonly to: string;
  readonly kind: 'value' | 'type' | 'script';
};

/** For each layer, the layers that it may import beside itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ingest: ['core'],
  export: ['core'],
  search: ['core'],
  formulas: ['core'],
  markdown: ['core', 'formulas'],
  disk: [],
  catalog: ['core', 'disk', 'formulas'],
  site: ['core', 'export', 'formulas', 'search'],
  client: ['core', 'search', 'export'],
  components: ['core', 'formulas', 'site', 'styles'],
  layouts: ['core', 'components', 'site', 'styles'],
  pages: ['core', 'layouts', 'components', 'site', 'export', 'styles'],
  integrations: ['core', 'disk', 'export', 'search', 'site'],
  scripts: ['core', 'ingest', 'catalog', 'export', 'search', 'site', 'integrations'],
  config: ['core', 'catalog', 'integrations', 'markdown', 'site'],
};
/** What a script of an Astro file may import. */
const allowedInScripts: readonly string[] = ['client'];
const layersWithDisk: readonly string[] = ['disk', 'catalog', 'integrations', 'scripts', 'config'];

/** Reads the imports of all files of the software, tests left out: they may look behind every door. */
export function loadImports(root: string): Import[] {
  const files = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.{ts,mjs}', '*.config.{ts,mjs}'], {
    cwd: root,
  });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
    .toSorted()
    .flatMap((file) => parseImports(file, readFileSync(join(root, file), 'utf8')));
}

/** The imports of one file, whose name tells where it stands and what it is written in. */
export function parseImports(file: string, text: string): Import[] {
  if (!file.endsWith('.astro')) return parseModule(file, text);
  // ---⏎import Page from '../layouts/page.astro';⏎---
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  // <script>import '../client/menu.ts';</script> and <script src="../client/menu.ts"></script>
  const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].flatMap(
    ([, attributes = '', body = '']) => {
      const source = /\bsrc="(\.[^"]+)"/.exec(attributes)?.[1];
      return parseModule(file, source ? `import '${source}';` : body);
    },
  );
  return [
    ...parseModule(file, frontMatter),
    ...scripts.map((found): Import => (found.kind === 'type' ? found : { ...found, kind: 'script' })),
  ];
}

function parseModule(from: string, text: string): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = readImport(node);
    if (found) {
      const kind = found.name.endsWith('.js?url') ? 'script' : found.kind;
      imports.push({ from, to: resolve(from, found.name), kind });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.Latest));
  return imports;
}

function readImport(node: ts.Node): { name: string; kind: 'value' | 'type' } | undefined {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return nameOf(node.moduleSpecifier, isType);
  }
  if (ts.isExportDeclaration(node)) return nameOf(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return nameOf(node.arguments[0], false);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return nameOf(node.argument.literal, true);
  }
  return undefined;
}

function nameOf(
  node: ts.Node | undefined,
  isType: boolean,
): { name: string; kind: 'value' | 'type' } | undefined {
  return node && ts.isStringLiteral(node) ? { name: node.text, kind: isType ? 'type' : 'value' } : undefined;
}

/** A relative name becomes a path from the root; `?raw` and the like are left out. */
function resolve(from: string, name: string): string {
  return name.startsWith('.') ? join(dirname(from), name.replace(/\?.*$/, '')) : name;
}

/** The layer of a file of the repository; nothing for a package. */
export function layerOf(path: string): string | undefined {
  if (/^(src\/)?[^/]+\.config\.(ts|mjs)$/.test(path)) return 'config';
  if (path.startsWith('scripts/')) return 'scripts';
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Imports from a layer that the importing one may not know. */
export function findForbidden(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, kind }) => {
      const [importer, imported] = [layerOf(from) ?? '', layerOf(to)];
      if (imported === undefined) return !isPackage(to);
      if (kind === 'script') return !allowedInScripts.includes(imported);
      return importer !== imported && !allowed[importer]?.includes(imported);
    })
    .map(renderImport);
}

/** Packages in core, other than zod. */
export function findPackagesInCore(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => layerOf(from) === 'core' && isPackage(to) && to !== 'zod')
    .map(renderImport);
}

/** Uses of the disk outside the layers that are there for it. */
export function findDiskUse(imports: readonly Import[]): string[] {
  return imports
    .filter(
      ({ from, to }) => /^(node:)?fs(\/promises)?$/.test(to) && !layersWithDisk.includes(layerOf(from) ?? ''),
    )
    .map(renderImport);
}

/** Ways by which zod would come to a reader: from client/, or a script of an Astro file, at run time. */
export function findZodInClient(imports: readonly Import[]): string[] {
  const atRunTime = imports.filter(({ kind }) => kind !== 'type');
  const starts = atRunTime.filter(({ from, kind }) => layerOf(from) === 'client' || kind === 'script');
  const edges = outgoing(atRunTime.filter(({ kind }) => kind === 'value'));
  const follow = (path: readonly string[]): string[] => {
    const last = path.at(-1) ?? '';
    if (last === 'zod' || last === 'astro/zod') return [path.join(' -> ')];
    return (edges.get(last) ?? []).filter((to) => !path.includes(to)).flatMap((to) => follow([...path, to]));
  };
  return starts.flatMap(({ from, to }) => follow([from, to]));
}

/** Files that import each other, directly or by way of others; types count, as they tie a reader's hands too. */
export function findCycles(imports: readonly Import[]): string[] {
  const edges = outgoing(imports);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    const start = path.indexOf(file);
    if (start >= 0) return [[...path.slice(start), file].join(' -> ')];
    if (done.has(file)) return [];
    done.add(file);
    return (edges.get(file) ?? []).flatMap((to) => visit(to, [...path, file]));
  };
  return [...edges.keys()].flatMap((file) => visit(file, []));
}

function outgoing(imports: readonly Import[]): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
  return edges;
}

function isPackage(to: string): boolean {
  return !/^(src|scripts|tests|content|public|\.\.)\//.test(to);
}

function renderImport({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
