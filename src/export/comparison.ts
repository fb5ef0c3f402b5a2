// Papers side by side: one column a paper, one row a fact. What no paper has is no row.
import { renderDate } from '../core/date-words.ts';
import { count, LOCALE, say } from '../core/words.ts';
import type { PaperRecord, ResultRecord } from './paper-record.ts';
import type { Cell, TableRow, TextTable } from './text-table.ts';

type Papers = readonly PaperRecord[];
type Fact = Pick<TableRow, 'heading' | 'isText'> & {
  readonly cellOf: (paper: PaperRecord, all: Papers) => Cell;
};

const FACTS: readonly Fact[] = [
  {
    heading: say`Date`,
    cellOf: ({ published }) => (published ? [{ text: renderDate(published, 'short'), data: published }] : []),
  },
  { heading: say`Authors`, cellOf: (paper) => lines([authorsOf(paper)]) },
  { heading: say`Organisation`, cellOf: ({ organization }) => lines([organization]) },
  { heading: say`Venue`, cellOf: ({ venue }) => lines([venue]) },
  { heading: say`Themes`, cellOf: ({ themes }) => lines(themes) },
  { heading: say`Summary`, isText: true, cellOf: ({ summary }) => lines([summary]) },
  { heading: say`Shared terms`, cellOf: (paper, all) => lines([sharedTerms(paper, all).join(', ')]) },
  { heading: say`Other terms`, cellOf: (paper, all) => lines([otherTerms(paper, all).join(', ')]) },
  {
    heading: say`Results`,
    cellOf: ({ results }) => results.map((result) => ({ text: renderResult(result), quote: result.quote })),
  },
  { heading: say`Links`, cellOf: ({ links }) => links.map(({ label, url }) => ({ text: label, url })) },
];

/** Puts papers side by side. */
export function comparePapers(papers: readonly PaperRecord[]): TextTable {
  return {
    columns: papers.map(({ title, url }) => [{ text: title, url }]),
    rows: FACTS.map(
      ({ cellOf, ...fact }): TableRow => ({ ...fact, cells: papers.map((paper) => cellOf(paper, papers)) }),
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
  return [`${on}, ${metric}: ${value}`, model, versus && say`versus ${versus}`].filter(Boolean).join('; ');
}

/**
 * The terms that another of the papers uses too: those of most papers first, then by name, so that they stand in the
 * same order in every column.
 */
function sharedTerms(paper: PaperRecord, all: Papers): string[] {
  const uses = (term: string) => all.filter(({ terms }) => terms.includes(term)).length;
  return paper.terms
    .filter((term) => uses(term) > 1)
    .sort((a, b) => uses(b) - uses(a) || a.localeCompare(b, LOCALE));
}

/** The terms that none of the other papers uses. */
function otherTerms(paper: PaperRecord, all: Papers): string[] {
  const others = new Set(all.filter((other) => other !== paper).flatMap(({ terms }) => terms));
  return paper.terms.filter((term) => !others.has(term));
}

function lines(texts: readonly (string | undefined)[]): Cell {
  return texts.flatMap((text) => (text ? { text } : []));
}
