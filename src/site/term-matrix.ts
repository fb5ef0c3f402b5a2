// Which terms and which themes meet: the most used terms of some kinds, and in how many papers of each theme.
import type { Catalog } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';
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
  const uses = countUses(terms, entries);
  const counted = terms.map((term) => {
    const byTheme = uses.get(term.id);
    return {
      term,
      total: byTheme?.values().reduce((sum, papers) => sum + papers, 0) ?? 0,
      perTheme: themes.map(({ id }) => byTheme?.get(id) ?? 0),
    };
  });
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

/** How many papers use each term, by their primary theme. */
function countUses(
  terms: readonly Term[],
  entries: readonly Entry[],
): ReadonlyMap<string, ReadonlyMap<string | undefined, number>> {
  const find = makeTermFinder(terms);
  const uses = new Map<string, Map<string | undefined, number>>();
  for (const entry of entries) {
    const [theme] = entry.fields.themes;
    for (const id of new Set(termsOf(entry, find))) {
      const byTheme = uses.get(id) ?? new Map<string | undefined, number>();
      uses.set(id, byTheme.set(theme, (byTheme.get(theme) ?? 0) + 1));
    }
  }
  return uses;
}

/** A long name gives way to its acronym, where it has one: the rows of a matrix are narrow. */
function headingOf({ name, aliases = [] }: Term): string {
  const acronym = aliases.find((alias) => /^[\p{Lu}\p{N}-]{2,6}$/u.test(alias));
  return name.length > 22 && acronym ? acronym : termHeading(name);
}
