// Tables with commas, semicolons or tabs: RFC 4180 and what spreadsheets make of it. Papa Parse reads the cells.
import Papa from 'papaparse';
import { diagnose } from '../../core/diagnostics.ts';
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { startOf } from '../ledger.ts';
import { indexLines, type LineIndex } from '../line-index.ts';
import { type Columns, guessColumns, readRow } from '../table.ts';

/** Reads tables in CSV and TSV. */
export const csv: Adapter = {
  id: 'csv',
  name: 'CSV table',
  extension: '.csv',
  detect(text) {
    const { title } = columnsOf(text);
    const [header] = readRows(text.slice(0, 20_000), 0, 1);
    return title !== undefined && (header?.cells.length ?? 0) > 1 && !/[{<@[]/.test(header?.cells[0] ?? '')
      ? 0.5
      : 0;
  },
  columns: columnsOf,
  read,
};

/** Rows that are read at once. */
const BATCH = 500;
/** A quote that is never closed swallows the rest; reading on behind it is tried so often. */
const MOST_RECOVERIES = 20;

type Row = {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly isBroken: boolean;
};

function columnsOf(text: string, given?: Readonly<Record<string, string>>): Columns {
  const [header] = readRows(text.slice(0, 20_000), 0, 1);
  return guessColumns(header?.cells ?? [], given);
}

function* read(text: string, source: SourceInfo): Generator<Finding> {
  const lines = indexLines(text);
  let header: readonly string[] | undefined;
  let columns: Columns = {};
  let position = 0;
  let recoveries = 0;
  while (position < text.length) {
    const rows = readRows(text, position, BATCH);
    if (rows.length === 0) return;
    for (const row of rows) {
      position = row.end;
      const isBlank = row.cells.every((cell) => cell.trim() === '');
      if (isBlank) {
        yield { role: 'header', lines: linesOf(row, text, lines) };
        continue;
      }
      if (row.isBroken) {
        yield reportBroken(row, lines, source);
        if (++recoveries > MOST_RECOVERIES) return;
        position = afterLine(text, row.start);
        break;
      }
      if (header) yield* readCells(row, header, columns, lines, source);
      else {
        header = row.cells;
        columns = guessColumns(header, source.columns);
        yield { role: 'header', lines: linesOf(row, text, lines) };
        if (columns.title === undefined) yield reportColumns(header, source);
      }
    }
  }
}

/** Reads rows from an offset on. Papa Parse guesses what separates the cells, from the beginning of the text. */
function readRows(text: string, offset: number, most: number): Row[] {
  const rows: Row[] = [];
  let start = offset;
  // A carriage return before the line feed is left at the last cell, and trimmed with it.
  const newline = text.slice(0, 20_000).includes('\n') ? '\n' : '\r';
  Papa.parse<string[]>(offset === 0 ? text : text.slice(offset), {
    preview: most,
    delimiter: delimiterOf(text),
    newline,
    step: ({ data, errors, meta }) => {
      const end = Math.max(start, offset + meta.cursor);
      rows.push({
        cells: data.map((cell) => cell.trim()),
        start,
        end,
        isBroken: errors.some(({ type }) => type === 'Quotes'),
      });
      start = end;
    },
  });
  return rows;
}

/** The sign that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.slice(0, 20_000))?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (sign: string) => line.split(sign).length - 1;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function linesOf({ start, end }: Row, text: string, lines: LineIndex): readonly [number, number] {
  const last = start + text.slice(start, end).trimEnd().length - 1;
  return [lines.at(start).line, lines.at(Math.max(start, last)).line];
}

function readCells(
  row: Row,
  header: readonly string[],
  columns: Columns,
  lines: LineIndex,
  source: SourceInfo,
): Finding[] {
  const first = lines.at(row.start);
  const last = lines.at(Math.max(row.start, row.end - 1)).line;
  const range = [first.line, last] as const;
  return readRow(
    columns,
    (column) => row.cells[header.indexOf(column)],
    { lines: range, at: () => first },
    source,
  );
}

function afterLine(text: string, offset: number): number {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = offset;
  const match = found.exec(text);
  return match ? match.index + match[0].length : text.length;
}

function reportBroken({ start, cells }: Row, lines: LineIndex, { file }: SourceInfo): Finding {
  const message = `The row “${startOf(cells.join(', '))}” has a quote that is not closed, or one in the middle of a cell.`;
  const cure = 'Put the whole cell in quotes, and write a quote in it twice.';
  return { diagnostic: diagnose('listing-record', { file, ...lines.at(start) }, message, cure) };
}

function reportColumns(header: readonly string[], { file }: SourceInfo): Finding {
  const message = `No column looks like a title: ${startOf(header.join(', '))}.`;
  const cure = 'Say which one it is, with --columns title=Name.';
  return { diagnostic: diagnose('listing-format', { file, line: 1, column: 1 }, message, cure) };
}
