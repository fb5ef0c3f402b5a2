// What every list of papers shows of a paper.

import type { Catalog } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Theme } from '../core/schema/theme.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { authorCountOf, type DateLabel, shortDateLabel } from './labels.ts';

/** A theme as a label: its short name stands with its colour, which is never the only sign. */
export type ThemeLabel = { readonly id: string; readonly short: string; readonly title: string };

/** A paper in a list. The first of `themes` is its primary one. */
export type PaperSummary = {
  readonly slug: string;
  readonly title: string;
  readonly summary?: string;
  readonly date: DateLabel;
  readonly authorCount?: number;
  readonly organization?: string;
  readonly themes: readonly ThemeLabel[];
};

/** Makes summaries of the papers of a survey. That of a paper is made once: the pages of its terms all ask for it. */
export function makeSummarizer({ themes }: Pick<Catalog, 'themes'>): (entry: Entry) => PaperSummary {
  return summarizerOf(themes);
}

const summarizerOf = oncePer((themes: readonly Theme[]) => {
  const labels = new Map(themes.map((theme) => [theme.id, themeLabel(theme)]));
  return oncePer(({ slug, fields }: Entry): PaperSummary => {
    const authorCount = authorCountOf(fields);
    return {
      slug,
      title: plainFormulas(fields.title),
      ...(fields.summary && { summary: fields.summary }),
      date: shortDateLabel(fields),
      ...(authorCount && { authorCount }),
      ...(fields.organization && { organization: fields.organization }),
      themes: fields.themes.flatMap((id) => labels.get(id) ?? []),
    };
  });
});

/** The label of a theme. */
export function themeLabel({ id, fields }: Theme): ThemeLabel {
  return { id, short: fields.short, title: fields.title };
}

/** Whether a theme is the primary one of a paper. */
export function isPrimary(entry: Entry, theme: string): boolean {
  return entry.fields.themes[0] === theme;
}

/** Whether a paper is about a theme without it being the primary one. */
export function isSecondary(entry: Entry, theme: string): boolean {
  return entry.fields.themes.includes(theme) && !isPrimary(entry, theme);
}
