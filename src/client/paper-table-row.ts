// A row of the table of papers that was not in the page: a row that was, with another paper in it.
import { say } from '../core/words.ts';
import type { PaperRow } from '../export/paper-rows.ts';
import { copyThemeTag, type RowThemes } from './table-rows.ts';

/** Fills a copy of a row; addresses are seen from `base`. */
export function fillPaperRow(
  example: HTMLTableRowElement,
  paper: PaperRow,
  base: URL,
  themes: RowThemes,
): HTMLTableRowElement {
  const row = example.cloneNode(true) as HTMLTableRowElement;
  const find = (selector: string) => row.querySelector<HTMLElement>(selector);
  row.dataset['listed'] = paper.slug;
  const link = find('th a');
  link?.setAttribute('href', new URL(paper.url, base).href);
  if (link) link.textContent = paper.title;
  fillThemes(find('.themes'), paper.themes, themes);
  find('.date')?.replaceChildren(makeDate(paper));
  fillAuthors(find('.number'), paper.authors);
  const choice = find('paper-choice');
  choice?.setAttribute('slug', paper.slug);
  choice?.setAttribute('name', paper.title);
  // Its buttons belong to the paper of the example.
  choice?.replaceChildren();
  return row;
}

function fillThemes(cell: HTMLElement | null, ids: readonly string[], themes: RowThemes): void {
  const example = cell?.querySelector('a');
  if (!cell || !example) return;
  const tags = ids.flatMap((id, index) => {
    const theme = themes.get(id);
    if (!theme) return [];
    const tag = copyThemeTag(example, theme);
    tag.classList.toggle('primary', index === 0);
    return index > 0 ? [' ', tag] : [tag];
  });
  cell.replaceChildren(...tags);
}

function makeDate({ day, date }: PaperRow): HTMLElement {
  const element = document.createElement(day ? 'time' : 'span');
  if (day) element.setAttribute('datetime', day);
  element.textContent = date;
  return element;
}

function fillAuthors(cell: HTMLElement | null, authors: number | undefined): void {
  if (!cell) return;
  cell.dataset['unit'] = authors === 1 ? say`author` : say`authors`;
  const missing = document.createElement('span');
  missing.className = 'soft';
  missing.textContent = say`not given`;
  cell.replaceChildren(authors === undefined ? missing : String(authors));
}
