// What a page says of itself to those who show a link to it: Open Graph (ogp.me), and the feeds it belongs to.

import { addedOn, latest } from '../core/added.ts';
import type { Catalog } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';

/** What is known of a page beside its title and description. */
export type PageFacts = {
  /** The theme that a page belongs to, or is about. */
  readonly theme?: { readonly id: string; readonly title: string; readonly hue: number };
  /** Day on which the paper appeared. */
  readonly published?: string;
  /** Day on which the page last got something new: when the last of its papers was added. */
  readonly modified?: string;
  /** Whether it shows the picture of its theme: in a large survey a picture takes longer than all else of a page. */
  readonly hasThemePicture?: boolean;
};

/** With so many papers they have no pictures of their own. */
const MANY_PAPERS = 1000;

/** The facts of a page on some papers; of a theme where it is about one. */
export function makePageFacts(
  { survey, themes }: Pick<Catalog, 'survey' | 'themes'>,
  entries: readonly Entry[],
  themeId?: string,
): PageFacts {
  const theme = themes.find(({ id }) => id === themeId);
  const modified = latest(entries.map(({ fields }) => addedOn(fields, survey)));
  return {
    ...(theme && { theme: { id: theme.id, title: theme.fields.title, hue: theme.fields.colour } }),
    ...(modified && { modified }),
  };
}

/** The facts of a paper's page. */
export function makePaperFacts(
  catalog: Pick<Catalog, 'survey' | 'themes' | 'entries'>,
  entry: Entry,
): PageFacts {
  const { published, themes } = entry.fields;
  return {
    ...makePageFacts(catalog, [entry], themes[0]),
    ...(published && { published }),
    ...(catalog.entries.length >= MANY_PAPERS && { hasThemePicture: true }),
  };
}

/** Where the picture of a page is, below the root: `papers/hive/` -> `og/papers/hive.png`. */
export function picturePath(page: string): string {
  return `og/${page.replace(/\/$/, '') || 'index'}.png`;
}
