// YAML with positions: every field can be pointed at, as file:line:column.
import { type Document, isMap, isScalar, LineCounter, parseDocument, Scalar, stringify, visit } from 'yaml';
import { type Diagnostic, diagnose, type Place } from '../core/diagnostics.ts';
import { explainNames, explainWords, explainYaml } from './yaml-problems.ts';

/** A YAML text, read: its value, where each field stands, and what is wrong with it. */
export type YamlFile = {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** A single value as it was typed; undefined where a comment stands in it. */
  readonly scalar: (path: readonly PropertyKey[]) => WrittenScalar | undefined;
  /** The place of the field at a path; of the nearest field around it where there is none. */
  readonly locate: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;
  readonly diagnostics: readonly Diagnostic[];
};

/** A value as somebody typed it. */
export type WrittenScalar = {
  readonly source: string;
  /** Without quotes: `2501.01230`, of which YAML makes the number 2501.0123. */
  readonly plain?: string;
  /** Another text in its place, in the same quotes, or in some where it needs them. */
  readonly render: (text: string) => string;
};

/** More aliases than this is no survey but a bomb ("billion laughs"). */
const MAX_ALIASES = 50;

/** Reads YAML 1.2. `firstLine` is the line of the file on which `text` begins, counted from 1. */
export function parseYaml(text: string, file: string, firstLine = 1): YamlFile {
  try {
    return readYaml(text, file, firstLine);
  } catch (error) {
    // The parser calls itself for each level: "- - - - …" takes its whole stack.
    if (!(error instanceof RangeError)) throw error;
    const place = { file, line: firstLine, column: 1 };
    const message = 'The YAML is nested too deep to be read.';
    const diagnostics = [diagnose('yaml', place, message, 'Put fewer lists and fields within each other.')];
    return { file, text, value: undefined, scalar: () => undefined, locate: () => place, diagnostics };
  }
}

/** A document, and where its lines begin. */
type Parsed = { readonly document: Document; readonly counter: LineCounter };

let latest: (Parsed & { readonly text: string }) | undefined;

/**
 * A document takes a dozen times the room of its text, and of thousands of sound ones nobody asks for a place: only
 * the latest is kept, and an earlier one is read again when it is asked.
 */
function parseText(text: string): Parsed {
  if (latest?.text === text) return latest;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  latest = { text, document, counter };
  return latest;
}

function readYaml(text: string, file: string, firstLine: number): YamlFile {
  const placeAt = (offset: number): Place => {
    const { line, col } = parseText(text).counter.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };

  function locate(path: readonly PropertyKey[], part: 'key' | 'value' = 'value'): Place {
    for (let length = path.length; length >= 0; length--) {
      const offset = offsetOf(path.slice(0, length), part);
      if (offset !== undefined) return placeAt(offset);
    }
    return { file, line: firstLine, column: 1 };
  }

  function offsetOf(path: readonly PropertyKey[], part: 'key' | 'value'): number | undefined {
    const { document } = parseText(text);
    if (part === 'key' && path.length > 0) {
      const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
      if (isMap(parent)) {
        const pair = parent.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)),
        );
        if (pair && isScalar(pair.key)) return pair.key.range?.[0];
      }
    }
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return (node as { range?: [number, number, number] } | undefined)?.range?.[0];
  }

  function scalar(path: readonly PropertyKey[]): WrittenScalar | undefined {
    const node = parseText(text).document.getIn(path, true);
    if (!isScalar(node) || !node.range) return undefined;
    const { type } = node;
    const source = text.slice(node.range[0], node.range[1]).trimEnd();
    // "| # a comment"
    if (type?.startsWith('BLOCK') && /^[^\n]*#/.test(source)) return undefined;
    return {
      source,
      ...(type === 'PLAIN' && { plain: source }),
      render: (words) => renderScalar(words, type?.startsWith('QUOTE') ? type : 'PLAIN'),
    };
  }

  const { document } = parseText(text);
  const read = { file, text, locate, scalar };
  const explained = explainYaml(text, document);
  const problems = (
    explained.length > 0 ? explained : [...explainWords(text, document), ...explainNames(text, document)]
  ).map(({ offset, message, cure }) => diagnose('yaml', placeAt(offset), message, cure));
  const { reserved, swallowed } = findTraps(document);
  problems.push(...reserved.map((offset) => reportReservedKey(placeAt(offset))));
  problems.push(...swallowed.map(({ offset, words }) => reportSwallowed(words, placeAt(offset))));
  if (problems.length > 0) return { ...read, value: undefined, diagnostics: problems };
  try {
    return { ...read, value: document.toJS({ maxAliasCount: MAX_ALIASES }), diagnostics: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const cure = 'Write the values out instead of using anchors and aliases.';
    return { ...read, value: undefined, diagnostics: [diagnose('yaml', locate([]), `${message}.`, cure)] };
  }
}

/** A text as a value that may stand in a list of one line, too: there a comma ends it. */
function renderScalar(text: string, type: Scalar.Type): string {
  const node = new Scalar(text);
  node.type = type;
  const list = stringify([node], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false });
  return list.trim().slice(1, -1);
}

/**
 * What is lost without a word: `__proto__`, a name that JavaScript keeps for itself and schemas pass over; and words that a
 * "#" makes a comment, as in "Solving #1 tasks". Who writes a comment has a space after the sign.
 */
function findTraps(document: Document) {
  const reserved: number[] = [];
  const swallowed: { readonly offset: number; readonly words: string }[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === '__proto__') reserved.push(key.range?.[0] ?? 0);
      if (isScalar(value) && value.type === 'PLAIN' && /^\S/.test(value.comment ?? ''))
        swallowed.push({ offset: value.range?.[1] ?? 0, words: `#${value.comment}` });
    },
  });
  return { reserved, swallowed };
}

function reportSwallowed(words: string, place: Place): Diagnostic {
  const cure = 'Put the whole value in quotes; or, if it is a comment, write a space after the #.';
  return diagnose('yaml', place, `YAML takes “${words}” for a comment, not for a part of the text.`, cure);
}

function reportReservedKey(place: Place): Diagnostic {
  return diagnose('yaml', place, 'No field can have the name __proto__.', 'Remove it.');
}
