// What a survey says in Markdown: abstracts, essays, the introductions of reading paths.
import type { Located, Unchecked } from './content.ts';

/** A body, the page on which it is shown, and whether its words are quoted. */
export type Body = Located & { readonly body: string; readonly page: string; readonly isQuoted: boolean };

/** The bodies of all entries, themes and paths. */
export function listBodies({ entries, themes, paths }: Unchecked): Body[] {
  return [
    ...entries.map(({ entry, ...located }) => ({
      ...located,
      body: entry.body,
      page: `papers/${entry.slug}/`,
      isQuoted: entry.fields.source !== undefined && entry.fields.edited === undefined,
    })),
    ...themes.map(({ theme, ...located }) => ({
      ...located,
      body: theme.body,
      page: `themes/${theme.id}/`,
      isQuoted: false,
    })),
    ...paths.map(({ path, ...located }) => ({
      ...located,
      body: path.body,
      page: `paths/${path.id}/`,
      isQuoted: false,
    })),
  ];
}
