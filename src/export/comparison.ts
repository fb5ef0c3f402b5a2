// Papers side by side: one column a paper, one row a fact. What no paper has is no row.
import { count } from '../core/text.ts';
import type { PaperRecord, ResultRecord } from './paper-record.ts';
import type { Cell, TableRow, TextTable } from './text-table.ts';

type Papers = readonly PaperRecord[];
type Fact = { readonly heading: string; readonly cellOf: (paper: PaperRecord, all: Papers) => Cell };

const FACTS: readonly Fact[] = [
  { heading: 'Date', cellOf: ({ published }) => lines([published]) },
  { heading: 'Authors', cellOf: (paper) => lines([authorsOf(paper)]) },
  { heading: 'Organisation', cellOf: ({ organization }) => lines([organization]) },
  { heading: 'Venue', cellOf: ({ venue }) => lines([venue]) },
  { heading: 'Themes', cellOf: ({ themes }) => lines(themes) },
  { heading: 'Summary', cellOf: ({ summary }) => lines([summary]) },
  { heading: 'Shared terms', cellOf: (paper, all) => lines([termsOf(paper, all, true).join(', ')]) },
  { heading: 'Other terms', cellOf: (paper, all) => lines([termsOf(paper, all, false).join(', ')]) },
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
      ({ heading, cellOf }): TableRow => ({ heading, cells: papers.map((paper) => cellOf(paper, papers)) }),
    ).filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  };
}

/** The names of the authors, or how many there are; undefined where neither is known. */
export function authorsOf({ authors, authorCount }: PaperRecord): string | undefined {
  if (authors) return authors.join(', ');
  return authorCount === undefined ? undefined : count(authorCount, 'author');
}

/** `Nest trial, accuracy: 90%; Colony A; versus colonies without scouts` */
function renderResult({ on, metric, value, model, versus }: ResultRecord): string {
  return [`${on}, ${metric}: ${value}`, model, versus && `versus ${versus}`].filter(Boolean).join('; ');
}

/** The terms that another of the papers uses too, or those that none of them does. */
function termsOf(paper: PaperRecord, all: Papers, isShared: boolean): string[] {
  const others = new Set(all.filter((other) => other !== paper).flatMap(({ terms }) => terms));
  return paper.terms.filter((term) => others.has(term) === isShared);
}

function lines(texts: readonly (string | undefined)[]): Cell {
  return texts.flatMap((text) => (text ? { text } : []));
}
