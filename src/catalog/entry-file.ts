// `content/entries/<theme>/<slug>.md` and `content/themes/<theme>.md`: front matter and Markdown.
import matter from 'gray-matter';
import { isMap, isScalar, parseDocument, stringify, type YAMLMap } from 'yaml';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { type EntryFields, entrySchema } from '../core/schema/entry.ts';
import { addLines, editYaml, fieldsOf, layOut, removeLines, replaceLines } from './yaml-edit.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** A Markdown file with front matter. */
export type MarkdownFile = {
  readonly front: YamlFile;
  readonly body: string;
  /** Line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
};

const OPENING = /^---[ \t]*(?:yaml)?[ \t]*(?:\r?\n|$)/; // "---" or "---yaml"

/** Splits a Markdown file and reads its front matter, which must be YAML: no other language is ever run. */
export function parseMarkdownFile(
  text: string,
  file: string,
): { file: MarkdownFile } | { diagnostic: Diagnostic } {
  const clean = text.replace(/^\uFEFF/, '');
  if (!OPENING.test(clean)) {
    return { diagnostic: reportOpening(clean, file) };
  }
  const { matter: front, content } = matter(clean.replace(OPENING, '---\n'), {
    language: 'yaml',
    engines: { yaml: () => ({}), javascript: refuse, json: refuse, coffee: refuse },
  });
  const body = content.replace(/^(?:[ \t]*\r?\n)+/, '');
  const bodyLine = clean.slice(0, clean.length - body.length).split('\n').length;
  return {
    file: {
      front: parseYaml(front.replace(/\r$/gm, '').replace(/^\n/, ''), file, 2),
      body,
      bodyLine,
    },
  };
}

function refuse(): never {
  throw new Error('Front matter must be YAML.');
}

function reportOpening(text: string, file: string): Diagnostic {
  const other = /^---[ \t]*(\S+)/.exec(text)?.[1]; // "---js"
  return diagnose(
    'front-matter',
    { file, line: 1, column: other ? 4 : 1 },
    other
      ? `Front matter in the language “${other}” is not read.`
      : 'The file does not begin with front matter.',
    other
      ? 'Begin with a line of just three hyphens and write YAML.'
      : 'Begin with a line of three hyphens, then the fields, such as title: "...", then three hyphens again.',
  );
}

/** Lists of these fields stand on one line; others take one line an item. */
const ON_ONE_LINE: ReadonlySet<string> = new Set(['themes', 'parts', 'terms', 'notTerms', 'lines']);
const FIELDS = Object.keys(entrySchema.shape);

/** Renders an entry as a file: fields in the order of the schema, then the abstract as Markdown, if there is one. */
export function renderEntryFile(fields: EntryFields, markdown: string): string {
  const ordered = Object.fromEntries(FIELDS.flatMap((name) => pick(fields, name)));
  return `---\n${renderFields(ordered)}---\n${markdown.trim() === '' ? '' : `\n${markdown.trimEnd()}\n`}`;
}

function renderFields(fields: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false }));
  setFlow(document.contents as YAMLMap);
  return layOut(document);
}

/**
 * Adds fields that a file lacks, each at its place in the order, and replaces those that were completed; removes
 * those that are named, and puts `markdown` in the place of the abstract, if given; every other byte stays as a person
 * wrote it. Only where `editYaml` has to lay the fields out anew, new ones come last.
 */
export function fillEntryFile(
  text: string,
  fields: Partial<EntryFields>,
  { remove = [], markdown }: { remove?: readonly string[]; markdown?: string | undefined } = {},
): string {
  const { opening, front, rest } = splitFront(text);
  const document = parseDocument(front);
  if (!isMap(document.contents)) return text;
  const all = fieldsOf(front, document);
  const goes = ({ name }: { name: string }) => remove.includes(name);
  const stay = all.filter((field) => !goes(field));
  const edits = all.filter(goes).map((field) => removeLines(front, field));
  for (const name of remove) document.delete(name);
  for (const name of FIELDS.filter((field) => field in fields)) {
    const value = fields[name as keyof EntryFields];
    const lines = renderFields({ [name]: value });
    const present = stay.find((field) => field.name === name);
    const later = new Set(FIELDS.slice(FIELDS.indexOf(name) + 1));
    edits.push(...(present ? [replaceLines(front, present, lines)] : addLines(front, stay, lines, later)));
    document.set(name, document.createNode(value));
  }
  setFlow(document.contents);
  const body = markdown === undefined ? rest : `---\n\n${markdown.trimEnd()}\n`;
  return opening + editYaml(front, edits, document) + body;
}

/** The front matter of a Markdown file as it stands there, with the line before it, and all that comes after it. */
export function splitFront(text: string) {
  const [start, end] = [text.indexOf('\n') + 1, text.indexOf('\n---', 3) + 1];
  return { opening: text.slice(0, start), front: text.slice(start, end), rest: text.slice(end) };
}

function pick(fields: EntryFields, name: string): [string, unknown][] {
  const value = fields[name as keyof EntryFields];
  return value === undefined ? [] : [[name, value]];
}

function setFlow(map: YAMLMap): void {
  for (const { key, value } of map.items) {
    if (isMap(value)) setFlow(value as YAMLMap);
    else if (isScalar(key) && ON_ONE_LINE.has(String(key.value))) (value as YAMLMap).flow = true;
  }
}
