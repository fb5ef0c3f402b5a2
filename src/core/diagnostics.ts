// What is wrong, where, and what to do about it: data first, rendered by the reporters in catalog/reporters.
import { compareText } from './catalog.ts';
import { type RuleId, rules } from './rules.ts';

/** A place in a file. Lines and columns count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** A file without a place in it, when no line can be named: never a made-up 1:1. */
export type FilePlace = { readonly file: string };

/**
 * What `check --fix` does about a problem, in words and exactly: what stands at the place (or after it on the same line)
 * is replaced; or the file is moved; or its whole text is replaced.
 */
export type Fix = { readonly does: string } & (
  | { readonly from: string; readonly to: string }
  | { readonly moveTo: string }
  | { readonly rewrite: string }
);

/** One problem: `message` says what is wrong, `cure` what to do; `fix` is there where a program can do it. */
export type Diagnostic = {
  readonly rule: RuleId;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly cure: string;
  readonly place: Place | FilePlace;
  readonly fix?: Fix;
};

/** Makes a diagnostic with the severity that the rule table gives. */
export function diagnose(
  rule: RuleId,
  place: Place | FilePlace,
  message: string,
  cure: string,
  fix?: Fix,
): Diagnostic {
  return { rule, severity: rules[rule].severity, message, cure, place, ...(fix && { fix }) };
}

/** Sorts by file, line and column, as a reader goes through them. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  return list.toSorted(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      lineOf(a) - lineOf(b) ||
      columnOf(a) - columnOf(b) ||
      compareText(a.rule, b.rule),
  );
}

function lineOf({ place }: Diagnostic): number {
  return 'line' in place ? place.line : 0;
}

function columnOf({ place }: Diagnostic): number {
  return 'column' in place ? place.column : 0;
}

/** Renders a place as `file:line:column`, or `file` where no line is known. */
export function renderPlace(place: Place | FilePlace): string {
  return 'line' in place ? `${place.file}:${place.line}:${place.column}` : place.file;
}

/** Whether any of them is an error, so that the run must fail. */
export function hasErrors(list: readonly Diagnostic[]): boolean {
  return list.some(({ severity }) => severity === 'error');
}
