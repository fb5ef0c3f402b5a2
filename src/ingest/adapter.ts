// What every adapter does: recognise a format, and turn its text into drafts without losing a line.
import type { Diagnostic } from '../core/diagnostics.ts';

/** A paper as one source tells of it: raw text, before any repair. */
export type Draft = {
  readonly title: string;
  /** First and last line of the record, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** As it stands in the source, lines joined by spaces, and the line on which it begins. Not every source has it. */
  readonly abstract?: { readonly text: string; readonly line: number };
  /** ISO 8601 day. */
  readonly published?: string;
  readonly authorCount?: number;
  readonly organization?: string;
  /** Names in order. */
  readonly authors?: readonly string[];
  readonly venue?: string;
  readonly arxiv?: string;
  readonly links?: { readonly code?: string; readonly project?: string; readonly paper?: string };
  /** Number of comments that the listing shows. */
  readonly comments?: number;
};

/** What a line of a source turned out to be. */
export type LineRole = 'entry' | 'header' | 'blank' | 'not-understood';

/** Everything that an adapter found. `ledger` has one role for each line of the text. */
export type Parsed = {
  readonly drafts: readonly Draft[];
  readonly ledger: readonly LineRole[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Where a text comes from. */
export type SourceInfo = {
  /** Its path as messages show it, such as `content/sources/listing.txt`. */
  readonly file: string;
  /** Day of the listing in ISO 8601, where it is known. */
  readonly listed?: string;
};

/** A format that can be read. Both functions are pure and accept any text. */
export type Adapter = {
  readonly id: string;
  readonly name: string;
  /** How sure the adapter is that it can read the text, from 0 (not at all) to 1. */
  readonly detect: (text: string) => number;
  readonly parse: (text: string, source: SourceInfo) => Parsed;
};
