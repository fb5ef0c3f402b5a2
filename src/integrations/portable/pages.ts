// A page of the built site as a file that opens by double click. Only what has to change is replaced: the rest is,
// letter for letter, what a reader of the site gets. Pure.
import { relativeAddress, relativeRoot, type SitePaths } from './addresses.ts';
import { type Attribute, type Element, readTags } from './tags.ts';

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
  /** What is left out, or stands for something else, until it ends; `depth` counts elements of its name in it. */
  let gone: { readonly tag: string; depth: number; readonly end: (end: number) => void } | undefined;
  const close = (end: number) => {
    gone?.end(end);
    gone = undefined;
  };
  readTags(html, {
    open: (element, end, isEmpty) => {
      if (gone) {
        if (element.name === gone.tag && !isEmpty) gone.depth++;
        return;
      }
      const { name: tag, start } = element;
      if (isServedOnly(element))
        gone = { tag, depth: 1, end: (end) => page.edits.push({ start, end, text: '' }) };
      else if (isModule(element))
        gone = { tag, depth: 1, end: (end) => page.modules.push({ ...element, end }) };
      else visitElement(element, page);
      if (isEmpty) close(end);
    },
    close: (tag, end) => {
      if (gone?.tag === tag && --gone.depth === 0) close(end);
    },
  });
  replaceModules(page);
  return { edits: page.edits, missing: page.missing };
}

type Page = {
  readonly name: string;
  readonly site: PortableSite;
  readonly edits: Edit[];
  readonly missing: string[];
  readonly modules: (Element & { readonly end: number })[];
};

function visitElement(element: Element, page: Page): void {
  const isHidden = attributeOf(element, 'data-portable-only') !== undefined;
  for (const attribute of element.attributes)
    if (isHidden && attribute.name === 'hidden') edit(attribute, '', page);
    else visitAttribute(element, attribute, page);
}

function visitAttribute(element: Element, attribute: Attribute, page: Page): void {
  const { name, value } = attribute;
  if (ADDRESSES.has(name)) {
    const address = relativeAddress(value, page.name, page.site);
    if (address === undefined) page.missing.push(value);
    else if (address !== value) replaceValue(attribute, address, page);
  } else if (ROOTS.has(name)) {
    replaceValue(attribute, relativeRoot(page.name), page);
  } else if (name.startsWith('data-') && value.startsWith('/')) {
    // What scripts read: `data-source="/data/papers.json"`. What leads to no file is no address.
    const address = relativeAddress(value, page.name, page.site);
    if (address !== undefined) replaceValue(attribute, address, page);
  } else if (name === 'content' && attributeOf(element, 'http-equiv')?.toLowerCase() === 'refresh') {
    visitRefresh(attribute, page);
  }
}

/** `<meta http-equiv="refresh" content="0;url=/papers/new-name/">`, by which an old address leads on. */
function visitRefresh(attribute: Attribute, page: Page): void {
  const [whole, delay = '', target = ''] = /^(\s*\d+\s*;\s*url=)(.*)$/i.exec(attribute.value) ?? [];
  const address = whole && relativeAddress(target, page.name, page.site);
  if (address === undefined) page.missing.push(target);
  else if (address) replaceValue(attribute, delay + address, page);
}

/** All modules of a page become one script, in which they share what they import from each other. */
function replaceModules({ name, site, edits, modules }: Page): void {
  const [first, ...rest] = modules;
  if (!first) return;
  const files = modules.map((script) => {
    const address = attributeOf(script, 'src');
    if (address === undefined) throw new Error(`${name}: a module stands in the page itself.`);
    // Seen from the root, a relative address is the name of the file.
    const file = relativeAddress(address, 'index.html', site);
    if (file === undefined) throw new Error(`${name}: there is no script ${address}.`);
    return decodeURI(file);
  });
  const bundle = relativeRoot(name) + site.bundleOf(files);
  // Deferred, like the modules that it stands for.
  const text = `<script defer src="${escapeAttribute(bundle)}"></script>`;
  edits.push({ start: first.start, end: first.end, text });
  for (const { start, end } of rest) edits.push({ start, end, text: '' });
}

function isServedOnly(element: Element): boolean {
  if (attributeOf(element, 'data-hosted-only') !== undefined) return true;
  return element.name === 'link' && SERVED_LINKS.test(attributeOf(element, 'rel') ?? '');
}

function isModule(element: Element): boolean {
  return element.name === 'script' && attributeOf(element, 'type') === 'module';
}

function attributeOf({ attributes }: Element, name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value;
}

function replaceValue(attribute: Attribute, value: string, page: Page): void {
  edit(attribute, `${attribute.name}="${escapeAttribute(value)}"`, page);
}

function edit({ start, end }: Attribute, text: string, { edits }: Page): void {
  edits.push({ start, end, text });
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
