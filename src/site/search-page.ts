// The search page before anybody searches: the facets with all their values and counts, and the newest papers.
import type { Catalog } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { makeExcerpt, type Segment } from '../search/excerpt.ts';
import { describeAuthors } from '../search/hit-authors.ts';
import { newestFirst } from '../search/paper-set.ts';
import { EXCERPT_WORDS, HITS } from '../search/ranking.ts';
import { yearOf } from './labels.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';
import { makeSearchRecords } from './search-record.ts';
import type { Urls } from './urls.ts';

/** A value of a facet: what the address carries, what a reader sees, and how many papers have it. */
export type FacetValue = { readonly value: string; readonly label: string; readonly count: number };

/** A paper as the search page shows it at first; without a summary, how its abstract begins. */
export type NewestPaper = PaperSummary & {
  readonly url: string;
  readonly authors: string;
  readonly excerpt?: string;
};

/** What the search page shows at first. */
export type SearchPage = {
  readonly total: number;
  readonly themes: readonly (FacetValue & { readonly theme: ThemeLabel })[];
  readonly years: readonly FacetValue[];
  /** In the order of the index. */
  readonly newest: readonly NewestPaper[];
  /** How many more may be asked for at once. */
  readonly more: number;
};

/** Makes the model of the search page. */
export function makeSearchPage(catalog: Catalog, urls: Pick<Urls, 'paper'>): SearchPage {
  const { themes, entries } = catalog;
  const summarize = makeSummarizer(catalog);
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
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
    newest: newestFirst([...makeSearchRecords(catalog).values()])
      .slice(0, HITS)
      .flatMap(({ slug }) => bySlug.get(slug) ?? [])
      .map((entry) => ({
        ...summarize(entry),
        url: urls.paper(entry.slug),
        authors: textOf(describeAuthors(entry.fields.authors ?? [], [])),
        ...(!entry.fields.summary && { excerpt: beginningOf(entry) }),
      })),
    more: Math.max(0, Math.min(HITS, entries.length - HITS)),
  };
}

function beginningOf({ text }: Entry): string {
  return textOf(makeExcerpt(plainFormulas(text), { words: [], names: [] }, EXCERPT_WORDS));
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
