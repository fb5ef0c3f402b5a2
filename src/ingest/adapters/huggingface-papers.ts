// The papers API of Hugging Face: https://huggingface.co/api/daily_papers gives a list of these, .../api/papers/ID one.
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { asList, asObject, asText, type JsonRecord, readJsonRecords } from '../json-records.ts';
import { readRecord } from '../record.ts';

/** Reads answers of the papers API of Hugging Face. */
export const huggingFacePapers: Adapter = {
  id: 'huggingface-papers',
  name: 'Hugging Face papers, from the API',
  place: { origin: 'Hugging Face Papers', url: 'https://huggingface.co/papers' },
  extension: '.json',
  detect(text) {
    const start = text.slice(0, 50_000);
    return /^\s*[[{]/.test(start) && /"publishedAt"\s*:/.test(start) && /"summary"\s*:/.test(start) ? 0.9 : 0;
  },
  read: (text, source) => readJsonRecords(text, source, ['papers'], (record) => readPaper(record, source)),
};

function readPaper({ fields, lines, at }: JsonRecord, source: SourceInfo): Finding[] {
  const paper = { ...fields, ...asObject(fields['paper']) };
  const isInner = fields['paper'] !== undefined;
  const organization = asObject(paper['organization'] ?? fields['organization']);
  const record = {
    lines,
    // Only the fields of the record itself have a place; those of the paper in it begin where it does.
    at: (field: string) => at(isInner ? 'paper' : (FIELDS[field] ?? field)),
    title: asText(paper['title']),
    abstract: asText(paper['summary']),
    authors: asList(paper['authors']).map(
      (author) => asText(asObject(author)['name']) ?? asText(author) ?? '',
    ),
    date: asText(paper['publishedAt']),
    organization: asText(organization['fullname']) ?? asText(organization['name']),
    arxiv: asText(paper['id']),
    code: asText(paper['githubRepo']),
    project: asText(paper['projectPage']),
    comments: Number(paper['numComments'] ?? 0),
  };
  return readRecord(record, source);
}

const FIELDS: Readonly<Record<string, string>> = { abstract: 'summary', date: 'publishedAt', arxiv: 'id' };
