// Collections of the ACL Anthology: https://github.com/acl-org/acl-anthology (data/xml, schema.rnc)
import { IDENTIFIERS } from '../../core/paper-ids.ts';
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { stripMarkup } from '../markup.ts';
import { type Author, readAuthor, toFields } from '../names.ts';
import { makeDate, parseMonth } from '../partial-date.ts';
import { readRecord } from '../record.ts';
import {
  childrenOf,
  placeIn,
  readXmlRecords,
  textIn,
  textOf,
  type XmlElement,
  type XmlRecord,
} from '../xml-records.ts';

/** Reads collections of the ACL Anthology. */
export const aclAnthology: Adapter = {
  id: 'acl-anthology',
  name: 'ACL Anthology, XML',
  place: { origin: 'ACL Anthology', url: 'https://aclanthology.org' },
  extension: '.xml',
  detect: (text) => (/<collection\s+id=/.test(text.slice(0, 5_000)) ? 0.9 : 0),
  *read(text, source) {
    // The facts of a volume stand in its <meta>, before its papers.
    const volume: Volume = {};
    const names = { records: ['meta', 'paper', 'frontmatter'], around: ['collection', 'volume'] };
    yield* readXmlRecords(text, source, names, (record): Finding[] => {
      const { name, attributes } = record.element;
      if (name === 'paper') return readPaper(record, volume, source);
      if (name === 'collection') volume.collection = attributes['id'];
      if (name === 'volume') Object.assign(volume, { id: attributes['id'], meta: undefined });
      if (name === 'meta') volume.meta = record.element;
      return [{ role: 'header', lines: record.lines }];
    });
  },
};

/** The volume in which a paper stands. */
type Volume = { collection?: string | undefined; id?: string | undefined; meta?: XmlElement | undefined };

function readPaper({ element, lines }: XmlRecord, volume: Volume, source: SourceInfo): Finding[] {
  const people = childrenOf(element, 'author');
  const authors = people.map(authorOf);
  const names = authors.map(({ name }) => name);
  const orcids = people.flatMap(({ attributes }, index) =>
    attributes['orcid'] ? [[names[index] ?? '', attributes['orcid']] as const] : [],
  );
  const ofVolume = (name: string) => (volume.meta ? textIn(volume.meta, name) : undefined);
  const url = textIn(element, 'url');
  const id = idOf(element, volume);
  const isKnown = id !== undefined && IDENTIFIERS.acl.test(id);
  const record = {
    lines,
    at: (field: string) => placeIn(element, field === 'authors' ? 'author' : field),
    title: textIn(element, 'title'),
    abstract: textIn(element, 'abstract'),
    ...toFields(authors),
    orcids: Object.fromEntries(orcids),
    date: makeDate(Number(ofVolume('year')), parseMonth((ofVolume('month') ?? '').split(/[-–\s]/)[0] ?? '')),
    venue: ofVolume('booktitle'),
    doi: textIn(element, 'doi'),
    acl: isKnown ? id : undefined,
    urls: [url && /^https?:/.test(url) ? url : isKnown ? `https://aclanthology.org/${id}/` : undefined],
  };
  return readRecord(record, source, stripMarkup);
}

/** "2025.bees-main.12", and before 2020 "P19-1012": one letter and year, the volume and the paper in four digits. */
function idOf({ attributes }: XmlElement, { collection, id: volume }: Volume): string | undefined {
  const paper = attributes['id'];
  if (!collection || !volume || !paper) return undefined;
  if (!/^[A-Z]\d{2}$/.test(collection)) return `${collection}-${volume}.${paper}`;
  // Workshops, and C69 and D19 from their fifth volume on, have two digits for the volume.
  const width = collection.startsWith('W') || (collection === 'D19' && Number(volume) >= 5) ? 2 : 1;
  return `${collection}-${volume.padStart(width, '0')}${paper.padStart(4 - width, '0')}`;
}

function authorOf(author: XmlElement): Author {
  const [first, last] = [textIn(author, 'first'), textIn(author, 'last')];
  if (first === undefined && last === undefined) return { name: textOf(author) };
  return readAuthor({ given: first, family: last });
}
