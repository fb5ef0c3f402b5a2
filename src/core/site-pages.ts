// The addresses that a site has, as links in content/ may name them: relative to its root, without a slash in front.
import type { Catalog } from './catalog.ts';

/** Pages that every survey has. */
export const STATIC_PAGES: readonly string[] = [
  ...[
    '',
    'about/',
    'compare/',
    'list/',
    'map/',
    'offline/',
    'papers/',
    'results/',
    'search/',
    'search/help/',
  ],
  ...['terms/', 'themes/'],
];

/** Files that every survey has, and that somebody may link to. */
export const STATIC_FILES: readonly string[] = [
  ...[
    'CITATION.cff',
    'data/papers.json',
    'data/survey.json',
    'data/survey.schema.json',
    'feed.json',
    'feed.xml',
  ],
  ...[
    'llms.txt',
    'manifest.webmanifest',
    'opensearch.xml',
    'search/lexicon.json',
    'search/definitions.json',
    'search/words.txt',
  ],
];

/** What of a survey has pages of its own. */
type WithPages = {
  readonly themes: readonly string[];
  readonly entries: readonly string[];
  readonly paths: readonly string[];
  readonly terms: readonly Pick<Catalog['terms'][number], 'id'>[];
};

/** All addresses of a site. */
export function listAddresses({ themes, entries, paths, terms }: WithPages): string[] {
  return [
    ...STATIC_PAGES,
    ...themes.map((id) => `themes/${id}/`),
    ...entries.map((slug) => `papers/${slug}/`),
    ...(paths.length > 0 ? ['paths/'] : []),
    ...paths.map((id) => `paths/${id}/`),
    ...terms.map(({ id }) => `terms/${id}/`),
    ...STATIC_FILES,
    ...themes.flatMap((id) => ['feed.json', 'feed.xml'].map((file) => `themes/${id}/${file}`)),
  ];
}
