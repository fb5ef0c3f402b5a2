// Text in Markdown: whatever could be read as markup is escaped.

/** "*", "[", "<", "|" ..., and "&" where it begins a character reference such as "&amp;" */
const SPECIAL = /[\\`*_[\]<>|~]|&(?=#?\w+;)/g;

/** Escapes a text for one line of Markdown, a cell of a table included. */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Renders a link; the address cannot end it early. */
export function renderMarkdownLink(text: string, url: string): string {
  const safe = url.replace(/[\s()<>\\|]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[${escapeMarkdown(text)}](${safe})`;
}
