// The body of a reading path: an introduction, then numbered steps, each beginning with one citation.
import { citedSlugs } from './citations.ts';

/** A step as it is written; sound if it begins with its only citation and says something. */
export type PathStep = {
  readonly slug?: string;
  readonly text: string;
  /** Where it begins in the body (UTF-16 units). */
  readonly offset: number;
};

export type PathBody = { readonly introduction: readonly string[]; readonly steps: readonly PathStep[] };

/** "1. ", "12. " at the start of a line */
const NUMBER = /^\d{1,3}\. +/gm;
/** "[@nest-choice] Look at ..." */
const STEP = /^\[@([a-z0-9-]+)\]\s+(\S[\s\S]*)$/;

/** Splits the body of a path into paragraphs of introduction and steps. Both are plain text. */
export function parsePathBody(body: string): PathBody {
  const starts = [...body.matchAll(NUMBER)];
  const introduction = body.slice(0, starts[0]?.index ?? body.length);
  return {
    introduction: introduction
      .split(/\r?\n\s*\n/)
      .map(fold)
      .filter(Boolean),
    steps: starts.map((start, index) =>
      parseStep(body.slice(start.index + start[0].length, starts[index + 1]?.index), start.index),
    ),
  };
}

function parseStep(text: string, offset: number): PathStep {
  const [, slug, words] = STEP.exec(text.trim()) ?? [];
  if (!slug || !words || citedSlugs(words).length > 0) return { text: fold(text), offset };
  return { slug, text: fold(words), offset };
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
