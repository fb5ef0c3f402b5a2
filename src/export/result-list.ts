// Results that abstracts state, as rows: each with its paper and the words that prove it.
import { renderCsv } from './csv.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import { addressOf, keyOf, type PaperRecord, type ResultRecord } from './paper-record.ts';

/** A result with its paper. */
export type ListedResult = { readonly paper: PaperRecord; readonly result: ResultRecord };

/** What is said of a result, in the order of the columns; what the abstract does not say is empty. */
const COLUMNS: readonly (readonly [heading: string, textOf: (row: ListedResult) => string | undefined])[] = [
  ['on', ({ result }) => result.on],
  ['metric', ({ result }) => result.metric],
  ['value', ({ result }) => result.value],
  ['model', ({ result }) => result.model],
  ['versus', ({ result }) => result.versus],
  ['quote', ({ result }) => result.quote],
  ['paper', ({ paper }) => paper.title],
  ['key', ({ paper }) => keyOf(paper)],
  ['url', ({ paper }) => addressOf(paper)],
];

/** Renders results as CSV, with a row of headings. */
export function renderResultsCsv(rows: readonly ListedResult[]): string {
  return renderCsv([
    COLUMNS.map(([heading]) => heading),
    ...rows.map((row) => COLUMNS.map(([, textOf]) => textOf(row) ?? '')),
  ]);
}

/** Renders results as data. */
export function renderResultsJson(rows: readonly ListedResult[], survey: string): string {
  const results = rows.map((row) =>
    Object.fromEntries(
      COLUMNS.flatMap(([heading, textOf]) => {
        const value = textOf(row);
        return value === undefined ? [] : [[heading, value]];
      }),
    ),
  );
  return `${JSON.stringify({ survey, results }, null, 2)}\n`;
}

/** Renders results as a table in Markdown; the title of a paper leads to it. */
export function renderResultsMarkdown(rows: readonly ListedResult[]): string {
  const cell = (text: string | undefined) => (text ? [{ text }] : []);
  return renderMarkdownTable({
    columns: ['Metric', 'Value', 'Model', 'Versus', 'Paper', 'In the words of the abstract'].map(cell),
    rows: rows.map(({ paper, result }) => ({
      heading: result.on,
      cells: [
        cell(result.metric),
        cell(result.value),
        cell(result.model),
        cell(result.versus),
        [{ text: paper.title, url: addressOf(paper) }],
        cell(`“${result.quote}”`),
      ],
    })),
  });
}
