// Themes and their parts as people name them: by id or by name, in any case.
import type { Content } from '../../src/catalog/content.ts';
import { suggest } from '../../src/core/text.ts';
import type { Choices } from './plan.ts';

/** The ids of what a person named, primary theme first; or why one of the names is none. */
export type NamedThemes =
  | { readonly themes: readonly string[]; readonly parts: readonly string[] }
  | { readonly problem: string };

/** Reads "Search, agents" as themes of the survey, and "retrieval" as a part of one. */
export function readThemes(text: string, content: Pick<Content, 'themes'>): NamedThemes {
  const all = content.themes.map(({ theme }) => theme);
  const themes = indexNames(all.map(({ id, fields }) => ({ id, name: fields.short })));
  const parts = indexNames(all.flatMap(({ fields }) => fields.parts ?? []));
  const names = text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !themes.has(fold(name)) && !parts.has(fold(name)));
  if (unknown !== undefined) {
    const ids = [...new Set([...themes.values(), ...parts.values()])];
    return { problem: `There is no theme ${unknown}. ${suggest(unknown, ids)}` };
  }
  // Where a theme and a part have one name, the theme is meant.
  const folded = names.map(fold);
  return {
    themes: [...new Set(folded.flatMap((name) => themes.get(name) ?? []))],
    parts: [...new Set(folded.flatMap((name) => (themes.has(name) ? [] : (parts.get(name) ?? []))))],
  };
}

/** What was named, as a choice: what nobody named, the rules propose. */
export function choiceOf(named: NamedThemes): Pick<Choices, 'themes' | 'parts'> {
  if ('problem' in named) return {};
  const { themes, parts } = named;
  return { ...(themes.length > 0 && { themes }), ...(parts.length > 0 && { parts }) };
}

function fold(name: string): string {
  return name.toLowerCase();
}

/** Ids by id and by name, in lower case. */
function indexNames(named: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(
    named.flatMap(({ id, name }) => [
      [fold(name), id],
      [id, id],
    ]),
  );
}
