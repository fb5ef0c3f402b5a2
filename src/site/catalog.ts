// From the collections that Astro holds to the catalog that page models are made from.
import { byNewest, byOrder, type Catalog, compareText } from '../core/catalog.ts';
import type { EntryFields } from '../core/schema/entry.ts';
import type { Term } from '../core/schema/glossary.ts';
import type { PathFields } from '../core/schema/path.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import type { ThemeFields } from '../core/schema/theme.ts';

type Item<Fields> = { readonly id: string; readonly data: Fields; readonly body?: string | undefined };

/** The collections of a survey, as Astro hands them out. */
export type Collections = {
  readonly survey: SurveyFields;
  readonly themes: readonly Item<ThemeFields>[];
  readonly terms: readonly Item<Term>[];
  readonly paths: readonly Item<PathFields>[];
  readonly entries: readonly Item<EntryFields & { readonly text: string }>[];
};

/** Puts the collections together, in the order that pages show them. */
export function assembleCatalog({ survey, themes, entries, terms, paths }: Collections): Catalog {
  return {
    survey,
    themes: themes.map(({ id, data, body = '' }) => ({ id, fields: data, body })).toSorted(byOrder),
    entries: entries
      .map(({ id, data: { text, ...fields }, body = '' }) => ({ slug: id, fields, body, text }))
      .toSorted(byNewest),
    terms: terms.map(({ data }) => data).toSorted((a, b) => compareText(a.id, b.id)),
    paths: paths.map(({ id, data, body = '' }) => ({ id, fields: data, body })).toSorted(byOrder),
  };
}
