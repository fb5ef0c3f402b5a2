// The formats that lists are exported in: one row each. Pages, files made at build and the command line go by it.
import { renderBibtex } from './bibtex.ts';
import { renderCslJson } from './csl.ts';
import { renderCsv } from './csv.ts';
import { listRows, renderMarkdownList } from './paper-list.ts';
import type { ListedPaper } from './paper-record.ts';
import {
  type ListedResult,
  renderResultsCsv,
  renderResultsJson,
  renderResultsMarkdown,
} from './result-list.ts';
import { renderRis } from './ris.ts';

/** A format of a list of `Item`s. */
export type ListFormat<Item> = {
  readonly name: string;
  /** How the names of its files end, without the dot. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  /** Whether it holds abstracts, where they are at hand. */
  readonly hasAbstracts?: true;
  /** Renders a list; `survey` is the title of the survey. */
  readonly render: (items: readonly Item[], survey: string) => string;
};

/** The formats for lists of papers. */
export const PAPER_FORMATS = {
  bibtex: { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex', render: renderBibtex },
  ris: {
    name: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    hasAbstracts: true,
    render: renderRis,
  },
  'csl-json': {
    name: 'CSL-JSON',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    hasAbstracts: true,
    render: renderCslJson,
  },
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv', render: (papers) => renderCsv(listRows(papers)) },
  markdown: { name: 'Markdown', ending: 'md', type: 'text/markdown', render: renderMarkdownList },
  json: {
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    hasAbstracts: true,
    render: renderPaperJson,
  },
} as const satisfies Record<string, ListFormat<ListedPaper>>;

/** The formats for lists of results. */
export const RESULT_FORMATS = {
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv', render: renderResultsCsv },
  markdown: { name: 'Markdown', ending: 'md', type: 'text/markdown', render: renderResultsMarkdown },
  json: { name: 'JSON', ending: 'json', type: 'application/json', render: renderResultsJson },
} as const satisfies Record<string, ListFormat<ListedResult>>;

function renderPaperJson(papers: readonly ListedPaper[], survey: string): string {
  return `${JSON.stringify({ survey, papers }, null, 2)}\n`;
}
