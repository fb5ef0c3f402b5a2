// Themes as people name them: by id or by short name, in any case.
import type { Content } from '../../src/catalog/content.ts';
import { suggest } from '../../src/core/text.ts';

/** The ids of themes that a person named; or why one of them is none. */
export type NamedThemes = { readonly ids: readonly string[] } | { readonly problem: string };

/** Reads "Search, agents" as themes of the survey, primary first. */
export function readThemes(text: string, { themes }: Pick<Content, 'themes'>): NamedThemes {
  const names = text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = new Map(
    themes.flatMap(({ theme: { id, fields } }) => [
      [id, id],
      [fields.short.toLowerCase(), id],
    ]),
  );
  const unknown = names.find((name) => !known.has(name.toLowerCase()));
  if (unknown !== undefined)
    return {
      problem: `There is no theme ${unknown}. ${suggest(
        unknown,
        themes.map(({ theme }) => theme.id),
      )}`,
    };
  return { ids: [...new Set(names.flatMap((name) => known.get(name.toLowerCase()) ?? []))] };
}
