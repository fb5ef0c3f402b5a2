// The texts of the interface, as they stand in its source: what there is to translate.

/** What stands between `say` and its last backtick, or in quotes behind a number that is counted. */
const COUNTED = /\bcount\([^;\n]*?, '([a-z ]+)'(?:, '([a-z ]+)')?\)/g; // count(papers.length, 'paper')
const SAID = /\bsay`/g;

/**
 * The texts in a source file, as src/core/words.ts looks them up: say`Page ${number} of ${last}` is "Page {1} of {2}",
 * count(papers, 'paper') is "{1} papers".
 */
export function findInterfaceTexts(source: string): string[] {
  const said = [...source.matchAll(SAID)].map(({ index }) => readTemplate(source, index + 'say`'.length));
  const counted = [...source.matchAll(COUNTED)].map(
    ([, singular = '', plural = `${singular}s`]) => `{1} ${plural}`,
  );
  return [...said, ...counted];
}

/** The text of a template from its first character to its backtick, with `{1}`, `{2}` ... for what is filled in. */
function readTemplate(source: string, start: number): string {
  let text = '';
  let places = 0;
  for (let at = start; at < source.length && source[at] !== '`'; at++) {
    if (source[at] === '\\') text += source[++at] ?? '';
    else if (source.startsWith('${', at)) {
      text += `{${++places}}`;
      at = endOfExpression(source, at + 2);
    } else text += source[at];
  }
  return text;
}

/** Where the brace stands that closes an expression; templates and strings in it may hold braces of their own. */
function endOfExpression(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const character = source[at] ?? '';
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
    else if (character === "'" || character === '"') at = source.indexOf(character, at + 1);
    else if (character === '`') at = endOfTemplate(source, at + 1);
    if (at < 0) break;
  }
  return source.length;
}

function endOfTemplate(source: string, start: number): number {
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '`') return at;
    else if (source.startsWith('${', at)) at = endOfExpression(source, at + 2);
  }
  return source.length;
}
