// Texts of fields that no schema of their own forbids and no page should show.
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { YamlFile } from './yaml-file.ts';

/** Longer than any sentence or paragraph of a field. */
const MAX_LENGTH = 4000;
/** Control characters, those that turn the direction of text around, and halves of characters. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** These hold the words of a source as they were, damage and all. */
const VERBATIM: ReadonlySet<PropertyKey> = new Set(['repairs', 'gaps', 'quote']);
const MAX_DEPTH = 10;

/** Checks all texts in the value of a YAML file. */
export function checkFieldTexts(file: YamlFile): Diagnostic[] {
  return visit(file.value, [], file);
}

function visit(value: unknown, path: readonly (string | number)[], file: YamlFile): Diagnostic[] {
  if (typeof value === 'string') {
    const problem = judge(value);
    if (!problem) return [];
    const [what, cure] = problem;
    return [diagnose('field-text', file.locate(path), `${path.join('.')}: ${what}`, cure)];
  }
  // An anchor can make a value part of itself.
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) =>
    VERBATIM.has(key) ? [] : visit(inner, [...path, isList ? Number(key) : key], file),
  );
}

function judge(text: string): readonly [what: string, cure: string] | undefined {
  if (text.length > MAX_LENGTH) return [`Must be at most ${MAX_LENGTH} characters.`, 'Shorten it.'];
  if (NOT_TEXT.test(text.replace(/[\r\n\t]/g, ' ')))
    return ['Must not hold control characters, nor ones that turn the direction of text.', 'Remove them.'];
  // "https://example.org@evil.example/" leads to evil.example.
  if (/^https:/i.test(text) && URL.canParse(text) && `${new URL(text).username}${new URL(text).password}`)
    return ['Must not have an @ before the name of the host.', 'Remove what stands before the @.'];
  return undefined;
}
