// What is wrong with a YAML text, as somebody who writes it would say it: the parser speaks of tokens and implicit keys.
import { type Document, isAlias, isCollection, isMap, isNode, isScalar, visit, type YAMLError } from 'yaml';

/** One problem: where it begins (offset in the text), what is wrong, and what to do. */
export type YamlProblem = { readonly offset: number; readonly message: string; readonly cure: string };

/** One slip can upset the reading of all that follows; more problems than this help nobody. */
const MAX_PROBLEMS = 20;

/** The problems of a text that the parser has read. */
export function explainYaml(text: string, document: Document): YamlProblem[] {
  // The parser only warns of a tag that it does not know, and takes the rest of "!Kung" for the value.
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  const lines = new Set<number>();
  const problems: YamlProblem[] = [];
  for (const error of [...document.errors, ...tags].slice(0, MAX_PROBLEMS)) {
    const explained = explain(error, text, document);
    const problem = explained ?? fallBack(error);
    const { start } = lineAt(text, problem.offset);
    // What else the parser says of a slip follows from it.
    if (lines.has(start) || (!explained && problems.length > 0)) continue;
    lines.add(start);
    problems.push(problem);
  }
  return problems;
}

/**
 * What a text in which there is no error says otherwise than it looks: "*bees" is a reference to what has a name, and
 * "&bees decide" a text with a name, of which the name is lost.
 */
export function explainNames(text: string, document: Document): YamlProblem[] {
  if (!/[&*]/.test(text)) return [];
  const named = new Map<string, number>();
  const used = new Set<string>();
  const problems: YamlProblem[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) {
      used.add(node.source);
      if (!named.has(node.source))
        problems.push(beginsWith(node.range?.[0] ?? 0, text, 'refers to a value with that name'));
    } else if (isNode(node) && node.anchor !== undefined) {
      named.set(
        node.anchor,
        isScalar(node) && node.type === 'PLAIN' ? text.lastIndexOf('&', node.range?.[0]) : -1,
      );
    }
  });
  const lost = [...named].filter(([name, offset]) => offset >= 0 && !used.has(name));
  return [
    ...problems,
    ...lost.map(([, offset]) => beginsWith(offset, text, 'gives a name to a value')),
  ].slice(0, MAX_PROBLEMS);
}

/** Fields without a space behind any colon, which YAML takes for one value over all lines. */
export function explainWords(text: string, document: Document): YamlProblem[] {
  const { contents } = document;
  if (!isScalar(contents) || contents.type !== 'PLAIN' || !contents.source?.includes(':')) return [];
  const offset = contents.range?.[0] ?? 0;
  return [explainLine(text, offset) ?? noField(offset, lineAt(text, offset).words)];
}

function fallBack({ pos: [offset], message }: YAMLError): YamlProblem {
  const sentence = message.split('\n', 1)[0]?.replace(/[.:]$/, '');
  return {
    offset,
    message: `The YAML cannot be read: ${sentence}.`,
    cure: 'Check quotes, colons and indentation on this line and the one before.',
  };
}

function explain(error: YAMLError, text: string, document: Document): YamlProblem | undefined {
  const { code, message } = error;
  const [offset] = error.pos;
  switch (code) {
    case 'TAB_AS_INDENT':
      return { offset, message: 'The line is indented with a tab.', cure: 'Indent with spaces.' };
    case 'DUPLICATE_KEY':
      return explainDuplicate(offset, text, document);
    case 'TAG_RESOLVE_FAILED':
      return beginsWith(offset, text, 'begins a tag');
    case 'BAD_ALIAS':
      return beginsWith(offset, text, 'gives a name to a value');
    case 'BAD_SCALAR_START':
      return beginsWith(offset, text, 'is a sign of its own');
    case 'BAD_DQ_ESCAPE':
      return explainEscape(offset, text);
    case 'BLOCK_IN_FLOW':
      return { offset, message: 'Here a comma is missing, or too much is in one value.', cure: COMMAS };
    case 'MULTIPLE_DOCS':
      return {
        offset,
        message: 'Here a second document begins, and only one is read.',
        cure: 'Remove the line of hyphens or full stops.',
      };
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) return explainOpen(offset, document, isCollection);
      return explainIndent(offset, text);
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return explainOpen(offset, document, isScalar);
      if (message.startsWith('Flow')) return explainOpen(offset, document, isCollection);
      if (message.startsWith('Missing ,'))
        return { offset, message: 'Here a comma is missing.', cure: COMMAS };
      return explainLine(text, offset);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return explainLine(text, offset);
    default:
      return undefined;
  }
}

