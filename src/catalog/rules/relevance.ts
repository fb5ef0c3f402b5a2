// The queries by which search is measured.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { suggest } from '../../core/text.ts';
import type { Unchecked } from '../content.ts';

/** Every paper that answers a query is there. */
export function checkRelevance({ queries, relevance, entrySlugs }: Unchecked): Diagnostic[] {
  if (!relevance) return [];
  const known = new Set(entrySlugs);
  return queries.flatMap(({ papers }, index) =>
    Object.keys(papers)
      .filter((slug) => !known.has(slug))
      .map((slug) =>
        diagnose(
          'relevance-paper',
          relevance.locate(['queries', index, 'papers', slug], 'key'),
          `There is no entry ${slug}.`,
          `${suggest(slug, entrySlugs)} Or remove it.`,
        ),
      ),
  );
}
