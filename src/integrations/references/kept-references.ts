// References that earlier builds have made: a paper of which nothing has changed that a reference says has those.
import { sha256Of } from '../../disk/kept-file.ts';
import type { KeptMap } from '../../disk/kept-map.ts';
import type { Citation } from '../../export/citation.ts';
import type { PaperRecord } from '../../export/paper-record.ts';

/** The references of a paper in all styles, and the digest of what they were made from. */
export type KeptReferences = { readonly from: string; readonly made: readonly Citation[] };

/** Gives the references of some papers: those in `kept`, by the slugs of papers, and of the others what `make` makes. */
export async function takeReferences(
  papers: readonly PaperRecord[],
  kept: Pick<KeptMap<KeptReferences>, 'get' | 'set'>,
  make: (papers: readonly PaperRecord[]) => Promise<readonly (readonly Citation[])[]>,
): Promise<(readonly Citation[])[]> {
  const asked = papers.map((paper) => ({ paper, from: sha256Of(JSON.stringify(paper)) }));
  const fresh = asked.filter(({ paper, from }) => kept.get(paper.slug)?.from !== from);
  const made = fresh.length > 0 ? await make(fresh.map(({ paper }) => paper)) : [];
  for (const [place, { paper, from }] of fresh.entries())
    kept.set(paper.slug, { from, made: made[place] ?? [] });
  return papers.map(({ slug }) => kept.get(slug)?.made ?? []);
}
