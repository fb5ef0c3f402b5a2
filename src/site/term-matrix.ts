// Which terms and which themes meet: the most used terms of some kinds, and in how many papers of each theme.
import type { Catalog } from '../core/catalog.ts';
import type { Term, TermKind } from '../core/schema/glossary.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';
import { type ThemeLabel, themeLabel } from './paper-summary.ts';
import { type TermNote, termHeading, termNote } from './term-note.ts';

/** A cell: how many papers of a theme use a term, and the radius of a dot whose area is that number. */
export type MatrixCell = { readonly theme: ThemeLabel; readonly papers: number; readonly radius: number };
/** A term with its cells, one for each theme. */
export type MatrixRow = TermNote & {
  readonly heading: string;
  readonly total: number;
  readonly cells: readonly MatrixCell[];
};
/** The rows of one kind of term. */
export type MatrixGroup = { readonly kind: TermKind; readonly rows: readonly MatrixRow[] };

/** The matrix, by kind of term. */
export type TermMatrix = { readonly themes: readonly ThemeLabel[]; readonly groups: readonly MatrixGroup[] };

const KINDS: readonly TermKind[] = ['method', 'benchmark', 'domain'];
const ROWS_PER_KIND = 8;
const LEAST_PAPERS = 3;
/** In more than this share of the papers a term tells themes apart no longer. */
const COMMON_SHARE = 0.6;
/** Radius (in pixels) of the largest dot. */
const RADIUS = 13;

/** Makes the matrix; papers count for their primary theme. */
export function makeTermMatrix({ themes, terms, entries }: Catalog): TermMatrix {
  const find = makeTermFinder(terms);
  const uses = entries.map((entry) => ({
    theme: entry.fields.themes[0],
    terms: new Set(termsOf(entry, find)),
  }));
  const counted = terms.map((term) => ({
    term,
    total: uses.filter((use) => use.terms.has(term.id)).length,
    perTheme: themes.map(({ id }) => uses.filter((use) => use.theme === id && use.terms.has(term.id)).length),
  }));
  const telling = counted.filter(
    ({ total }) => total >= LEAST_PAPERS && total <= COMMON_SHARE * entries.length,
  );
  const chosen = KINDS.map((kind) => ({
    kind,
    rows: telling
      .filter(({ term }) => term.kind === kind)
      .toSorted((a, b) => b.total - a.total)
      .slice(0, ROWS_PER_KIND),
  })).filter(({ rows }) => rows.length > 0);
  const most = Math.max(1, ...chosen.flatMap(({ rows }) => rows.flatMap(({ perTheme }) => perTheme)));
  const labels = themes.map(themeLabel);
  const toRow = ({ term, total, perTheme }: (typeof counted)[number]): MatrixRow => ({
    ...termNote(term),
    heading: headingOf(term),
    total,
    cells: labels.map((theme, index) => {
      const papers = perTheme[index] ?? 0;
      return { theme, papers, radius: Math.round(RADIUS * Math.sqrt(papers / most) * 10) / 10 };
    }),
  });
  return { themes: labels, groups: chosen.map(({ kind, rows }) => ({ kind, rows: rows.map(toRow) })) };
}

/** A long name gives way to its acronym, where it has one: the rows of a matrix are narrow. */
function headingOf({ name, aliases = [] }: Term): string {
  const acronym = aliases.find((alias) => /^[\p{Lu}\p{N}-]{2,6}$/u.test(alias));
  return name.length > 22 && acronym ? acronym : termHeading(name);
}
