// Text in Markdown: whatever could be read as markup is escaped.
import { locateMaths } from '../core/maths.ts';

/** "*", "[", "<", "|" ..., and "&" where it begins a character reference such as "&amp;" */
const SPECIAL = /[\\`*_[\]<>|~]|&(?=#?\w+;)/g;

/** Escapes a text for one line of Markdown, a cell of a table included. */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** What begins a heading, a list or a rule where it begins a line: "# ", "- ", "1. ", "===" */
const LINE_START = /^(\s*)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=(?:#{1,6}|[+-])(?:\s|$)|(?:=+|-+)\s*$))/;

/** Escapes a text that makes a line of its own; its formulas stay TeX, in which "<" has a name. */
export function escapeProse(text: string): string {
  let prose = '';
  let position = 0;
  for (const { start, end, text: formula } of locateMaths(text)) {
    prose += escapeMarkdown(text.slice(position, start)) + formula.replaceAll('<', '\\lt ');
    position = end;
  }
  prose += escapeMarkdown(text.slice(position));
  return prose.replace(LINE_START, '$1$2\\');
}

/** Escapes a text as a quotation, each of its lines as a paragraph. */
export function quoteProse(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `> ${escapeProse(line)}`)
    .join('\n>\n');
}

/** Renders a link; the address cannot end it early. */
export function renderMarkdownLink(text: string, url: string): string {
  const safe = url.replace(/[\s()<>\\|]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[${escapeMarkdown(text)}](${safe})`;
}
