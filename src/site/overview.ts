// The overview: what the survey is, how large it is, its themes and its newest papers.
import { appearedOn } from '../core/appeared.ts';
import type { Catalog } from '../core/catalog.ts';
import { renderDate } from '../core/date-words.ts';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
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

/** How much there is. `from` and `to` are months, or years where no month is known; a survey without any date has neither. */
export type Extent = {
  readonly papers: number;
  readonly themes: number;
  readonly undated: number;
  readonly from?: string;
  readonly to?: string;
};

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
  const days = entries.flatMap(({ fields }: Entry) => appearedOn(fields) ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    papers: entries.length,
    themes: themes.length,
    undated: entries.length - days.length,
    ...(first && last && { from: renderDate(first.slice(0, 7)), to: renderDate(last.slice(0, 7)) }),
  };
}
