// Damage to the words themselves, wherever they stand.
import { findDamage, findEatenAccents } from '../../core/abstract-damage.ts';
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostics.ts';
import { findInvisible } from '../../core/invisible.ts';
import type { Body } from '../bodies.ts';
import { blankCode, readBodyText } from '../body-text.ts';
import type { LoadedEntry, Unchecked } from '../content.ts';
import { makePlacer, offsetOf, placeInText } from '../places.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { LineReader } from './source.ts';

/** No character in any file is invisible, or turns the direction of text around. */
export function checkInvisible({ texts, entries }: Unchecked, readLines: LineReader): Diagnostic[] {
  const loaded = new Map(entries.map((entry) => [entry.file, entry]));
  return [...texts].flatMap(([file, text]) => {
    // A byte order mark at the very beginning is a matter of file-form.
    const found = findInvisible(text).filter(({ offset, character }) => offset > 0 || character !== '\uFEFF');
    if (found.length === 0) return [];
    const placeAt = makePlacer(text, file);
    const quoted = quotedWords(loaded.get(file), readLines);
    return found.map(({ character, name, offset }) => {
      const isQuoted = quoted === 'unknown' || quoted.includes(character);
      return diagnose(
        'text-invisible',
        placeAt(offset),
        `Here is ${name}.`,
        isQuoted
          ? `It is in the source too: remove it, and add to repairs, in double quotes, {rule: invisible, from: "${escapeOf(character)}", to: ""}.`
          : 'Run npm run check -- --fix, or remove it.',
        isQuoted ? undefined : { does: `removed ${name}`, from: character, to: '' },
      );
    });
  });
}

/** A character as YAML writes it in double quotes, where everybody can see it: "\\u200B". */
function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The lines that an entry quotes, which must be as they are in the source; nobody knows them while it is not read. */
function quotedWords(loaded: LoadedEntry | undefined, readLines: LineReader): string {
  const { source, edited } = loaded?.entry.fields ?? {};
  if (!source || edited) return '';
  const [first, last] = source.lines;
  const read = readLines(source.file);
  return read ? read.lines.slice(first - 1, last).join('\n') : 'unknown';
}

/** Nothing in a body looks as if a program had spoiled it. */
export function checkBodyDamage({ body, file, bodyLine, tree }: Body): Diagnostic[] {
  const { text, at } = readBodyText(body, tree());
  const placeAt = makePlacer(body, file, bodyLine);
  return [
    // As long as before, for the places.
    ...findDamage(text.replace(/\r?\n/g, (end) => ' '.repeat(end.length))).map(({ what, found, offset }) =>
      reportDamage(what, found, placeAt(at(offset))),
    ),
    ...findEatenAccents(blankCode(body, tree())).map(({ what, found, offset }) =>
      reportDamage(what, found, placeAt(offset)),
    ),
  ];
}

/** Nor does anything in the fields that readers see. */
export function checkFieldDamage({
  entries,
  themes,
  paths,
  glossary,
  surveyFile,
  texts,
}: Unchecked): Diagnostic[] {
  const yaml = [...entries, ...themes, ...paths].map(({ front }) => front);
  return [...yaml, glossary, surveyFile].flatMap((front) =>
    front ? checkFields(front, texts.get(front.file) ?? '') : [],
  );
}

function reportDamage(what: string, found: string, place: Diagnostic['place']): Diagnostic {
  const cure = 'Write what was meant, and say so in the field edited if the words are quoted.';
  return diagnose('text-damage', place, `This looks like ${what}: “${found}”.`, cure);
}

/** Fields that readers never see, or that say by which words a source is damaged. */
const NOT_READ: ReadonlySet<string> = new Set([
  'repairs',
  'gaps',
  'source',
  'bibliography',
  'signals',
  'kept',
]);

/** No field is deeper. */
const MAX_DEPTH = 10;

function checkFields(front: YamlFile, text: string): Diagnostic[] {
  return listTexts(front.value, []).flatMap(({ path, value }) =>
    findDamage(value.replace(/\r?\n/g, ' ')).map(({ what, found }) =>
      reportDamage(what, found, placeInField(front.locate(path), found, front.file, text)),
    ),
  );
}

function listTexts(value: unknown, path: readonly PropertyKey[]): { path: PropertyKey[]; value: string }[] {
  if (typeof value === 'string') return [{ path: [...path], value }];
  // An anchor can make a value part of itself.
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_READ.has(key))
    .flatMap(([key, inner]) => listTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** Where some words of a field stand: after its beginning, unless YAML has spelled them in another way. */
function placeInField(start: Place, found: string, file: string, text: string): Place {
  const offset = text.indexOf(found, offsetOf(text, start));
  return offset < 0 ? start : placeInText(text, offset, file);
}
