// The search page before anybody searches: the facets with all their values and counts.
import type { Catalog } from '../core/catalog.ts';
import { yearOf } from './labels.ts';
import { type ThemeLabel, themeLabel } from './paper-summary.ts';

/** A value of a facet: what the address carries, what a reader sees, and how many papers have it. */
export type FacetValue = { readonly value: string; readonly label: string; readonly count: number };

/** What the search page shows at first. */
export type SearchPage = {
  readonly total: number;
  readonly themes: readonly (FacetValue & { readonly theme: ThemeLabel })[];
  readonly years: readonly FacetValue[];
};

/** Makes the model of the search page. */
export function makeSearchPage({ themes, entries }: Catalog): SearchPage {
  const years = new Map<string, number>();
  for (const { fields } of entries) years.set(yearOf(fields), (years.get(yearOf(fields)) ?? 0) + 1);
  return {
    total: entries.length,
    themes: themes.map((theme) => ({
      value: theme.id,
      label: theme.fields.short,
      count: entries.filter(({ fields }) => fields.themes.includes(theme.id)).length,
      theme: themeLabel(theme),
    })),
    years: [...years]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([year, count]) => ({ value: year, label: year, count })),
  };
}
