// Where a record that somebody types or pastes begins and ends, in the two formats that people copy from a page.

/** Whether a text begins like a record: "@article{", "TY  - JOUR". */
export function beginsRecord(text: string): boolean {
  return /^\s*(?:@\w+\s*[{(]|TY {2}- )/.test(text);
}

/**
 * Whether an answer that is typed line by line is whole: a BibTeX record when its braces close, one in RIS with its line
 * ER, anything else with its first line. A record may hold empty lines; two in a row give up on it.
 */
export function isWholeAnswer(answer: string): boolean {
  if (!beginsRecord(answer) || answer.endsWith('\n\n\n')) return true;
  if (answer.trimStart().startsWith('@')) return hasClosed(answer);
  return /^ER {2}-/m.test(answer);
}

/** Whether as many braces close as open; those that TeX shows, "\\{", are none. */
function hasClosed(text: string): boolean {
  const braces = text.replace(/\\[\\{}]/g, '').match(/[{}]/g) ?? [];
  const open = braces.filter((brace) => brace === '{').length;
  return open > 0 && open * 2 === braces.length;
}
