// Papers that a survey leaves out on purpose: survey.yaml names them, and no source brings them back.
import { type Identities, indexIdentities } from './identity.ts';
import type { EntryFields } from './schema/entry.ts';
import type { LeftOutFields } from './schema/survey.ts';

type Identity = Readonly<
  Partial<Record<'title' | 'arxiv' | 'doi' | 'openreview' | 'acl', string | undefined>>
>;
type Paper = { readonly fields: Identity };

/** The papers that are left out, by all that identifies them. */
export type LeftOut = {
  /** The place in the list of the item that names a paper. */
  readonly find: (paper: Paper) => number | undefined;
  /** The places of the items that name none of the papers. */
  readonly unmatched: readonly number[];
};

/**
 * Indexes what is left out. What one source says of a paper is known of all: an item that gives the arXiv id alone names
 * a record of the title alone, too, where one of the papers has both.
 */
export function indexLeftOut(items: readonly LeftOutFields[], papers: Iterable<Paper> = []): LeftOut {
  const index = indexIdentities([]);
  for (const [place, item] of items.entries()) index.add({ slug: String(place), fields: toFields(item) });
  let waiting = [...papers].map(({ fields }, order) => ({ order, fields: toFields(fields) }));
  const matched = new Set<number>();
  // A paper that is named may tell the title or the id by which another record is.
  for (let before = Number.POSITIVE_INFINITY; waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter(({ order, fields }) => {
      const place = placeOf(fields, index);
      if (place === undefined) return true;
      matched.add(place);
      index.add({ slug: `${place} ${order}`, fields });
      return false;
    });
  }
  return {
    find: ({ fields }) => placeOf(toFields(fields), index),
    unmatched: [...items.keys()].filter((place) => !matched.has(place)),
  };
}

/** Finds the paper of a list that an item names. */
export function makeLeftOutSearch(papers: readonly (Paper & { readonly slug: string })[]) {
  const index = indexIdentities(papers.map(({ slug, fields }) => ({ slug, fields: toFields(fields) })));
  return (item: LeftOutFields): string | undefined => index.find({ fields: toFields(item) }).same;
}

function placeOf(fields: EntryFields, index: Identities): number | undefined {
  const { same } = index.find({ fields });
  return same === undefined ? undefined : Number.parseInt(same, 10);
}

/** What identifies a paper; where no title is given, an id stands for it, which is that of no other paper. */
function toFields({ title, arxiv, doi, openreview, acl }: Identity): EntryFields {
  const ids = {
    ...(arxiv && { arxiv }),
    ...(doi && { doi: doi.toLowerCase() }),
    ...(openreview && { openreview }),
    ...(acl && { acl }),
  };
  return { title: title ?? Object.values(ids)[0] ?? '', ...ids, themes: [] };
}
