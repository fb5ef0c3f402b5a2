// Notes of OpenReview, as its API gives them: version 1 has plain fields, version 2 wraps each as {"value": ...}.
// https://docs.openreview.net/reference/api-v2/entities/note

import { IDENTIFIERS } from '../../core/paper-ids.ts';
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { asList, asObject, asText, type JsonRecord, readJsonRecords } from '../json-records.ts';
import { makeDate, type PartialDate } from '../partial-date.ts';
import { readRecord } from '../record.ts';

/** Reads exports of OpenReview. */
export const openReview: Adapter = {
  id: 'openreview',
  name: 'OpenReview notes, from the API',
  place: { origin: 'OpenReview', url: 'https://openreview.net' },
  extension: '.json',
  detect(text) {
    const start = text.slice(0, 50_000);
    const isNote = /"forum"\s*:/.test(start) && /"content"\s*:\s*\{/.test(start);
    return /^\s*[[{]/.test(start) && isNote ? 0.95 : 0;
  },
  read: (text, source) => readJsonRecords(text, source, ['notes'], (record) => readNote(record, source)),
};

function readNote({ fields, lines, at }: JsonRecord, source: SourceInfo): Finding[] {
  const content = asObject(fields['content']);
  const forum = asText(fields['forum']) ?? asText(fields['id']);
  const isReply = asText(fields['id']) !== forum || asText(fields['replyto']) !== undefined;
  if (isReply && fields['content'] !== undefined) return [{ role: 'header', lines }];
  const names = asList(unwrap(content['authors'])).map((name) => asText(name) ?? '');
  const venue = asText(unwrap(content['venue']));
  // "Submitted to ..." is no place where a paper appeared.
  const isAccepted = venue !== undefined && !/submitted to|submission|reject|withdrawn/i.test(venue);
  const record = {
    lines,
    at: (field: string) => at(field === 'date' ? 'cdate' : 'content'),
    title: asText(unwrap(content['title'])),
    abstract: asText(unwrap(content['abstract'])),
    authors: names,
    orcids: orcidsOf(content, names),
    date: dayOf(fields['pdate'] ?? fields['odate'] ?? fields['cdate'] ?? fields['tcdate']),
    venue: isAccepted ? venue : undefined,
    openreview: IDENTIFIERS.openreview.test(forum ?? '') ? forum : undefined,
    code: asText(unwrap(content['code'])) ?? asText(unwrap(content['code_url'])),
    urls: [asText(unwrap(content['html'])), asText(unwrap(content['ee']))],
  };
  return readRecord(record, source);
}

function unwrap(field: unknown): unknown {
  const object = asObject(field);
  return 'value' in object ? object['value'] : field;
}

/** Ids of authors are profiles, addresses or, in imported notes, addresses of ORCID. */
function orcidsOf(
  content: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, string> {
  const ids = asList(unwrap(content['authorids']));
  return Object.fromEntries(
    ids.flatMap((id, index) => {
      const orcid = /orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/.exec(asText(id) ?? '')?.[1];
      return orcid && names[index] ? [[names[index], orcid]] : [];
    }),
  );
}

/** A time in milliseconds since 1970 as a day. */
function dayOf(time: unknown): PartialDate | undefined {
  const date = new Date(typeof time === 'number' ? time : Number.NaN);
  if (Number.isNaN(date.getTime())) return undefined;
  return makeDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
