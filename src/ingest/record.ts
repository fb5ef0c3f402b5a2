// From the fields of a record, as any format spells them, to a draft: what is good is kept, what is not is reported.
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { hasCheckDigit } from '../core/orcid.ts';
import { IDENTIFIERS } from '../core/paper-ids.ts';
import type { Draft, Finding, Lines, SourceInfo } from './adapter.ts';
import { httpsAddress, type Identifiers, identify } from './identifiers.ts';
import { startOf } from './ledger.ts';
import type { Position } from './line-index.ts';
import { listNames } from './names.ts';
import { type PartialDate, parsePartialDate } from './partial-date.ts';

/** No title is longer (characters). */
export const LONGEST_TITLE = 1_000;
/** No abstract is longer (characters); more is a whole paper, or damage. */
export const LONGEST_ABSTRACT = 20_000;

/** A record as its format tells it. Every field may be missing or wrong. */
export type RawRecord = {
  readonly lines: Lines;
  /** Where a field stands; the beginning of the record where the format cannot tell. */
  readonly at: (field: string) => Position;
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  /** Names in order, written out. */
  readonly authors?: readonly string[] | undefined;
  readonly orcids?: Readonly<Record<string, string>> | undefined;
  readonly familyNames?: Readonly<Record<string, string>> | undefined;
  readonly date?: string | PartialDate | undefined;
  readonly venue?: string | undefined;
  readonly organization?: string | undefined;
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly openreview?: string | undefined;
  readonly acl?: string | undefined;
  /** Addresses of the paper. */
  readonly urls?: readonly (string | undefined)[];
  readonly code?: string | undefined;
  readonly project?: string | undefined;
  readonly comments?: number | undefined;
};

/** Makes a draft of a record, with what is wrong in it; no draft where it has no title. Texts become one line. */
export function readRecord(
  raw: RawRecord,
  { file }: SourceInfo,
  decode: (text: string) => string = (text) => text,
): Finding[] {
  const findings: Finding[] = [];
  const report = (field: string, message: string, cure: string, rule: Diagnostic['rule'] = 'record-field') =>
    findings.push({ diagnostic: diagnose(rule, { file, ...raw.at(field) }, message, cure) });
  const [first] = raw.lines;
  const title = (raw.title?.length ?? 0) > LONGEST_TITLE ? '' : oneLine(decode(raw.title ?? ''));
  if (title === '') {
    const why = raw.title?.trim()
      ? `The title has ${raw.title.length} characters`
      : 'The record has no title';
    const place = { file, line: first, column: 1 };
    return [
      { diagnostic: diagnose('listing-record', place, `${why}, so no paper was made of it.`, TITLE_CURE) },
    ];
  }
  const draft: Draft = {
    title,
    lines: raw.lines,
    ...readAbstract(raw, decode, report),
    ...readDate(raw, report),
    ...readAuthors(raw, report),
    ...textField('venue', raw.venue, decode),
    ...textField('organization', raw.organization, decode),
    ...readIdentifiers(raw, report),
    ...readLinks(raw),
    ...(raw.comments && raw.comments > 0 && { comments: raw.comments }),
  };
  return [{ draft }, ...findings];
}

const TITLE_CURE = 'Give it a title in the source and ingest it again, or write the entry by hand.';

type Report = (field: string, message: string, cure: string) => void;

function readAbstract(
  raw: RawRecord,
  decode: (text: string) => string,
  report: Report,
): Pick<Draft, 'abstract'> {
  const length = raw.abstract?.length ?? 0;
  if (length > LONGEST_ABSTRACT) {
    report(
      'abstract',
      `The abstract has ${length.toLocaleString('en')} characters, and was left out.`,
      `An abstract has at most ${LONGEST_ABSTRACT.toLocaleString('en')}; shorten it in the source.`,
    );
    return {};
  }
  const text = oneLine(decode(raw.abstract ?? ''));
  return text === '' ? {} : { abstract: { text, line: raw.at('abstract').line } };
}

