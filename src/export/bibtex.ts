// BibTeX: one record a paper, and one for a survey, made only of what is known.

import { parseName } from '../core/author-names.ts';
import { isInMaths, locateMaths } from '../core/maths.ts';
import { listParts, type TextParts } from '../core/text-parts.ts';
import { parseVenue, withoutPresentation } from '../core/venue.ts';
import { count } from '../core/words.ts';
import { escapeLatex } from './latex.ts';
import { citedAddressOf, dateOf, keyOf, type PaperRecord } from './paper-record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A field and its value as it stands in the file, delimiters included. */
type Field = readonly [name: string, value: string | undefined];

/** Papers as a bibliography. */
export function bibtexParts(papers: readonly PaperRecord[]): TextParts {
  return listParts(papers, renderBibtexEntry, { between: '\n' });
}

/** Renders one paper; its type is that of its venue, and `@misc` where it has none or the survey does not list it. */
export function renderBibtexEntry(paper: PaperRecord): string {
  const { title, authors, familyNames, arxiv, arxivClass, doi } = paper;
  const { type, fields: venueFields, remark } = describeVenue(paper);
  const [year, month] = dateOf(paper);
  const fields: readonly Field[] = [
    ['title', `{${protectCapitals(title)}}`],
    // No name is made up: where only their number is known, a note says that.
    ['author', authors && `{${authors.map((name) => renderName(name, familyNames)).join(' and ')}}`],
    ...venueFields,
    ['year', braced(year)],
    ['month', MONTHS[Number(month) - 1]],
    ['eprint', braced(arxiv)],
    ['archivePrefix', arxiv && '{arXiv}'],
    ['primaryClass', arxiv && braced(arxivClass)],
    ['doi', doi && `{${bibtexUrl(doi)}}`],
    ['url', `{${bibtexUrl(citedAddressOf(paper))}}`],
    ['note', braced([remark, authors ? undefined : countNote(paper)].filter(Boolean).join('; '))],
  ];
  return renderRecord(type, keyOf(paper), fields);
}

/** What a reference to a survey is made from. */
export type CitedSurvey = {
  readonly key: string;
  readonly title: string;
  readonly maintainers: readonly string[];
  readonly address: string;
  /** Day on which it was last added to, where that is known. */
  readonly modified?: string;
};

/** Renders a survey itself; those who keep it may be a group, so that each name stays whole. */
export function renderSurveyBibtex({ key, title, maintainers, address, modified }: CitedSurvey): string {
  const [year, month] = modified?.split('-') ?? [];
  return renderRecord('misc', key, [
    ['title', `{${protectCapitals(title)}}`],
    ['author', `{${maintainers.map(braced).join(' and ')}}`],
    ['year', braced(year)],
    ['month', MONTHS[Number(month) - 1]],
    ['url', `{${bibtexUrl(address)}}`],
  ]);
}

function renderRecord(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

type Venue = {
  readonly type: string;
  readonly fields: readonly Field[];
  readonly remark?: string | undefined;
};

function describeVenue({ venue, venueKind }: PaperRecord): Venue {
  if (!venue) return { type: 'misc', fields: [] };
  const printed = withoutPresentation(venue);
  if (!venueKind) return { type: 'misc', fields: [['howpublished', braced(printed)]] };
  const { name, volume, issue, year, note } = parseVenue(printed);
  if (venueKind === 'proceedings') {
    // "Hive 2025" is what people call such a volume.
    const title = [name, year].filter(Boolean).join(' ');
    return { type: 'inproceedings', fields: [['booktitle', braced(title)]], remark: note };
  }
  const fields: readonly Field[] = [
    ['journal', braced(name)],
    ['volume', braced(volume)],
    ['number', braced(issue)],
  ];
  return { type: 'article', fields, remark: note };
}

function braced(text: string | undefined): string | undefined {
  return text && `{${escapeLatex(text)}}`;
}

/** BibTeX styles lower the capitals of titles, except within braces. */
function protectCapitals(title: string): string {
  return splitWords(title)
    .map((word) => (/\p{Lu}/u.test(word) ? `{${escapeLatex(word)}}` : escapeLatex(word)))
    .join('');
}

/** The words of a text and the spaces between them; a formula is of one word, whatever spaces it holds. */
function splitWords(text: string): string[] {
  const maths = locateMaths(text);
  const cuts = [...text.matchAll(/\s+/g)]
    .filter(({ index }) => !isInMaths(maths, index))
    .flatMap(({ index, 0: space }) => [index, index + space.length]);
  return [0, ...cuts].map((start, place) => text.slice(start, cuts[place]));
}

/**
 * Braces keep a name whole of which BibTeX would take the last word for the family name, or which it would split at "and".
 * What it cannot see, a suffix or the first of two large words, has a place of its own: "Jones, Jr., Al".
 */
function renderName(name: string, families: PaperRecord['familyNames']): string {
  const parts = parseName(name, families);
  if ('literal' in parts) return /[\s,]/.test(name) ? `{${escapeLatex(name)}}` : escapeLatex(name);
  const { family, given, suffix } = parts;
  const isSeen = !suffix && name.endsWith(family) && /^(?:\p{Ll}|\S+$)/u.test(family);
  return escapeLatex(isSeen ? name : [family, suffix, given].filter(Boolean).join(', '));
}

function countNote({ authorCount }: PaperRecord): string | undefined {
  return authorCount === undefined ? undefined : count(authorCount, 'author');
}

function bibtexUrl(url: string): string {
  return url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}
