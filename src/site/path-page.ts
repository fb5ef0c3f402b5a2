// The page of a reading path: its introduction, then its papers in order, each with why to read it there.
import type { Catalog } from '../core/catalog.ts';
import { parsePathBody } from '../core/path-steps.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Path } from '../core/schema/path.ts';
import { makeTermFinder, makeTermSplitter, type TermPiece } from '../core/terms.ts';
import { makeSummarizer, type PaperSummary } from './paper-summary.ts';
import { notesOf, type TermNote } from './term-note.ts';

/** A path in a list. */
export type PathLabel = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly papers: number;
};

/** A paper of a path, with what to look for in it. */
export type PathStop = { readonly paper: PaperSummary; readonly text: readonly TermPiece[] };

export type PathPage = PathLabel & {
  /** Its paragraphs. */
  readonly introduction: readonly (readonly TermPiece[])[];
  readonly stops: readonly PathStop[];
  /** What its texts mention, in the order of the first mentions. */
  readonly terms: readonly TermNote[];
  readonly previous?: PathLabel;
  readonly next?: PathLabel;
};

/** Makes the pages of all paths, in their order. */
export function makePathPages(catalog: Catalog): PathPage[] {
  const entries = new Map(catalog.entries.map((entry) => [entry.slug, entry]));
  const summarize = makeSummarizer(catalog);
  const find = makeTermFinder(catalog.terms);
  return catalog.paths.map((path, index, paths) => {
    const body = parsePathBody(path.body);
    const split = makeTermSplitter(find);
    const introduction = body.introduction.map(split);
    const stops = body.steps.map(({ slug = '', text }) => ({
      paper: summarize(findEntry(entries, slug, path)),
      text: split(text),
    }));
    const pieces = [...introduction.flat(), ...stops.flatMap(({ text }) => text)];
    const [previous, next] = [paths[index - 1], paths[index + 1]];
    return {
      ...makePathLabel(path),
      introduction,
      stops,
      terms: notesOf(
        pieces.flatMap(({ term }) => term ?? []),
        catalog,
      ),
      ...(previous && { previous: makePathLabel(previous) }),
      ...(next && { next: makePathLabel(next) }),
    };
  });
}

/** The label of a path. */
export function makePathLabel({ id, fields: { title, description }, body }: Path): PathLabel {
  return { id, title, description, papers: parsePathBody(body).steps.length };
}

/** The paths that lead through a theme: at least two of their papers have it as their primary one. */
export function pathsThrough(theme: string, { paths, entries }: Catalog): PathLabel[] {
  const own = new Set(entries.filter(({ fields }) => fields.themes[0] === theme).map(({ slug }) => slug));
  const countOwn = ({ body }: Path) =>
    parsePathBody(body).steps.filter(({ slug = '' }) => own.has(slug)).length;
  return paths.filter((path) => countOwn(path) >= 2).map(makePathLabel);
}

/** The checker has seen to it that every step leads to a paper. */
function findEntry(entries: ReadonlyMap<string, Entry>, slug: string, { id }: Path): Entry {
  const entry = entries.get(slug);
  if (!entry) throw new Error(`The path ${id} has a step without a paper.`);
  return entry;
}
