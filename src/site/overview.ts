// The overview: what the survey is, how large it is, its themes and its newest papers.
import { appearedOn } from '../core/appeared.ts';
import type { Catalog } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import { type Span, spanOf } from './labels.ts';
import {
  isPrimary,
  isSecondary,
  makeSummarizer,
  type PaperSummary,
  type ThemeLabel,
  themeLabel,
} from './paper-summary.ts';
import { makePathLabel, type PathLabel } from './path-page.ts';
import { makeTimeline, type Timeline } from './timeline.ts';

/** How much there is. */
export type Extent = Span & { readonly themes: number };

/** A theme in the table of contents. */
export type ThemeRow = ThemeLabel & {
  readonly definition: string;
  /** Papers that have it as their primary theme. */
  readonly papers: number;
  /** Papers that are about it as well. */
  readonly also: number;
};

export type Overview = {
  readonly survey: SurveyFields;
  readonly extent: Extent;
  readonly themes: readonly ThemeRow[];
  readonly timeline: Timeline;
  readonly paths: readonly PathLabel[];
  readonly newest: readonly PaperSummary[];
};

const NEWEST = 8;

/** Makes the model of the overview page. */
export function makeOverview(catalog: Catalog): Overview {
  return {
    survey: catalog.survey,
    extent: measureExtent(catalog),
    themes: makeThemeRows(catalog),
    timeline: makeTimeline(catalog),
    paths: catalog.paths.map(makePathLabel),
    newest: catalog.entries.slice(0, NEWEST).map(makeSummarizer(catalog)),
  };
}

/** The themes in their order, with how many papers each has. */
export const makeThemeRows = oncePer(({ themes, entries }: Catalog): ThemeRow[] => {
  return themes.map((theme) => ({
    ...themeLabel(theme),
    definition: theme.fields.definition,
    papers: entries.filter((entry) => isPrimary(entry, theme.id)).length,
    also: entries.filter((entry) => isSecondary(entry, theme.id)).length,
  }));
});

/** How much a survey holds. */
export function measureExtent({ themes, entries }: Catalog): Extent {
  return { ...spanOf(entries.map(({ fields }) => appearedOn(fields))), themes: themes.length };
}
