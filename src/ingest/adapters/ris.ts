// RIS, as reference managers exchange it: a line is a tag of two signs, two spaces, a hyphen, a space and a value; TY
// begins a record and ER ends it. https://en.wikipedia.org/wiki/RIS_(file_format)
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { splitLines } from '../../core/digest.ts';
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { findArxiv } from '../identifiers.ts';
import { startOf } from '../ledger.ts';
import { stripMarkup } from '../markup.ts';
import { parseAuthor, toFields } from '../names.ts';
import { parsePartialDate } from '../partial-date.ts';
import { readRecord } from '../record.ts';
import { readVenue } from '../venue.ts';

const LINE = /^\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*)|\s*)$/; // "AU  - Byron, Ada", "ER  -"

/** Reads bibliographies in RIS. */
export const ris: Adapter = {
  id: 'ris',
  name: 'RIS',
  extension: '.ris',
  detect: (text) => (/^[ \t]*TY[ \t]{1,2}- ?[A-Z]+[ \t]*\r?$/m.test(text.slice(0, 50_000)) ? 0.9 : 0),
  read,
};

type Field = { readonly tag: string; text: string; readonly line: number };

function* read(text: string, source: SourceInfo): Generator<Finding> {
  let fields: Field[] | undefined;
  let line = 0;
  let last = 0;
  for (const raw of splitLines(text)) {
    line++;
    const [, tag, value = ''] = LINE.exec(raw) ?? [];
    const field = tag === undefined ? undefined : { tag, text: value.trim(), line };
    if (field?.tag === 'TY') {
      if (fields) yield* readFields(fields, last, false, source);
      fields = [field];
    } else if (field?.tag === 'ER' && fields) {
      yield* readFields(fields, line, true, source);
      fields = undefined;
    } else if (field && fields) fields.push(field);
    // A value may go on over lines that have no tag.
    else if (!field && fields && raw.trim() !== '') continueField(fields, raw.trim());
    if (raw.trim() !== '') last = line;
  }
  if (fields) yield* readFields(fields, last, false, source);
}

function continueField(fields: Field[], text: string): void {
  const field = fields.at(-1);
  if (field) field.text += ` ${text}`;
}

function readFields(fields: readonly Field[], last: number, hasEnd: boolean, source: SourceInfo): Finding[] {
  const first = fields[0]?.line ?? 1;
  const all = (...tags: readonly string[]) =>
    fields.filter(({ tag, text }) => tags.includes(tag) && text !== '');
  const one = (...tags: readonly string[]) => tags.flatMap((tag) => all(tag).map(({ text }) => text))[0];
  const at = (field: string) => ({ line: all(...(TAGS[field] ?? []))[0]?.line ?? first, column: 1 });
  const dates = all('DA', 'PY', 'Y1').map(({ text }) => text);
  const venue = one('JO', 'JF', 'T2', 'JA', 'BT', 'C3');
  const authors = all('AU', 'A1').map(({ text }) => parseAuthor(text));
  const record = {
    lines: [first, last] as const,
    at,
    title: one('TI', 'T1', 'CT'),
    abstract: one('AB', 'N2'),
    ...toFields(authors),
    date:
      dates.find((date) => parsePartialDate(date)?.published) ??
      dates.toSorted((a, b) => b.length - a.length)[0],
    venue: readVenue(venue, {
      volume: one('VL'),
      issue: one('IS'),
      notes: all('M3', 'N1').map(({ text }) => text),
    }),
    organization: one('AD'),
    arxiv: [venue, one('M1'), one('AN'), one('N1')]
      .map((text) => findArxiv(text ?? ''))
      .find((found) => found),
    doi: one('DO', 'M3')?.match(/10\.\d/) ? one('DO', 'M3') : one('DO'),
    urls: all('UR', 'L1', 'L2', 'LK').map(({ text }) => text),
  };
  const cut = hasEnd ? [] : [reportEnd(first, record.title ?? '', source)];
  return [...readRecord(record, source, stripMarkup), ...cut.map((diagnostic) => ({ diagnostic }))];
}

const TAGS: Readonly<Record<string, readonly string[]>> = {
  title: ['TI', 'T1', 'CT'],
  abstract: ['AB', 'N2'],
  authors: ['AU', 'A1'],
  date: ['DA', 'PY', 'Y1'],
  doi: ['DO', 'M3'],
};

function reportEnd(line: number, title: string, { file }: SourceInfo): Diagnostic {
  const message = `The record “${startOf(title)}” has no end, so it may be cut.`;
  const cure = 'Look whether it is complete, and put a line "ER  - " behind it.';
  return diagnose('record-field', { file, line, column: 1 }, message, cure);
}
