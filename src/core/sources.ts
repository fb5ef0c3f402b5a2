// The sources of a survey: a listing more each time, year after year. What is made of one must not depend on all others.
import { oncePer } from './once.ts';
import type { EntryFields } from './schema/entry.ts';
import type { SourceFields, SurveyFields } from './schema/survey.ts';

type WithSources = Pick<SurveyFields, 'sources'>;

const byFile = oncePer(
  (sources: readonly SourceFields[]) => new Map(sources.map((source) => [source.file, source])),
);

/** What `survey.yaml` says of a file in `content/sources/`; undefined where it does not list it. */
export function findSource({ sources }: WithSources, file: string): SourceFields | undefined {
  return byFile(sources).get(file);
}

/** The files in `content/sources/` that an entry names: of its abstract, of its bibliography, of differences that are settled. */
export function sourceFilesOf({ source, bibliography, kept = [] }: EntryFields): string[] {
  const named = [source?.file, bibliography?.file, ...kept.map((difference) => difference.source)];
  return [...new Set(named.filter((file) => file !== undefined))];
}

/** What a survey says of itself: all but its lists of sources, and of papers that these have and it leaves out. */
export function ownFacts({
  sources,
  leftOut,
  ...facts
}: SurveyFields): Omit<SurveyFields, 'sources' | 'leftOut'> {
  return facts;
}

/** The foot of every page names so many origins. */
const ORIGINS_NAMED = 3;

/** Where the papers come from, in words: each origin once, the oldest first, and whether there are more. */
export function nameOrigins({ sources }: WithSources): {
  readonly origins: readonly string[];
  readonly hasMore: boolean;
} {
  const origins = [...new Set(sources.map(({ origin }) => origin))];
  return { origins: origins.slice(0, ORIGINS_NAMED), hasMore: origins.length > ORIGINS_NAMED };
}
