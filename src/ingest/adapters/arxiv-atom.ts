// Answers of the arXiv API, in Atom: https://info.arxiv.org/help/api/user-manual.html
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { stripMarkup } from '../markup.ts';
import { readRecord } from '../record.ts';
import { childrenOf, placeIn, readXmlRecords, textIn, type XmlRecord } from '../xml-records.ts';

/** Reads answers of the arXiv API. */
export const arxivAtom: Adapter = {
  id: 'arxiv-atom',
  name: 'arXiv, from the API',
  place: { origin: 'arXiv', url: 'https://arxiv.org' },
  extension: '.xml',
  detect: (text) => {
    const start = text.slice(0, 50_000);
    return /<feed\b/.test(start) && /arxiv\.org/i.test(start) ? 0.95 : 0;
  },
  read: (text, source) =>
    readXmlRecords(text, source, { records: ['entry'] }, (record) => readEntry(record, source)),
};

function readEntry({ element, lines }: XmlRecord, source: SourceInfo): Finding[] {
  const links = childrenOf(element, 'link').map(({ attributes }) => attributes['href']);
  const record = {
    lines,
    at: (field: string) => placeIn(element, FIELDS[field] ?? field),
    title: textIn(element, 'title'),
    abstract: textIn(element, 'summary'),
    authors: childrenOf(element, 'author').map((author) => textIn(author, 'name') ?? ''),
    date: textIn(element, 'published'),
    venue: textIn(element, 'arxiv:journal_ref'),
    arxiv: textIn(element, 'id'),
    doi: textIn(element, 'arxiv:doi'),
    urls: [...links, addressIn(textIn(element, 'arxiv:comment'))],
  };
  return readRecord(record, source, stripMarkup);
}

const FIELDS: Readonly<Record<string, string>> = {
  abstract: 'summary',
  authors: 'author',
  date: 'published',
  arxiv: 'id',
  doi: 'arxiv:doi',
};

/** "12 pages, code at https://github.com/bees/nest." */
function addressIn(comment: string | undefined): string | undefined {
  return /https?:\/\/[^\s<>()]*[^\s<>().,;]/.exec(comment ?? '')?.[0];
}
