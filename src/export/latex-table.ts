// A table for a LaTeX document.
import { escapeLatex, escapeLatexUrl } from './latex.ts';
import type { Cell, TextTable } from './text-table.ts';

/** Renders a table with columns of equal width; the packages that it needs are named above it. */
export function renderLatexTable({ columns, rows }: TextTable): string {
  const width = (0.84 / Math.max(columns.length, 1)).toFixed(3);
  const column = `>{\\raggedright\\arraybackslash}p{${width}\\linewidth}`;
  return [
    '% Needs \\usepackage{array,booktabs,hyperref}',
    `\\begin{tabular}{l*{${columns.length}}{${column}}}`,
    '\\toprule',
    renderRow(['', ...columns.map(renderCell)]),
    '\\midrule',
    ...rows.map(({ heading, cells }) => renderRow([escapeLatex(heading), ...cells.map(renderCell)])),
    '\\bottomrule',
    '\\end{tabular}',
    '',
  ].join('\n');
}

/** After a line break, LaTeX takes a star or a bracket for an option of the break; braces end that. */
function renderRow([first = '', ...rest]: readonly string[]): string {
  return `${[/^\s*[[*]/.test(first) ? `{}${first}` : first, ...rest].join(' & ')} \\\\`;
}

function renderCell(cell: Cell): string {
  return cell
    .map(({ text, url }) =>
      url ? `\\href{${escapeLatexUrl(url)}}{${escapeLatex(text)}}` : escapeLatex(text),
    )
    .map((line) => (/^[[*]/.test(line) ? `{}${line}` : line))
    .join(' \\newline ');
}
