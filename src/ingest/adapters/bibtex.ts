// BibTeX and biblatex: https://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf, https://ctan.org/pkg/biblatex.
// Records are cut out here, one by one, so that a broken one spoils no other; the fields of each are read by
// @retorquere/bibtex-parser, and what is LaTeX in them becomes Unicode in latex.ts.
import { type Creator, parse } from '@retorquere/bibtex-parser';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import type { Adapter, Finding, Lines, SourceInfo } from '../adapter.ts';
import { findArxiv } from '../identifiers.ts';
import { latexToText } from '../latex.ts';
import { startOf } from '../ledger.ts';
import { indexLines, type LineIndex } from '../line-index.ts';
import { type Author, parseAuthor, readAuthor, toFields } from '../names.ts';
import { makeDate, type PartialDate, parseMonth } from '../partial-date.ts';
import { type RawRecord, readRecord } from '../record.ts';
import { readVenue } from '../venue.ts';

/** Reads bibliographies in BibTeX and biblatex. */
export const bibtex: Adapter = {
  id: 'bibtex',
  name: 'BibTeX or biblatex',
  extension: '.bib',
  detect: (text) =>
    /^[ \t]*@[A-Za-z]+[ \t]*[{(]\s*[^\s{}(),]+[ \t]*,/m.test(text.slice(0, 200_000)) ? 0.9 : 0,
  read,
};

/** Kinds of records that are no papers: macros, comments, and the volumes in which papers stand. */
const NO_PAPERS: ReadonlySet<string> = new Set(
  'comment preamble string proceedings mvproceedings collection mvcollection periodical xdata set'.split(' '),
);

/** A record as it stands in the text: offsets, and whether its last brace is missing. */
type Span = {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly key: string;
  readonly isCut: boolean;
};

function* read(text: string, source: SourceInfo): Generator<Finding> {
  const lines = indexLines(text);
  const keys = new Map<string, number>();
  const parents = /\bcrossref\s*=/i.test(text) ? new Map<string, Span>() : undefined;
  if (parents) for (const span of findRecords(text)) parents.set(span.key.toLowerCase(), span);
  let strings: Record<string, string> = {};
  let end = 0;
  for (const span of findRecords(text)) {
    yield* outside(text, end, span.start, lines);
    end = span.end;
    const range = linesOf(span, lines);
    if (NO_PAPERS.has(span.kind)) {
      if (span.kind === 'string') strings = { ...strings, ...readStrings(text.slice(span.start, span.end)) };
      yield { role: 'header', lines: range };
      continue;
    }
    const place = { file: source.file, ...lines.at(span.start) };
    yield* reportKey(span, keys.get(span.key), place);
    keys.set(span.key, keys.get(span.key) ?? place.line);
    const parent = parentOf(text, span, parents);
    yield* span.isCut
      ? [reportCut(span, text, place)]
      : readEntry(text.slice(span.start, span.end), parent, strings, { span, lines, range, source });
  }
  yield* outside(text, end, text.length, lines);
}

const OPENING = /@[ \t]*([A-Za-z]+)\s*([{(])/g; // "@article{"

/** Finds the records of a text. One that has no end ends before the next line that begins one. */
function* findRecords(text: string): Generator<Span> {
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, kind = '', bracket] = match;
    const inside = match.index + whole.length;
    const { end, isCut } = findEnd(text, inside, bracket === '(');
    const key = /^\s*([^\s{}(),="]*)\s*,/.exec(text.slice(inside, inside + 300))?.[1] ?? '';
    yield { start: match.index, end, kind: kind.toLowerCase(), key, isCut };
    opening.lastIndex = end;
  }
}

/** Where a record ends: at the brace that closes it, or (cut) before the next line that begins another one. */
function findEnd(text: string, inside: number, isRound: boolean): { end: number; isCut: boolean } {
  const mark = /[{}]|\)|\n[ \t]*@[A-Za-z]+[ \t]*\{/g;
  mark.lastIndex = inside;
  let depth = isRound ? 0 : 1;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [found] = match;
    if (found === '{') depth++;
    else if (found === '}') depth--;
    else if (found === ')') {
      if (isRound && depth === 0) return { end: match.index + 1, isCut: false };
    } else return { end: match.index + 1, isCut: true };
    if (!isRound && depth === 0) return { end: match.index + 1, isCut: false };
  }
  return { end: text.length, isCut: true };
}

/** What stands between records is a comment, unless it begins as a record does. */
function outside(text: string, start: number, end: number, lines: LineIndex): Finding[] {
  const between = text.slice(start, end);
  if (between.trim() === '') return [];
  const first = lines.at(start + between.length - between.trimStart().length).line;
  const last = lines.at(start + between.trimEnd().length - 1).line;
  const isBroken = /^[ \t]*@/m.test(between);
  return isBroken ? [] : [{ role: 'header', lines: [first, last] }];
}

function linesOf({ start, end }: Span, lines: LineIndex): Lines {
  return [lines.at(start).line, lines.at(Math.max(start, end - 1)).line];
}

function readStrings(text: string): Record<string, string> {
  return attempt(() => parse(text, { raw: true }).strings) ?? {};
}

function parentOf(
  text: string,
  { start, end }: Span,
  parents: ReadonlyMap<string, Span> | undefined,
): string | undefined {
  if (!parents) return undefined;
  // crossref = {bees2025}
  const key = /\bcrossref\s*=\s*[{"]\s*([^\s{}"]+)\s*[}"]/i.exec(text.slice(start, end))?.[1];
  const parent = parents.get(key?.toLowerCase() ?? '');
  return parent && parent.start !== start && !parent.isCut ? text.slice(parent.start, parent.end) : undefined;
}

type Context = {
  readonly span: Span;
  readonly lines: LineIndex;
  readonly range: Lines;
  readonly source: SourceInfo;
};

/** A record that is longer than this, its abstract left out, is none that a person wrote: the library would take a minute. */
const MOST_LETTERS = 1_000_000;

function readEntry(
  text: string,
  parent: string | undefined,
  strings: Record<string, string>,
  { span, lines, range, source }: Context,
): Finding[] {
  const place = { file: source.file, ...lines.at(span.start) };
  const refuse = (why: string, cure: string): Finding[] => {
    const message = `The record ${span.key || startOf(text)} cannot be read: ${startOf(why)}.`;
    return [{ diagnostic: diagnose('listing-record', place, message, cure) }];
  };
  const { rest, abstract } = cutAbstract(text);
  if (rest.length > MOST_LETTERS)
    return refuse(
      `it is longer than ${MOST_LETTERS} letters`,
      'Leave out what tells nothing of the paper, and ingest it again.',
    );
  const library = attempt(() =>
    parse(parent ? `${rest}\n${parent}` : rest, { raw: true, sentenceCase: false, english: false, strings }),
  );
  const [entry] = library?.entries ?? [];
  const errors = library?.errors ?? [];
  // A macro that is defined elsewhere leaves one field empty; any other error may have moved words between fields.
  const fatal = errors.find(({ error }) => !error.startsWith('Unresolved @string'));
  if (!entry || fatal)
    return refuse(
      fatal?.error ?? 'its braces or quotes are not in order',
      'Put values into braces, pair them, and ingest it again.',
    );
  const fields: Readonly<Record<string, unknown>> = { ...entry.fields, ...(abstract && { abstract }) };
  const at = (field: string) => lines.at(span.start + offsetOf(text, FIELDS[field] ?? [field]));
  const repeated = Object.keys(fields).flatMap((name) => /^(.+)\+duplicate-1$/.exec(name)?.[1] ?? []);
  return [
    ...readRecord(toRecord(fields, range, at), source, latexToText),
    ...errors.map(({ error }) => ({
      diagnostic: diagnose(
        'record-field',
        place,
        `The record ${span.key} uses a macro that is not defined: ${startOf(error)}.`,
        'Write the words out, or define the macro with @string before the record.',
      ),
    })),
    ...repeated.map((name) => ({
      diagnostic: diagnose(
        'record-repeated',
        { file: source.file, ...at(name) },
        `The record ${span.key} has the field ${name} more than once; the first one was taken.`,
        'Remove the others from the source.',
      ),
    })),
  ];
}

/** What a field can begin or end with, and where an abstract begins, in braces or not. */
const MARK = /[{}"]|(?<=[\s,{])abstract\s{0,100}=\s{0,100}\{?/gi;

/**
 * Takes its abstract out of a record, where it is one text in braces. The library takes longer for it than for all the rest, and
 * refuses the record for a single dollar sign in it.
 */
function cutAbstract(text: string): { rest: string; abstract?: string } {
  let [depth, isQuoted] = [0, false];
  let found: { start: number; end: number } | undefined;
  let start: number | undefined;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '"') isQuoted = isQuoted !== (depth === 1);
    else if (mark === '}') {
      depth--;
      if (depth > 1 || start === undefined) continue;
      // One that stands there twice, or is put together of several texts, is for the library.
      if (found || !/^\s*[,}]/.test(text.slice(index + 1, index + 101))) return { rest: text };
      found = { start, end: index };
      start = undefined;
    } else {
      const isAbstract = mark !== '{' && depth === 1 && !isQuoted;
      // So is one in quotes, or a macro.
      if (isAbstract && !mark.endsWith('{')) return { rest: text };
      if (isAbstract) start = index + mark.length;
      if (mark.endsWith('{')) depth++;
    }
  }
  if (!found) return { rest: text };
  const abstract = text
    .slice(found.start, found.end)
    .replace(/\s+/g, (space) => (space.split('\n').length > 2 ? '\n\n' : ' '));
  return { rest: text.slice(0, found.start) + text.slice(found.end), abstract };
}

/** Fields of BibTeX that say what a field of ours says. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  authors: ['author'],
  date: ['date', 'year', 'month'],
  arxiv: ['eprint', 'journal', 'note', 'url'],
};

/** Where a field begins in the text of a record; 0 where it does not say it. */
function offsetOf(text: string, names: readonly string[]): number {
  const match = new RegExp(`(?<=[,{(\\s])(?:${names.join('|')})\\s*=`, 'i').exec(text.slice(0, 1_000_000));
  return match?.index ?? 0;
}

function toRecord(fields: Readonly<Record<string, unknown>>, lines: Lines, at: RawRecord['at']): RawRecord {
  const field = (...names: readonly string[]) =>
    names.map((name) => fields[name]).flatMap((value) => asText(value) ?? [])[0];
  const published = field('howpublished');
  const venue =
    field('journal', 'journaltitle', 'booktitle', 'maintitle') ??
    (addressIn(published) ? undefined : published);
  const prefix = field('archiveprefix', 'eprinttype') ?? '';
  const eprint = /^(?:|arxiv)$/i.test(prefix) ? field('eprint', 'arxiv', 'arxivid') : undefined;
  const isArxiv = /arxiv/i.test(prefix);
  const authors = readCreators(fields['author']);
  return {
    lines,
    at,
    title: joinTitle(field('title'), field('subtitle')),
    abstract: field('abstract'),
    ...toFields(authors),
    date: field('date') ?? readYear(field('year'), field('month'), field('day')),
    venue: readVenue(venue, {
      volume: field('volume'),
      issue: field('number', 'issue'),
      notes: [field('note')],
    }),
    organization: field('institution', 'school', 'organization'),
    // An eprint that says no archive may be of any; it counts where it looks like one of arXiv.
    arxiv:
      (isArxiv || findArxiv(eprint ?? '') ? eprint : undefined) ?? findArxiv(`${venue} ${field('note')}`),
    doi: field('doi'),
    urls: [field('url'), addressIn(published), addressIn(field('note'))],
  };
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : undefined;
}

function joinTitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  return title && subtitle ? `${title}: ${subtitle}` : title;
}

