// BibTeX: one record a paper, made only of what is known.
import { count } from '../core/text.ts';
import { escapeLatex } from './latex.ts';
import type { PaperRecord } from './paper-record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Renders papers as a bibliography. */
export function renderBibtex(papers: readonly PaperRecord[]): string {
  return papers.map(renderBibtexEntry).join('\n');
}

/** Renders one paper: `@inproceedings` where it has a venue, `@misc` otherwise. */
export function renderBibtexEntry(paper: PaperRecord): string {
  const { slug, key = slug.replaceAll('-', ''), title, authors, venue } = paper;
  const fields: [name: string, value: string | undefined][] = [
    ['title', `{${protectCapitals(title)}}`],
    // No name is made up: where only their number is known, a note says that.
    ['author', authors && `{${authors.map(renderName).join(' and ')}}`],
    ['booktitle', venue && `{${escapeLatex(venue)}}`],
    ...dateFields(paper),
    ['eprint', paper.arxiv && `{${paper.arxiv}}`],
    ['archivePrefix', paper.arxiv && '{arXiv}'],
    ['url', `{${bibtexUrl(addressOf(paper))}}`],
    ['note', authors ? undefined : countNote(paper)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${venue ? 'inproceedings' : 'misc'}{${key},`, ...lines, '}', ''].join('\n');
}

/** Where a paper is read: at arXiv, at its publisher, else on its page here. */
export function addressOf({ arxiv, links, url }: PaperRecord): string {
  return arxiv ? `https://arxiv.org/abs/${arxiv}` : (links[0]?.url ?? url);
}

/** The year is that of the venue, where it names one: "Nature of Bees 2026"; a month is of the first version only. */
function dateFields({ venue, published }: PaperRecord): [string, string | undefined][] {
  const ofVenue = /\b(?:19|20)\d\d\b/.exec(venue ?? '')?.[0];
  const year = ofVenue ?? published?.slice(0, 4);
  const month = venue ? undefined : MONTHS[Number(published?.slice(5, 7)) - 1];
  return [
    ['year', year && `{${year}}`],
    ['month', month],
  ];
}

/** BibTeX styles lower the capitals of titles, except within braces. */
function protectCapitals(title: string): string {
  return title
    .split(/(\s+)/)
    .map((word) => (/\p{Lu}/u.test(word) ? `{${escapeLatex(word)}}` : escapeLatex(word)))
    .join('');
}

/** A comma or the word "and" within a name would split it. */
function renderName(name: string): string {
  const escaped = escapeLatex(name);
  return /,|\band\b/i.test(name) ? `{${escaped}}` : escaped;
}

function countNote({ authorCount }: PaperRecord): string | undefined {
  return authorCount === undefined ? undefined : `{${count(authorCount, 'author')}}`;
}

function bibtexUrl(url: string): string {
  return url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}