const COMMAS = 'Write a comma between the items of a list, as in [one, two], and between fields in braces.';

/** A line of a text: its words without the indent, and where it and they begin. */
type Line = { readonly start: number; readonly indent: number; readonly words: string };

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  const words = line.trim();
  return { start, indent: line.length - line.trimStart().length, words };
}

/** The next line with words. */
function lineAfter(text: string, { start }: Line): Line | undefined {
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', end + 1)) {
    const line = lineAt(text, end + 1);
    if (line.words !== '' && !line.words.startsWith('#')) return line;
  }
  return undefined;
}

/** A field, perhaps of an item: "title: Nest choice", "- name: Colony" */
const FIELD = /^((?:- +)*)([\w-]+): +(.*)$/;
/** A value of a list: "- Ada Byron" */
const ITEM = /^((?:- +)+)(.*)$/;

/** What a line of the wrong form was meant to be. */
function explainLine(text: string, offset: number): YamlProblem | undefined {
  const line = lineAt(text, offset);
  const at = line.start + line.indent;
  const [, dashes = '', name, value] = FIELD.exec(line.words) ?? [];
  if (name !== undefined && value !== undefined) {
    const start = at + line.words.length - value.length;
    return explainValue(start, value, `${name}: `) ?? explainDeeper(text, line, name);
  }
  const item = ITEM.exec(line.words);
  if (item) return explainValue(at + (item[1] ?? '').length, item[2] ?? '', '- ') ?? misplacedItem(at);
  if (dashes !== '' || line.words === '') return undefined;
  return noField(at, line.words);
}

/** How signs at the beginning of a value are read. */
const SIGNS: Readonly<Record<string, string>> = {
  '"': 'ends at the next quotation mark',
  "'": 'ends at the next apostrophe',
  '[': 'is a list, and ends with it',
  '{': 'has fields, and ends with them',
  '*': 'is a reference',
  '&': 'has a name',
  '|': 'is a text on the lines below',
  '>': 'is a text on the lines below',
  '-': 'is an item of a list',
  '?': 'is a field',
};

function explainValue(offset: number, value: string, before: string): YamlProblem | undefined {
  const first = value[0] ?? '';
  const closing = { '[': ']', '{': '}' }[first];
  if (closing !== undefined && value.endsWith(closing + closing))
    return {
      offset: offset + value.length - 1,
      message: `This ${closing} closes nothing.`,
      cure: 'Remove it.',
    };
  if (isWhole(value, closing)) return undefined;
  const reading = SIGNS[first];
  if (first === ']' || first === '}')
    return cannotBegin(offset, first, 'closes nothing', quoteCure(before, value));
  if (reading !== undefined)
    return {
      offset,
      message: `YAML takes ${first} at the beginning of a value for a sign: the value ${reading}.`,
      cure: quoteCure(before, value),
    };
  if (!/:(?:\s|$)/.test(value)) return undefined;
  return {
    offset,
    message:
      'The value has a colon and a space in it: YAML takes what is before them for the name of a field.',
    cure: quoteCure(before, value),
  };
}

/** A value in quotes or brackets that is right by itself, or the beginning of a text on the lines below: "|", ">-" */
function isWhole(value: string, closing: string | undefined): boolean {
  if (closing !== undefined) return value.endsWith(closing);
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[|>][-+\d]{0,2})$/.test(value);
}

/** A longer value is not said again. */
const MAX_SHOWN = 120;

/** The value as it is right, to be copied. */
function quoteCure(before: string, value: string): string {
  if (value.length > MAX_SHOWN)
    return `Put the value in double quotes, and write \\" for quotation marks within it.`;
  const quote = /^["']/.exec(value)?.[0];
  const words = quote && value.endsWith(quote) && value.length > 1 ? value.slice(1, -1) : value;
  return `Put the whole value in double quotes: ${before}${JSON.stringify(words.replaceAll('\\"', '"'))}`;
}

function beginsWith(offset: number, text: string, why: string): YamlProblem {
  const line = lineAt(text, offset);
  const [rest = ''] = text.slice(offset).split('\n', 1);
  const inside = text.slice(line.start, offset);
  // "authors: [@ada, b]"
  const value = /[[{,]\s*$/.test(inside) ? rest.replace(/\s*[,\]}].*$/, '') : rest.trim();
  const before = /[[{]/.test(inside) ? '' : inside.trimStart();
  return cannotBegin(offset, text[offset] ?? '', why, quoteCure(before, value));
}

function cannotBegin(offset: number, sign: string, why: string, cure: string): YamlProblem {
  return { offset, message: `A value without quotes cannot begin with “${sign}”: in YAML it ${why}.`, cure };
}

function explainDuplicate(offset: number, text: string, document: Document): YamlProblem {
  const name = lineAt(text, offset).words.split(':', 1)[0];
  let first = offset;
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => (isScalar(key) ? key : undefined));
      const again = keys.find((key) => key?.range?.[0] === offset);
      if (again) first = keys.find((key) => key?.value === again.value)?.range?.[0] ?? offset;
    },
  });
  const away = text.slice(first, offset).split('\n').length - 1;
  const where = away === 0 ? 'on the same line' : away === 1 ? 'on the line before' : `${away} lines before`;
  return {
    offset,
    message: `The field ${name} is there already, ${where}.`,
    cure: 'Keep one of the two fields.',
  };
}

