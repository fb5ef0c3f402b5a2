// Addresses in running text.

const INSIDE = '[^\\s()<>"“”]';
/** Parentheses that belong to an address stand behind a sign or digit: "Foo_(bar)", "126:1(17)", but not "page(code)". */
const GROUP = `(?<=[_\\d/.:)-])\\(${INSIDE}*\\)`;

/**
 * An address without the mark of punctuation, or the parenthesis, behind it: "(https://example.org/a_(b)).", of which
 * it matches "https://example.org/a_(b)".
 */
export const ADDRESS = new RegExp(`https?://(?:${INSIDE}|${GROUP})*(?:[^\\s()<>"“”.,;:!?'’]|${GROUP})`, 'g');
