// CSL-JSON: what Zotero, Pandoc and citeproc read. Fields as in the schema of the Citation Style Language 1.0.2,
// https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables

import { type NameParts, parseName } from '../core/author-names.ts';
import { jsonParts, type TextParts } from '../core/text-parts.ts';
import { parseVenue, withoutPresentation } from '../core/venue.ts';
import { count } from '../core/words.ts';
import { addressOf, dateOf, keyOf, type ListedPaper } from './paper-record.ts';

/** An item of CSL-JSON. */
export type CslItem = {
  readonly id: string;
  readonly type: 'article' | 'article-journal' | 'paper-conference';
  readonly title: string;
  readonly author?: readonly NameParts[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly publisher?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly URL: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
};

/** Papers as a JSON array. */
export function cslJsonParts(papers: readonly ListedPaper[]): TextParts {
  return jsonParts(papers, (list) => list, { indent: 2, itemOf: makeCslItem });
}

/** Makes the item of one paper. */
export function makeCslItem(paper: ListedPaper): CslItem {
  const { title, authors, familyNames, doi, abstract, terms } = paper;
  const date = dateOf(paper).map(Number);
  const { remark, ...venue } = describeVenue(paper);
  const note = [remark, authors ? undefined : countNote(paper), paper.note].filter(Boolean).join('\n');
  return {
    id: keyOf(paper),
    ...venue,
    title,
    ...(authors && { author: authors.map((name) => parseName(name, familyNames)) }),
    ...(date.length > 0 && { issued: { 'date-parts': [date] } }),
    ...(doi && { DOI: doi }),
    URL: addressOf(paper),
    ...(abstract && { abstract }),
    ...(terms.length > 0 && { keyword: terms.join(', ') }),
    ...(note && { note }),
  };
}

type Venue = Pick<CslItem, 'type' | 'container-title' | 'volume' | 'issue' | 'publisher' | 'number'> & {
  readonly remark?: string | undefined;
};

function describeVenue({ venue, venueKind, arxiv }: ListedPaper): Venue {
  if (!venue) return { type: 'article', ...(arxiv && { publisher: 'arXiv', number: `arXiv:${arxiv}` }) };
  const printed = withoutPresentation(venue);
  if (!venueKind) return { type: 'article', 'container-title': printed };
  const { name, volume, issue, year, note } = parseVenue(printed);
  if (venueKind === 'proceedings')
    return { type: 'paper-conference', 'container-title': year ? `${name} ${year}` : name, remark: note };
  return {
    type: 'article-journal',
    'container-title': name,
    ...(volume && { volume }),
    ...(issue && { issue }),
    remark: note,
  };
}

function countNote({ authorCount }: ListedPaper): string | undefined {
  return authorCount === undefined ? undefined : count(authorCount, 'author');
}
