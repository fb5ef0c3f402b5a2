// When an entry came into the survey, which is not when its paper was published.
import type { EntryFields } from './schema/entry.ts';
import type { SurveyFields } from './schema/survey.ts';
import { findSource } from './sources.ts';

/** The day on which an entry was added: its own `added`, else that of its listing; undefined where neither says it. */
export function addedOn(
  { added, source }: Pick<EntryFields, 'added' | 'source'>,
  survey: Pick<SurveyFields, 'sources'>,
): string | undefined {
  return added ?? (source && findSource(survey, source.file)?.listed);
}

/** The latest of some days; undefined where there is none. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}
