// What may stand in no page: whatever could run a script, load from elsewhere, or send a reader to a script. Read from
// the parsed page, as a browser reads it, and not by searching its text.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Elements that run, embed or redirect; a page of a survey needs none of them. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['applet', 'base', 'embed', 'frame', 'frameset', 'iframe', 'object', 'portal', 'style'],
  // Of SVG: they can set `href` to a script, or hold any HTML.
  ...['animate', 'animateMotion', 'animateTransform', 'set', 'foreignObject', 'handler'],
]);
const ADDRESSES: ReadonlySet<string> = new Set([
  ...['href', 'src', 'action', 'formAction', 'poster', 'data', 'xLinkHref', 'background', 'cite', 'ping'],
]);
const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Data for programs: a browser runs no script of another type. */
const DATA_BLOCK = /^application\/(?:ld\+)?json$/; // "application/ld+json", "application/json"

/** Finds unsafe markup in a page or a part of one; each finding in words, such as `<p onclick>`. */
export function findUnsafeMarkup(html: string): string[] {
  return elementsOf(fromHtml(html)).flatMap((element) => [
    ...(ELEMENTS.has(element.tagName) ? [`<${element.tagName}>`] : []),
    ...judgeScript(element),
    ...Object.entries(element.properties).flatMap(([name, value]) =>
      judgeAttribute(element.tagName, name, value),
    ),
  ]);
}

/** All elements of a page in their order, those in templates and SVG too. */
export function elementsOf(node: Root | RootContent | ElementContent): Element[] {
  const own = node.type === 'element' ? [node] : [];
  const within = 'children' in node ? node.children : [];
  const template = node.type === 'element' && node.content ? elementsOf(node.content) : [];
  return [...own, ...within.flatMap((child) => elementsOf(child)), ...template];
}

function judgeScript({ tagName, properties: { src, type } }: Element): string[] {
  if (tagName !== 'script' || (typeof type === 'string' && DATA_BLOCK.test(type))) return [];
  if (typeof src !== 'string') return ['a script in the page'];
  return isWithinSite(src) ? [] : [`a script from ${src}`];
}

function judgeAttribute(tagName: string, name: string, value: unknown): string[] {
  const found = `<${tagName} ${name}="${String(value)}">`;
  if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') return [found];
  if (ADDRESSES.has(name) && !isSafeAddress(String(value))) return [found];
  const isLoaded = (name === 'src' || name === 'srcSet') && tagName !== 'script';
  return isLoaded && !isWithinSite(String(value)) ? [found] : [];
}

function isSafeAddress(address: string): boolean {
  const here = 'https://here.invalid/';
  return URL.canParse(address, here) && PROTOCOLS.has(new URL(address, here).protocol);
}

function isWithinSite(address: string): boolean {
  return new URL(address, 'https://here.invalid/').host === 'here.invalid';
}