function readDate({ date }: RawRecord, report: Report): Pick<Draft, 'published' | 'issued'> {
  if (typeof date !== 'string') return date ?? {};
  if (date.trim() === '') return {};
  const parsed = parsePartialDate(date);
  if (!parsed) report('date', `“${startOf(date)}” is no date.`, 'Write year-month-day, such as 2025-01-08.');
  return parsed ?? {};
}

function readAuthors(raw: RawRecord, report: Report): Pick<Draft, 'authors' | 'orcids' | 'familyNames'> {
  const { names, isCut } = listNames(raw.authors ?? []);
  if (isCut) {
    report(
      'authors',
      `The source gives only the first of the authors (${names.length}), so none were taken.`,
      'Write all names in the source, or in the entry.',
    );
    return {};
  }
  const given = Object.entries(raw.orcids ?? {}).filter(([name]) => names.includes(name));
  const isOrcid = (text: string) => IDENTIFIERS.orcid.test(text) && hasCheckDigit(text);
  const orcids = given.filter(([, orcid]) => isOrcid(orcid));
  for (const [name, orcid] of given)
    if (!isOrcid(orcid))
      report(
        'authors',
        `“${startOf(orcid)}”, given for ${name}, is no ORCID.`,
        'Write it as 0000-0001-2345-6789; its last digit tells whether the others are right.',
      );
  const families = Object.entries(raw.familyNames ?? {}).filter(([name]) => names.includes(name));
  return {
    ...(names.length > 0 && { authors: names }),
    ...(families.length > 0 && { familyNames: Object.fromEntries(families) }),
    ...(orcids.length > 0 && { orcids: Object.fromEntries(orcids) }),
  };
}

function readIdentifiers(raw: RawRecord, report: Report): Identifiers {
  const found = { ...identify({ ...raw, urls: raw.urls ?? [] }) };
  const given = { arxiv: raw.arxiv, doi: raw.doi };
  for (const [field, value] of Object.entries(given)) {
    const isUsed = field === 'doi' ? found.doi || /10\.48550\/arxiv/i.test(value ?? '') : found.arxiv;
    if (value?.trim() && !isUsed)
      report(
        field,
        `“${startOf(value)}” is no ${field === 'doi' ? 'DOI' : 'arXiv id'}.`,
        `Correct it in the source, such as ${field === 'doi' ? '10.1000/bees.2025.7' : '2501.01234'}.`,
      );
  }
  return {
    ...found,
    ...(raw.openreview && { openreview: raw.openreview }),
    ...(raw.acl && { acl: raw.acl }),
  };
}

/** Addresses that say no more than an identifier are left out: the site makes them itself. */
const OF_IDENTIFIER = /^https:\/\/(?:[\w-]+\.)*(?:arxiv\.org|doi\.org|openreview\.net|huggingface\.co)\//;

function readLinks(raw: RawRecord): Pick<Draft, 'links'> {
  const addresses = (raw.urls ?? []).map(httpsAddress).filter((url) => url !== undefined);
  const isCode = (url: string) => /^https:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\./.test(url);
  const code = httpsAddress(raw.code) ?? addresses.find(isCode);
  const project = httpsAddress(raw.project);
  const paper = addresses.find((url) => !isCode(url) && !OF_IDENTIFIER.test(url));
  const links = { ...(code && { code }), ...(project && { project }), ...(paper && { paper }) };
  return Object.keys(links).length > 0 ? { links } : {};
}

function textField<Name extends 'venue' | 'organization'>(
  name: Name,
  value: string | undefined,
  decode: (text: string) => string,
): Partial<Record<Name, string>> {
  const text = oneLine(decode((value ?? '').slice(0, LONGEST_TITLE)));
  return (text === '' ? {} : { [name]: text }) as Partial<Record<Name, string>>;
}

/** A text on one line, without invisible characters at its ends. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
