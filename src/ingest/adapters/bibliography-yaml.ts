// Bibliographic facts collected by hand: a YAML list with one record a paper, each fact with its evidence.
// It adds to entries that another source made, and never makes one, for it has no abstracts.
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { splitLines } from '../../core/digest.ts';
import { httpsUrl, isoDate, line } from '../../core/schema/fields.ts';
import { sayIssue } from '../../core/schema/messages.ts';
import type { Adapter, Draft, Finding, SourceInfo } from '../adapter.ts';

/** A record. `null` means that no source said it, not that there is none. */
const recordSchema = z.strictObject({
  title: line,
  arxiv: z.string().nullable(),
  authors: z.array(line).min(1).nullable(),
  venue: line.nullable(),
  published: isoDate.nullable(),
  code: httpsUrl.nullable(),
  project: httpsUrl.nullable(),
  venue_url: httpsUrl.nullable(),
  listing: z.looseObject({ author_count: z.int().nullable() }).optional(),
  evidence: z.array(z.string()).min(1, 'Each record names its evidence: what said it, and where.'),
  notes: z.array(z.string()).optional(),
});

type BibliographyRecord = z.output<typeof recordSchema>;

/** Reads collections of bibliographic facts in YAML. */
export const bibliographyYaml: Adapter = {
  id: 'bibliography-yaml',
  name: 'Bibliographic facts with their evidence, in YAML',
  detect: (text) => (/^- title: /m.test(text) && /^ {2}evidence:/m.test(text) ? 0.9 : 0),
  extension: '.yaml',
  read,
  onlyAdds: true,
};

function* read(text: string, source: SourceInfo): Generator<Finding> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number) => counter.linePos(offset);
  yield* splitLines(text).flatMap((raw, index): Finding[] =>
    raw.startsWith('#') ? [{ role: 'header', lines: [index + 1, index + 1] }] : [],
  );
  for (const error of document.errors) {
    const { line: row, col } = at(error.pos[0]);
    yield {
      diagnostic: report('listing-line', { file: source.file, line: row, column: col }, error.message),
    };
  }
  const items = isSeq(document.contents) && document.errors.length === 0 ? document.contents.items : [];
  for (const item of items) {
    if (!isMap(item) || !item.range) continue;
    const first = at(item.range[0]).line;
    const last = at(item.range[1] - 1).line;
    const checked = recordSchema.safeParse(item.toJS(document), { error: sayIssue });
    const place = { file: source.file, line: first, column: 1 };
    if (!checked.success) {
      for (const { path, message } of checked.error.issues)
        yield { diagnostic: report('listing-record', place, `${path.join('.')}: ${message}`) };
      continue;
    }
    yield { draft: toDraft(checked.data, [first, last]) };
    for (const diagnostic of checkCount(checked.data, place)) yield { diagnostic };
  }
}

function toDraft(record: BibliographyRecord, lines: readonly [number, number]): Draft {
  const links = {
    ...(record.code && { code: record.code }),
    ...(record.project && { project: record.project }),
    ...(record.venue_url && { paper: record.venue_url }),
  };
  return {
    title: record.title,
    lines,
    ...(record.arxiv && { arxiv: record.arxiv }),
    ...(record.authors && { authors: record.authors }),
    ...(record.venue && { venue: record.venue }),
    ...(record.published && { published: record.published }),
    ...(Object.keys(links).length > 0 && { links }),
  };
}

function checkCount({ authors, listing }: BibliographyRecord, place: Diagnostic['place']): Diagnostic[] {
  const expected = listing?.author_count;
  if (!authors || !expected || authors.length === expected) return [];
  return [report('author-count', place, `${authors.length} names, but the listing counts ${expected}.`)];
}

function report(
  rule: 'listing-line' | 'listing-record' | 'author-count',
  place: Diagnostic['place'],
  message: string,
): Diagnostic {
  return diagnose(rule, place, message, 'Correct the record, or write null for what no source says.');
}
