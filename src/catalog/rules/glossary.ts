// The terms of the glossary, and the entries that name them.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { makeTermFinder, termsOf } from '../../core/terms.ts';
import { suggest } from '../../core/text.ts';
import type { LoadedEntry, Unchecked } from '../content.ts';

/** The terms that an entry names are in the glossary. */
export function checkEntryTerms(
  { entry, front }: LoadedEntry,
  { terms, isGlossaryRead }: Unchecked,
): Diagnostic[] {
  // Nobody knows the terms while the glossary has errors.
  if (!isGlossaryRead) return [];
  const known = terms.map(({ id }) => id);
  return (entry.fields.terms ?? []).flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          diagnose(
            'unknown-term',
            front.locate(['terms', index]),
            `There is no term ${id} in content/glossary.yaml.`,
            suggest(id, known),
          ),
        ],
  );
}

/** No two terms share a word, and every term is used. */
export function checkGlossary({ terms, glossary, entries }: Unchecked): Diagnostic[] {
  if (!glossary) return [];
  const seen = new Map<string, string>();
  const duplicates = terms.flatMap(({ id, name, aliases = [] }, index) =>
    [id, ...new Set([name, ...aliases])].flatMap((word, position) => {
      // An id and a name are different things: "hive" may be both of one term.
      const key = position === 0 ? `id ${word}` : word;
      const other = seen.get(key);
      seen.set(key, other ?? id);
      if (other === undefined) return [];
      return [
        diagnose(
          'duplicate-term',
          glossary.locate(['terms', index, 'id']),
          `“${word}” is the term ${other} already.`,
          'Remove it from one of the two.',
        ),
      ];
    }),
  );
  const find = makeTermFinder(terms);
  const unseen = new Set(terms.map(({ id }) => id));
  for (const { entry } of entries) {
    // In a large survey the first hundreds of entries use all terms.
    if (unseen.size === 0) break;
    for (const id of termsOf(entry, find)) unseen.delete(id);
  }
  const unused = terms.flatMap(({ id }, index) =>
    !unseen.has(id) || entries.length === 0
      ? []
      : [
          diagnose(
            'term-unused',
            glossary.locate(['terms', index, 'id']),
            `No abstract uses the term ${id}.`,
            'Add the spelling that the abstracts use to its aliases, or remove it.',
          ),
        ],
  );
  return [...duplicates, ...unused];
}
