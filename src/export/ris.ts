// RIS, which reference managers read. Tags as Research Information Systems defined them and EndNote, Zotero and
// Mendeley use them: https://en.wikipedia.org/wiki/RIS_(file_format)

import { renderFamilyFirst } from '../core/author-names.ts';
import { listParts, type TextParts } from '../core/text-parts.ts';
import { parseVenue, withoutPresentation } from '../core/venue.ts';
import { count } from '../core/words.ts';
import { citedAddressOf, dateOf, keyOf, type ListedPaper } from './paper-record.ts';

type Line = readonly [tag: string, value: string | undefined];

/** Papers as records; lines end in CRLF, as the format wants. */
export function risParts(papers: readonly ListedPaper[]): TextParts {
  return listParts(papers, renderRecord, { between: '\r\n' });
}

function renderRecord(paper: ListedPaper): string {
  const { title, authors, familyNames, arxiv, doi, abstract, note, authorCount } = paper;
  const date = dateOf(paper);
  const lines: readonly Line[] = [
    ['TY', typeOf(paper)],
    ['ID', keyOf(paper)],
    ['TI', title],
    ...(authors ?? []).map((name): Line => ['AU', renderFamilyFirst(name, familyNames)]),
    ['PY', date[0]],
    // The slashes are always three: "2025/01/".
    ['DA', date.length > 1 ? [...date, '', ''].slice(0, 3).join('/') : undefined],
    ...venueLines(paper),
    ['DO', doi],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ['UR', citedAddressOf(paper)],
    ...paper.terms.map((term): Line => ['KW', term]),
    ['AB', abstract],
    ['N1', !authors && authorCount ? count(authorCount, 'author') : undefined],
    ['N1', note],
  ];
  const known = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : []));
  return `${known.join('')}ER  - \r\n`;
}

function typeOf({ venue, venueKind }: ListedPaper): string {
  if (!venue) return 'UNPB';
  return venueKind ? { journal: 'JOUR', proceedings: 'CPAPER' }[venueKind] : 'GEN';
}

function venueLines({ venue, venueKind }: ListedPaper): readonly Line[] {
  if (!venue) return [];
  const printed = withoutPresentation(venue);
  if (!venueKind) return [['T2', printed]];
  const { name, volume, issue, year, note } = parseVenue(printed);
  return [
    ['T2', venueKind === 'proceedings' && year ? `${name} ${year}` : name],
    ['VL', volume],
    ['IS', issue],
    ['M3', note],
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
