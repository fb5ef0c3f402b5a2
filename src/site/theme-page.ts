// The page of a theme: its papers in groups, then those that are about it as well.

import { appearedOn } from '../core/appeared.ts';
import type { Catalog } from '../core/catalog.ts';
import { citedSlugs } from '../core/citations.ts';
import { oncePer } from '../core/once.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Theme } from '../core/schema/theme.ts';
import { say } from '../core/words.ts';
import { shortAuthorsLabel } from './labels.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { cutGroups, cutGrowing, type GroupPage } from './pages.ts';
import {
  isPrimary,
  isSecondary,
  makeSummarizer,
  type PaperSummary,
  type ThemeLabel,
  themeLabel,
} from './paper-summary.ts';
import { type PathLabel, pathsThrough } from './path-page.ts';
import { makePageFacts, type PageFacts } from './social.ts';

/** Papers under a heading. A theme without parts has a single group without a name. */
export type PaperGroup = {
  readonly id: string;
  readonly name?: string;
  readonly definition?: string;
  readonly papers: readonly PaperSummary[];
};

/** A cited paper; `facts` is by whom and when, as far as its sources say so. */
export type Reference = PaperSummary & { readonly facts: string };

export type ThemePage = ThemeLabel & {
  readonly definition: string;
  readonly facts: PageFacts;
  readonly groups: readonly PaperGroup[];
  readonly also: readonly PaperSummary[];
  readonly total: number;
  /** What the essay cites, in the order of its numbers. */
  readonly references: readonly Reference[];
  /** Reading paths that lead through it. */
  readonly paths: readonly PathLabel[];
  readonly previous?: ThemeLabel;
  readonly next?: ThemeLabel;
};

/** Makes the pages of all themes, in their order. */
export const makeThemePages = oncePer(listThemePages);

function listThemePages(catalog: Catalog): ThemePage[] {
  const summarize = makeSummarizer(catalog);
  return catalog.themes.map((theme, index, themes) => {
    const own = catalog.entries.filter((entry) => isPrimary(entry, theme.id));
    const also = catalog.entries.filter((entry) => isSecondary(entry, theme.id));
    const [previous, next] = [themes[index - 1], themes[index + 1]];
    return {
      ...themeLabel(theme),
      definition: theme.fields.definition,
      facts: makePageFacts(catalog, [...own, ...also], theme.id),
      groups: groupByPart(theme, own).map(({ entries, ...group }) => ({
        ...group,
        papers: entries.map(summarize),
      })),
      also: also.map(summarize),
      total: own.length,
      references: referencesOf(theme, catalog).map((entry) => ({
        ...summarize(entry),
        facts: referenceFacts(entry),
      })),
      paths: pathsThrough(theme.id, catalog),
      ...(previous && { previous: themeLabel(previous) }),
      ...(next && { next: themeLabel(next) }),
    };
  });
}

/** The pages of a theme's papers: its groups one after the other, then those of other themes that are about it too. */
export function cutThemePage({ groups, also }: ThemePage): GroupPage<PaperGroup>[] {
  const others: PaperGroup = {
    id: 'also',
    name: say`Also about this`,
    definition: say`Filed under another theme first.`,
    papers: also,
  };
  const all = also.length > 0 ? [...groups, others] : groups;
  return cutGroups(all, ({ papers }) => papers.length, PAGE_SIZES.list, cutGrowing);
}

/** What such a page shows that is not the first, of papers: of a group that goes on there not how many it has in all. */
export function shownOn({ pieces, number, count }: GroupPage<PaperGroup>): unknown[] {
  const groups = pieces.map(({ group: { papers, ...group }, start, end }) => {
    return [group, start === 0 && papers.length, papers.slice(start, end)];
  });
  return [number, count, groups];
}

function referencesOf({ body }: Theme, { entries }: Catalog): Entry[] {
  return citedSlugs(body).flatMap((slug) => entries.find((entry) => entry.slug === slug) ?? []);
}

function referenceFacts({ fields }: Entry): string {
  return [shortAuthorsLabel(fields), appearedOn(fields)?.slice(0, 4)].filter(Boolean).join(', ');
}

type EntryGroup = Omit<PaperGroup, 'papers'> & { readonly entries: readonly Entry[] };

/** One group a part, in the order of the theme; papers of no part come last, under their own heading. */
function groupByPart({ fields }: Theme, entries: readonly Entry[]): EntryGroup[] {
  if (!fields.parts) return [{ id: 'papers', entries }];
  const groups = fields.parts.map(({ id, name, definition }) => ({
    // The page has ids of its own, such as "references".
    id: `part-${id}`,
    name,
    definition,
    entries: entries.filter((entry) => partOf(entry, fields.parts ?? []) === id),
  }));
  const rest = entries.filter((entry) => partOf(entry, fields.parts ?? []) === undefined);
  return rest.length > 0 ? [...groups, { id: 'general', name: say`In general`, entries: rest }] : groups;
}

/** The first part of a theme that an entry belongs to, so that no paper is listed twice. */
function partOf({ fields }: Entry, parts: readonly { readonly id: string }[]): string | undefined {
  return parts.find(({ id }) => fields.parts?.includes(id))?.id;
}
