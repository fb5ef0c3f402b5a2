// Which themes of the map a reader has chosen, and the address that says it.

const NAME = 'theme';

/** Reads the chosen themes from the query of an address; whatever is no theme of the map is ignored. */
export function parseThemes(search: string, known: readonly string[]): string[] {
  const asked = new URLSearchParams(search).getAll(NAME);
  return known.filter((theme) => asked.includes(theme));
}

/** The query that says the chosen themes, with everything else that it said before. `parseThemes` reads it back. */
export function renderThemes(search: string, chosen: readonly string[]): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(NAME);
  for (const theme of chosen) parameters.append(NAME, theme);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Chooses a theme, or no longer. All of them together are as good as none. */
export function toggleTheme(chosen: readonly string[], theme: string, known: readonly string[]): string[] {
  const next = known.filter((other) => chosen.includes(other) !== (other === theme));
  return next.length === known.length ? [] : next;
}
