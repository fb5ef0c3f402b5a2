// A page of the built site as a file that opens by double click. Only what has to change is replaced: the rest is,
// letter for letter, what a reader of the site gets. Pure.
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { relativeAddress, relativeRoot, type SitePaths } from './addresses.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** What is needed to make pages portable. */
export type PortableSite = SitePaths & {
  /** The name of the one classic script that stands for these modules: browsers load no module from a file. */
  readonly bundleOf: (modules: readonly string[]) => string;
};

/** What is to be replaced on a page, and the addresses on it that lead nowhere. */
export type PortablePlan = { readonly edits: readonly Edit[]; readonly missing: readonly string[] };

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'poster']);
/** Attributes that hold the root of the site, to which scripts add the rest. */
const ROOTS: ReadonlySet<string> = new Set(['data-base', 'data-home']);
/** These mean something to a browser only where there is a server. */
const SERVED_LINKS =
  /^(?:modulepreload|preload|prefetch|preconnect|manifest|apple-touch-icon|alternate|search)$/;

/** Plans the page `name` as a portable one: what is marked `data-hosted-only` is left out, `data-portable-only` is shown. */
export function planPortablePage(html: string, name: string, site: PortableSite): PortablePlan {
  const page: Page = { name, site, edits: [], missing: [], modules: [] };
  // As a browser without scripts sees it: otherwise what stands in <noscript> would be one text.
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), page);
  replaceModules(page);
  return { edits: page.edits, missing: page.missing };
}

type Page = {
  readonly name: string;
  readonly site: PortableSite;
  readonly edits: Edit[];
  readonly missing: string[];
  readonly modules: Element[];
};

function visit(node: Node, page: Page): void {
  if ('attrs' in node) {
    if (isServedOnly(node)) {
      replaceNode(node, '', page);
      return;
    }
    if (isModule(node)) {
      page.modules.push(node);
      return;
    }
    if (attribute(node, 'data-portable-only') !== undefined) editAttribute(node, 'hidden', '', page);
    for (const { name, value } of node.attrs) visitAttribute(node, name, value, page);
  }
  if ('content' in node) visit(node.content, page);
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, page);
}

function visitAttribute(element: Element, name: string, value: string, page: Page): void {
  if (ADDRESSES.has(name)) {
    const address = relativeAddress(value, page.name, page.site);
    if (address === undefined) page.missing.push(value);
    else if (address !== value) replaceAttribute(element, name, address, page);
  } else if (ROOTS.has(name)) {
    replaceAttribute(element, name, relativeRoot(page.name), page);
  } else if (name.startsWith('data-') && value.startsWith('/')) {
    // What scripts read: `data-source="/data/papers.json"`. What leads to no file is no address.
    const address = relativeAddress(value, page.name, page.site);
    if (address !== undefined) replaceAttribute(element, name, address, page);
  } else if (name === 'content' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh') {
    visitRefresh(element, value, page);
  }
}

/** `<meta http-equiv="refresh" content="0;url=/papers/new-name/">`, by which an old address leads on. */
function visitRefresh(element: Element, value: string, page: Page): void {
  const [whole, delay = '', target = ''] = /^(\s*\d+\s*;\s*url=)(.*)$/i.exec(value) ?? [];
  const address = whole && relativeAddress(target, page.name, page.site);
  if (address === undefined) page.missing.push(target);
  else if (address) replaceAttribute(element, 'content', delay + address, page);
}

/** All modules of a page become one script, in which they share what they import from each other. */
function replaceModules(page: Page): void {
  const names = page.modules.flatMap((script) => attribute(script, 'src') ?? []);
  const [first, ...rest] = page.modules;
  if (!first) return;
  if (names.length < page.modules.length)
    throw new Error(`${page.name}: a module stands in the page itself.`);
  const files = names.map((address) => fileOf(address, page));
  const bundle = relativeRoot(page.name) + page.site.bundleOf(files);
  // Deferred, like the modules that it stands for.
  replaceNode(first, `<script defer src="${escapeAttribute(bundle)}"></script>`, page);
  for (const script of rest) replaceNode(script, '', page);
}

function fileOf(address: string, { name, site }: Page): string {
  // Seen from the root, a relative address is the name of the file.
  const file = relativeAddress(address, 'index.html', site);
  if (file === undefined) throw new Error(`${name}: there is no script ${address}.`);
  return decodeURI(file);
}

function isServedOnly(element: Element): boolean {
  if (attribute(element, 'data-hosted-only') !== undefined) return true;
  return element.tagName === 'link' && SERVED_LINKS.test(attribute(element, 'rel') ?? '');
}

function isModule(element: Element): boolean {
  return element.tagName === 'script' && attribute(element, 'type') === 'module';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function replaceNode(node: Element, text: string, { name, edits }: Page): void {
  const place = node.sourceCodeLocation;
  if (!place) throw new Error(`${name}: <${node.tagName}> stands nowhere in the source.`);
  edits.push({ start: place.startOffset, end: place.endOffset, text });
}

function replaceAttribute(element: Element, name: string, value: string, page: Page): void {
  editAttribute(element, name, `${name}="${escapeAttribute(value)}"`, page);
}

function editAttribute(element: Element, name: string, text: string, page: Page): void {
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (!place) throw new Error(`${page.name}: ${name} of <${element.tagName}> stands nowhere in the source.`);
  page.edits.push({ start: place.startOffset, end: place.endOffset, text });
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Makes a page what its plan says. */
export function applyPlan(html: string, { edits }: PortablePlan): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    result += html.slice(position, start) + text;
    position = end;
  }
  return result + html.slice(position);
}
