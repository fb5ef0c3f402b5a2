// The formats that lists are exported in: one row each. Pages, files made at build and the command line go by it.
import { inOnePart, joinParts, jsonParts, type TextParts } from '../core/text-parts.ts';
import { bibtexParts } from './bibtex.ts';
import { cslJsonParts } from './csl.ts';
import { csvParts, markdownListParts } from './paper-list.ts';
import type { ListedPaper } from './paper-record.ts';
import {
  type ListedResult,
  renderResultsCsv,
  renderResultsJson,
  renderResultsMarkdown,
} from './result-list.ts';
import { risParts } from './ris.ts';

/** A format of a list of `Item`s. */
export type ListFormat<Item> = {
  readonly name: string;
  /** How the names of its files end, without the dot. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  /** Whether it holds abstracts, where they are at hand. */
  readonly hasAbstracts?: true;
  /** A list as a text; `survey` is the title of the survey. Its parts are the items, or it has none. */
  readonly layOut: (items: readonly Item[], survey: string) => TextParts;
};

/** Renders a list in a format; `survey` is the title of the survey. */
export function renderIn<Item>(
  { layOut }: Pick<ListFormat<Item>, 'layOut'>,
  items: readonly Item[],
  survey: string,
): string {
  return joinParts(layOut(items, survey));
}

/** The formats for lists of papers. */
export const PAPER_FORMATS = {
  bibtex: { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex', layOut: bibtexParts },
  ris: {
    name: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    hasAbstracts: true,
    layOut: risParts,
  },
  'csl-json': {
    name: 'CSL-JSON',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    hasAbstracts: true,
    layOut: cslJsonParts,
  },
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv', layOut: csvParts },
  markdown: { name: 'Markdown', ending: 'md', type: 'text/markdown', layOut: markdownListParts },
  json: {
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    hasAbstracts: true,
    layOut: paperJsonParts,
  },
} as const satisfies Record<string, ListFormat<ListedPaper>>;

/** The formats for lists of results. */
export const RESULT_FORMATS = {
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv', layOut: (rows) => inOnePart(renderResultsCsv(rows)) },
  markdown: {
    name: 'Markdown',
    ending: 'md',
    type: 'text/markdown',
    layOut: (rows) => inOnePart(renderResultsMarkdown(rows)),
  },
  json: {
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    layOut: (rows, survey) => inOnePart(renderResultsJson(rows, survey)),
  },
} as const satisfies Record<string, ListFormat<ListedResult>>;

function paperJsonParts(papers: readonly ListedPaper[], survey: string): TextParts {
  return jsonParts(papers, (list) => ({ survey, papers: list }), { indent: 2 });
}
