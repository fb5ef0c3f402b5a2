// The same paper in two sources: by arXiv id, DOI or another identifier, else by title; and the guard against papers
// that only look the same.
import type { Entry, EntryFields } from './schema/entry.ts';
import { editDistance, normalizeTitle } from './text.ts';

/** What tells of a paper which one it is. */
type Identified = { readonly fields: Omit<EntryFields, 'themes'> };

/** What a look-up found: the slug of the same paper, or of another one whose title is nearly the same. */
export type Match = { readonly same?: string; readonly near?: string };

/** Entries by everything that identifies them. */
export type Identities = {
  readonly find: (paper: Identified) => Match;
  readonly add: (entry: Pick<Entry, 'slug' | 'fields'>) => void;
};

const IDS = ['arxiv', 'doi', 'openreview', 'acl'] as const;
/** No more entries than these are compared with a title, letter by letter. */
const MOST_NEIGHBOURS = 50;

type Card = {
  readonly slug: string;
  readonly title: string;
  readonly ids: Readonly<Partial<Record<(typeof IDS)[number], string>>>;
  readonly authors: ReadonlySet<string>;
};

/** Indexes entries, so that looking up a paper takes the same time whatever their number. */
export function indexIdentities(entries: readonly Pick<Entry, 'slug' | 'fields'>[]): Identities {
  const byId = new Map<string, Card>();
  const byTitle = new Map<string, Map<string, Card>>();
  const byNeighbourhood = new Map<string, Map<string, Card>>();
  const add: Identities['add'] = ({ slug, fields }) => {
    const card = makeCard(slug, fields);
    for (const id of idsOf(card)) byId.set(id, card);
    append(byTitle, card.title, card);
    append(byNeighbourhood, neighbourhoodOf(card.title), card);
  };
  for (const entry of entries) add(entry);
  return {
    add,
    find({ fields }) {
      const card = makeCard('', fields);
      const sameId = idsOf(card)
        .map((id) => byId.get(id))
        .find((found) => found);
      if (sameId) return { same: sameId.slug };
      const titled = [...(byTitle.get(card.title)?.values() ?? [])];
      const same = titled.find((other) => !contradicts(card, other));
      if (same) return { same: same.slug };
      const neighbours = [...(byNeighbourhood.get(neighbourhoodOf(card.title))?.values() ?? [])];
      const near = titled[0] ?? neighbours.slice(0, MOST_NEIGHBOURS).find((other) => isNear(card, other));
      return near ? { near: near.slug } : {};
    },
  };
}

function makeCard(slug: string, fields: Identified['fields']): Card {
  return {
    slug,
    title: normalizeTitle(fields.title),
    ids: Object.fromEntries(IDS.flatMap((id) => (fields[id] ? [[id, fields[id]]] : []))),
    authors: new Set((fields.authors ?? []).map(familyOf)),
  };
}

function idsOf({ ids }: Card): string[] {
  return IDS.flatMap((id) => (ids[id] ? [`${id}:${ids[id]}`] : []));
}

function append(index: Map<string, Map<string, Card>>, key: string, card: Card): void {
  const cards = index.get(key) ?? new Map<string, Card>();
  cards.set(card.slug, card);
  index.set(key, cards);
}

/**
 * Whether two papers of the same title cannot be one: their arXiv or ACL ids differ, or nobody wrote both. DOIs may
 * differ, for one paper gets a DOI wherever it appears.
 */
function contradicts(a: Card, b: Card): boolean {
  if (['arxiv' as const, 'acl' as const].some((id) => a.ids[id] && b.ids[id] && a.ids[id] !== b.ids[id]))
    return true;
  if (a.authors.size === 0 || b.authors.size === 0) return false;
  return a.authors.isDisjointFrom(b.authors);
}

/** Whether two papers, however alike their titles, are two. */
export function areDistinct(a: Identified, b: Identified): boolean {
  return contradicts(makeCard('', a.fields), makeCard('', b.fields));
}

/** Titles that a slip of the pen may tell apart; numbers count in full, for "part 1" is not "part 2". */
function isNear(a: Card, b: Card): boolean {
  if (a.title.length < 15 || Math.abs(a.title.length - b.title.length) > 3) return false;
  if (numbersOf(a.title) !== numbersOf(b.title)) return false;
  return editDistance(a.title, b.title) <= 3;
}

function numbersOf(title: string): string {
  return (title.match(/\d+|\b[ivx]+\b/g) ?? []).join(' ');
}

/** Titles are compared letter by letter only with those that begin alike. */
function neighbourhoodOf(title: string): string {
  return title.slice(0, 8);
}

/** The family name for comparison: the last word that is no suffix, without accents. */
function familyOf(name: string): string {
  return (
    normalizeTitle(name.replace(/\s+(?:[JS]r\.?|I{2,3}|IV)$/i, ''))
      .split(' ')
      .at(-1) ?? ''
  );
}
