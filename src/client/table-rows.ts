// What the tables have in common whose rows a script makes: themes as links, and the way to more rows.

/** A theme as files of rows name it. */
type ThemeOfRows = { readonly id: string; readonly short: string; readonly url: string };
/** Themes by id, with the addresses of their pages. */
export type RowThemes = ReadonlyMap<string, ThemeOfRows>;

/** The themes of a file of rows, whose addresses are seen from the file. */
export function themesOf(themes: readonly ThemeOfRows[], base: URL): RowThemes {
  return new Map(themes.map((theme) => [theme.id, { ...theme, url: new URL(theme.url, base).href }]));
}

/** A copy of the link to a theme, which leads to another one. */
export function copyThemeTag(example: HTMLElement, { id, short, url }: ThemeOfRows): HTMLElement {
  const tag = example.cloneNode() as HTMLElement;
  tag.setAttribute('href', url);
  tag.dataset['themeId'] = id;
  tag.textContent = short;
  return tag;
}

/** A row that says what it is sorted and filtered by, as rows of a page do. */
export function withValues(
  row: HTMLTableRowElement,
  values: Readonly<Record<string, string>>,
): HTMLTableRowElement {
  Object.assign(row.dataset, values);
  return row;
}

/** Offers more rows, or not; the pages of the table make room for what was asked for. */
export function showMore(table: HTMLElement, isMore: boolean): void {
  const pages = table.querySelector<HTMLElement>('[data-part="pages"]');
  if (pages) pages.hidden = true;
  const more = table.querySelector<HTMLElement>('[data-part="more"]');
  if (more) more.hidden = !isMore;
}

/** Makes a value when it is first asked for, and then no more. */
export function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
