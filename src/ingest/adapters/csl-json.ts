// CSL-JSON, as Zotero, Pandoc and Crossref write it: https://docs.citationstyles.org (schemas/input/csl-data.json).
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { findArxiv } from '../identifiers.ts';
import { asList, asObject, asText, type JsonRecord, readJsonRecords } from '../json-records.ts';
import { stripMarkup } from '../markup.ts';
import { type Author, readAuthor, toFields } from '../names.ts';
import { makeDate, type PartialDate } from '../partial-date.ts';
import { readRecord } from '../record.ts';
import { readVenue } from '../venue.ts';

/** Reads bibliographies in CSL-JSON. */
export const cslJson: Adapter = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extension: '.json',
  detect(text) {
    const start = text.slice(0, 50_000);
    const isJson = /^\s*[[{]/.test(start);
    const marks = [
      /"type"\s*:\s*"[a-z-]+"/,
      /"(?:container-title|issued|DOI|date-parts)"\s*:/,
      /"family"\s*:/,
    ];
    return isJson && marks.filter((mark) => mark.test(start)).length >= 2 && !/"notes"\s*:\s*\[/.test(start)
      ? 0.8
      : 0;
  },
  read: (text, source) =>
    readJsonRecords(text, source, ['items', 'references'], (record) => readItem(record, source)),
};

function readItem({ fields, lines, at }: JsonRecord, source: SourceInfo): Finding[] {
  const venue = firstText(fields['container-title']) ?? asText(fields['event-title']);
  const isPreprint = /^arxiv/i.test(asText(fields['publisher']) ?? '');
  const people = asList(fields['author']).map(asObject);
  const authors = people.map(authorOf);
  const names = authors.map(({ name }) => name);
  const orcids = people.flatMap((person, index) => {
    const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(asText(person['ORCID']) ?? '')?.[0];
    return orcid ? [[names[index] ?? '', orcid] as const] : [];
  });
  const number = asText(fields['number']);
  const record = {
    lines,
    at: (field: string) => at(FIELDS[field] ?? field),
    title: firstText(fields['title']),
    abstract: asText(fields['abstract']),
    ...toFields(authors),
    orcids: Object.fromEntries(orcids),
    date: dateOf(fields['issued']) ?? dateOf(fields['submitted']),
    venue: isPreprint
      ? undefined
      : readVenue(venue, {
          volume: asText(fields['volume']),
          issue: asText(fields['issue']),
          notes: [asText(fields['note'])],
        }),
    arxiv: findArxiv(number ?? '') ?? findArxiv(`${asText(fields['note'])} ${venue}`),
    doi: asText(fields['DOI']),
    urls: [asText(fields['URL'])],
  };
  return readRecord(record, source, stripMarkup);
}

const FIELDS: Readonly<Record<string, string>> = {
  authors: 'author',
  date: 'issued',
  doi: 'DOI',
  arxiv: 'number',
};

/** Crossref writes titles as lists of one. */
function firstText(value: unknown): string | undefined {
  return Array.isArray(value) ? asText(value[0]) : asText(value);
}

function authorOf(person: Readonly<Record<string, unknown>>): Author {
  return readAuthor({
    family: asText(person['family']),
    given: asText(person['given']),
    particle: [asText(person['dropping-particle']), asText(person['non-dropping-particle'])].join(' ').trim(),
    suffix: asText(person['suffix']),
    literal: asText(person['literal']) ?? asText(person['name']),
  });
}

function dateOf(value: unknown): string | PartialDate | undefined {
  const date = asObject(value);
  const [year, month, day] = asList(asList(date['date-parts'])[0]).map(Number);
  const made = year === undefined ? undefined : makeDate(year, month, day);
  return made ?? asText(date['raw']) ?? asText(date['literal']) ?? asText(value);
}
