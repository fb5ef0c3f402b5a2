// Tables of papers, whoever made them: which column holds which field is guessed by its name, and can be said.
import type { Finding, Lines, SourceInfo } from './adapter.ts';
import type { Position } from './line-index.ts';
import { stripMarkup } from './markup.ts';
import { splitNames } from './names.ts';
import { type RawRecord, readRecord } from './record.ts';

/** Names of columns by the field that they hold, best first; compared without case, spaces and signs. */
const NAMES = {
  title: ['title', 'papertitle', 'paper', 'name', 'titel', 'titre'],
  abstract: ['abstract', 'summary', 'description', 'abstractnote', 'tldr'],
  authors: ['authors', 'author', 'authornames', 'authorfullnames', 'creators', 'creator', 'by'],
  date: ['published', 'publicationdate', 'publisheddate', 'date', 'publicationyear', 'year', 'pubyear'],
  venue: ['venue', 'publicationtitle', 'journal', 'conference', 'booktitle', 'sourcetitle', 'publication'],
  organization: ['organization', 'organisation', 'institution', 'affiliation', 'lab'],
  arxiv: ['arxiv', 'arxivid', 'eprint', 'arxivurl', 'arxivlink'],
  doi: ['doi', 'doiurl', 'doilink'],
  url: ['url', 'link', 'paperurl', 'paperlink', 'pdf', 'pdfurl', 'href'],
  code: ['code', 'codeurl', 'github', 'repository', 'repo', 'githuburl'],
  project: ['project', 'projectpage', 'website', 'homepage'],
} as const;

type Field = keyof typeof NAMES;

/** Fields that a column can hold. */
const TABLE_FIELDS = Object.keys(NAMES) as readonly Field[];

/** Columns by field. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

/** Guesses the column of each field from the names of the columns; what a person has said stands. */
export function guessColumns(
  names: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Columns {
  const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const taken = new Set(Object.values(given));
  const columns: Partial<Record<Field, string>> = {};
  for (const field of TABLE_FIELDS) {
    const found =
      given[field] ??
      NAMES[field]
        .map((candidate) => names.find((name) => fold(name) === candidate && !taken.has(name)))
        .find((name) => name !== undefined);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  return columns;
}

/** Reads a row. `cell` gives the text of a column, and for lists of names the names. */
export function readRow(
  columns: Columns,
  cell: (column: string) => string | readonly string[] | undefined,
  { lines, at }: { readonly lines: Lines; readonly at: (column: string) => Position },
  source: SourceInfo,
): Finding[] {
  const raw = (field: Field) => {
    const column = columns[field];
    return column === undefined ? undefined : cell(column);
  };
  const text = (field: Field) => {
    const value = raw(field);
    return typeof value === 'string' ? value : value?.join(', ');
  };
  const authors = raw('authors');
  const record: RawRecord = {
    lines,
    at: (field) => {
      const column = columns[field as Field];
      return column === undefined ? { line: lines[0], column: 1 } : at(column);
    },
    title: text('title'),
    abstract: text('abstract'),
    authors: typeof authors === 'string' ? splitNames(authors) : authors,
    date: text('date'),
    venue: text('venue'),
    organization: text('organization'),
    arxiv: text('arxiv'),
    doi: text('doi'),
    urls: [text('url')],
    code: text('code'),
    project: text('project'),
  };
  return readRecord(record, source, stripMarkup);
}