function explainEscape(offset: number, text: string): YamlProblem {
  const sign = text.slice(offset, offset + 2);
  return {
    offset,
    message: `In double quotes YAML reads a backslash with the sign behind it, and ${sign} means nothing.`,
    cure: `Write \\${sign}, or put the value in single quotes.`,
  };
}

/** A quotation mark or a bracket that nothing closes: the parser names the place where it gave up. */
function explainOpen(
  offset: number,
  document: Document,
  isKind: (node: unknown) => boolean,
): YamlProblem | undefined {
  let open: { start: number; sign: string } | undefined;
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0];
      if (start === undefined || start > offset || !isKind(node)) return;
      const sign = signOf(node);
      if (sign) open = { start, sign };
    },
  });
  switch (open?.sign) {
    case '"':
    case "'":
      return {
        offset: open.start,
        message: `The value that begins with ${open.sign} has no ${open.sign} at its end.`,
        cure: `Write ${open.sign} at its end; within it, write ${open.sign === '"' ? '\\"' : "''"} for the sign.`,
      };
    case '[':
    case '{': {
      const [what, closing] = open.sign === '[' ? ['list', ']'] : ['group of fields', '}'];
      return {
        offset: open.start,
        message: `The ${what} that begins with ${open.sign} has no ${closing} at its end.`,
        cure: `Write ${closing} at its end; on a line of its own, indent it.`,
      };
    }
    default:
      return undefined;
  }
}

function signOf(node: unknown): string | undefined {
  if (isScalar(node))
    return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
  return isCollection(node) && node.flow ? (isMap(node) ? '{' : '[') : undefined;
}

function explainIndent(offset: number, text: string): YamlProblem {
  const { start, indent } = lineAt(text, offset);
  return {
    offset: start + indent,
    message: `The line is indented by ${indent} ${indent === 1 ? 'space' : 'spaces'}, and belongs to nothing above it.`,
    cure: 'Begin it at the same column as the lines that it belongs with.',
  };
}

/** "title: Bees⏎  themes: [a]": what belongs beside a field stands below it. */
function explainDeeper(text: string, line: Line, name: string): YamlProblem | undefined {
  const next = lineAfter(text, line);
  if (!next || next.indent <= line.indent) return undefined;
  return {
    offset: next.start + next.indent,
    message: `The line is indented as a part of ${name}, which has a value already.`,
    cure: `Begin it at the same column as ${name}; a value that goes on in it needs double quotes.`,
  };
}

function misplacedItem(offset: number): YamlProblem {
  return {
    offset,
    message:
      'This item belongs to no list: it is not indented as the items before it, or its field has a value.',
    cure: 'Begin all items of a list at the same column, below the name of the field.',
  };
}

function noField(offset: number, words: string): YamlProblem {
  // "key:bees2025"
  const [, name, value] = /^([A-Za-z][\w-]*):(\S.*)$/.exec(words) ?? [];
  if (name !== undefined)
    return {
      offset: offset + name.length,
      message: `A space is missing behind the colon of ${name}.`,
      cure: `Write a space: ${name}: ${value?.slice(0, MAX_SHOWN)}`,
    };
  const [, first, rest] = /^([A-Za-z][\w-]*)\s+(\S.*)$/.exec(words) ?? [];
  const example = first === undefined ? 'title: "Nest choice"' : `${first}: ${rest?.slice(0, MAX_SHOWN)}`;
  return {
    offset,
    message: 'The line is no field: it has no name with a colon and a space behind it.',
    cure: `Write a colon, as in ${example}; or indent the line, if the value above goes on in it.`,
  };
}
