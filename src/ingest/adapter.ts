// What every adapter does: recognise a format, and turn its text into findings without losing a line.
import type { Diagnostic } from '../core/diagnostics.ts';
import type { SourceFields } from '../core/schema/survey.ts';

/** A paper as one source tells of it: raw text, before any repair. */
export type Draft = {
  readonly title: string;
  /** First and last line of the record, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** As it stands in the source, lines joined by spaces, and the line on which it begins. Not every source has it. */
  readonly abstract?: { readonly text: string; readonly line: number };
  /** ISO 8601 day. */
  readonly published?: string;
  /** ISO 8601 year or month, where the day is not known. */
  readonly issued?: string;
  readonly authorCount?: number;
  readonly organization?: string;
  /** Names in order, as they are written out: "Ada Byron". */
  readonly authors?: readonly string[];
  /** ORCID by name. */
  readonly orcids?: Readonly<Record<string, string>>;
  /** Family name by name, where it is not the last word. */
  readonly familyNames?: Readonly<Record<string, string>>;
  readonly venue?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly openreview?: string;
  readonly acl?: string;
  readonly links?: { readonly code?: string; readonly project?: string; readonly paper?: string };
  /** Number of comments that the listing shows. */
  readonly comments?: number;
};

/** What a line of a source turned out to be. */
export type LineRole = 'entry' | 'header' | 'blank' | 'not-understood';

/** First and last line, counted from 1. */
export type Lines = readonly [first: number, last: number];

/**
 * One thing that an adapter found, in the order of the source: a paper, whose lines become those of an entry; the
 * role of other lines; or something wrong. Lines that nothing claims are blank or not understood.
 */
export type Finding =
  | { readonly draft: Draft }
  | { readonly role: LineRole; readonly lines: Lines }
  | { readonly diagnostic: Diagnostic };

/** Where a text comes from. */
export type SourceInfo = {
  /** Its path as messages show it, such as `content/sources/listing.txt`. */
  readonly file: string;
  /** Day of the listing in ISO 8601, where it is known. */
  readonly listed?: string;
  /** For a table: the column of each field, where a person has said so. */
  readonly columns?: Readonly<Record<string, string>>;
};

/** A format that can be read. Both functions are pure and accept any text. */
export type Adapter = {
  readonly id: string;
  readonly name: string;
  /** The one place that such texts come from, by a name that is the same in every language, and its address. */
  readonly place?: Pick<SourceFields, 'origin' | 'url'>;
  /** Ending of files in it, such as `.bib`. */
  readonly extension: string;
  /** How sure the adapter is that it can read the text, from 0 (not at all) to 1. It looks at the beginning only. */
  readonly detect: (text: string) => number;
  /** Finds papers one by one, so that a long source is never held as a whole but as text. */
  readonly read: (text: string, source: SourceInfo) => Iterable<Finding>;
  /** For a table: the column of each field, guessed from the names of the columns; what is given stands. */
  readonly columns?: (
    text: string,
    given?: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>>;
  /** It adds facts to papers that other sources bring, and makes none: it has no abstracts by design. */
  readonly onlyAdds?: true;
};
