// Papers side by side: one column a paper, one row a fact. What no paper has is no row.
import { count } from '../core/text.ts';
import type { PaperRecord, ResultRecord } from './paper-record.ts';
import type { Cell, TableRow, TextTable } from './text-table.ts';

type Fact = { readonly heading: string; readonly cellOf: (paper: PaperRecord) => Cell };

const FACTS: readonly Fact[] = [
  { heading: 'Date', cellOf: ({ published }) => lines([published]) },
  { heading: 'Authors', cellOf: (paper) => lines([authorsOf(paper)]) },
  { heading: 'Organisation', cellOf: ({ organization }) => lines([organization]) },
  { heading: 'Venue', cellOf: ({ venue }) => lines([venue]) },
  { heading: 'Themes', cellOf: ({ themes }) => lines(themes) },
  { heading: 'Summary', cellOf: ({ summary }) => lines([summary]) },
  { heading: 'Terms', cellOf: ({ terms }) => lines([terms.join(', ')]) },
  {
    heading: 'Results',
    cellOf: ({ results }) => results.map((result) => ({ text: renderResult(result), quote: result.quote })),
  },
  { heading: 'Links', cellOf: ({ links }) => links.map(({ label, url }) => ({ text: label, url })) },
];

/** Puts papers side by side. */
export function comparePapers(papers: readonly PaperRecord[]): TextTable {
  return {
    columns: papers.map(({ title, url }) => [{ text: title, url }]),
    rows: FACTS.map(
      ({ heading, cellOf }): TableRow => ({ heading, cells: papers.map((paper) => cellOf(paper)) }),
    ).filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}

/** The names of the authors, or how many there are; undefined where neither is known. */
export function authorsOf({ authors, authorCount }: PaperRecord): string | undefined {
  if (authors) return authors.join(', ');
  return authorCount === undefined ? undefined : count(authorCount, 'author');
}

/** `Nest trial, accuracy: 90% (Colony A; versus colonies without scouts)` */
export function renderResult({ on, metric, value, model, versus }: ResultRecord): string {
  const details = [model, versus && `versus ${versus}`].filter(Boolean).join('; ');
  return `${on}, ${metric}: ${value}${details && ` (${details})`}`;
}

function lines(texts: readonly (string | undefined)[]): Cell {
  return texts.flatMap((text) => (text ? { text } : []));
}