function readYear(year = '', month = '', day = ''): string | PartialDate | undefined {
  const plain = latexToText(year);
  const [monthName = '', dayInMonth = ''] = latexToText(month).split(/[\s~]+/); // "May 3"
  const date = /^\d{4}$/.test(plain) ? Number(plain) : undefined;
  if (date === undefined) return plain;
  return makeDate(date, parseMonth(monthName), Number.parseInt(day || dayInMonth, 10));
}

function readCreators(creators: unknown): Author[] {
  if (!Array.isArray(creators)) return [];
  return (creators as readonly Creator[]).map((creator) => {
    if (creator.name === undefined)
      return readAuthor({
        family: latexToText(creator.lastName ?? ''),
        given: latexToText(creator.firstName ?? ''),
        particle: latexToText(creator.prefix ?? ''),
        suffix: latexToText(creator.suffix ?? ''),
      });
    // Braces keep a name together, commas and all: {Bees, Wasps and Ants Ltd.}
    const isWhole = /^\{[^{}]*\}$/.test(creator.name.trim());
    const name = latexToText(creator.name);
    return isWhole ? { name, family: name } : parseAuthor(name);
  });
}

function addressIn(text: string | undefined): string | undefined {
  return /https?:\/\/[^\s{}\\]+/.exec(text ?? '')?.[0];
}

function reportKey(span: Span, before: number | undefined, place: Diagnostic['place']): Finding[] {
  if (before === undefined || span.key === '') return [];
  const message = `The key ${span.key} stands on line ${before} already; both records were read.`;
  const cure = 'Give one of them another key, or remove it.';
  return [{ diagnostic: diagnose('record-repeated', place, message, cure) }];
}

function reportCut({ start, key }: Span, text: string, place: Diagnostic['place']): Finding {
  const name = key || startOf(text.slice(start, start + 100));
  const message = `The record ${name} has no end: a closing brace is missing.`;
  return { diagnostic: diagnose('listing-record', place, message, 'Complete it and ingest it again.') };
}

/** The parser throws on some input; then there is no result. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
