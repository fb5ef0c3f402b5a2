// A table in GitHub's Markdown.
import { escapeMarkdown, renderMarkdownLink } from './markdown.ts';
import type { Cell, TextTable } from './text-table.ts';

/** Renders a table; lines of a cell stand apart by `<br>`, since a cell is one line there. */
export function renderMarkdownTable({ columns, rows }: TextTable): string {
  return [
    renderRow(['', ...columns.map(renderCell)]),
    renderRow(['---', ...columns.map(() => '---')]),
    ...rows.map(({ heading, cells }) =>
      renderRow([`**${escapeMarkdown(heading)}**`, ...cells.map(renderCell)]),
    ),
    '',
  ].join('\n');
}

function renderRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function renderCell(cell: Cell): string {
  return cell
    .map(({ text, url }) => (url ? renderMarkdownLink(text, url) : escapeMarkdown(text)))
    .join('<br>');
}
