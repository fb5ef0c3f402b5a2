// The whole survey as one value: what pages, search and exports are made from.
import { appearedOn } from './appeared.ts';
import type { Entry } from './schema/entry.ts';
import type { Term } from './schema/glossary.ts';
import type { Path } from './schema/path.ts';
import type { SurveyFields } from './schema/survey.ts';
import type { Theme } from './schema/theme.ts';

/** Everything in `content/`, checked. Themes and paths are in their own order, entries newest first. */
export type Catalog = {
  readonly survey: SurveyFields;
  readonly themes: readonly Theme[];
  readonly entries: readonly Entry[];
  readonly terms: readonly Term[];
  readonly paths: readonly Path[];
};

/** Compares entries newest first; those of a year alone come last in it, and those without a date last of all; then by title. */
export function byNewest(a: Entry, b: Entry): number {
  return (
    compareText(appearedOn(b.fields) ?? '', appearedOn(a.fields) ?? '') ||
    compareText(a.fields.title, b.fields.title)
  );
}

type Ordered = { readonly id: string; readonly fields: { readonly order: number } };

/** Compares themes, or paths, by their order, then by id. */
export function byOrder(a: Ordered, b: Ordered): number {
  return a.fields.order - b.fields.order || compareText(a.id, b.id);
}

/** Compares by code unit, the same on every machine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
