// Every address within the site is made here, from the base path that it is served under.

/** What a reader searched for, as the address of the search page carries it. */
export type SearchQuery = {
  readonly query?: string;
  readonly theme?: string;
  readonly year?: string;
  readonly sort?: string;
};

/** The addresses of a site. */
export type Urls = {
  readonly home: () => string;
  readonly themes: () => string;
  readonly theme: (id: string) => string;
  readonly papers: () => string;
  readonly paper: (slug: string) => string;
  readonly search: (query?: SearchQuery) => string;
  readonly searchHelp: () => string;
  /** The map of the survey, or of one theme. */
  readonly map: (theme?: string) => string;
  readonly about: () => string;
  readonly compare: () => string;
  readonly list: () => string;
  /** All reading paths; only a survey with some has that page. */
  readonly paths: () => string;
  readonly path: (id: string) => string;
  readonly terms: () => string;
  readonly term: (id: string) => string;
  readonly results: () => string;
  readonly offline: () => string;
  /** A feed of what is new, in the survey or in one theme. */
  readonly feed: (file: string, theme?: string) => string;
  /** A file that is served as it is, such as `favicon.svg`. */
  readonly asset: (path: string) => string;
};

/** Where a site is published as a whole, with the path that it is served below. */
export function addressOfSite({ address }: { readonly address: string }, urls: Pick<Urls, 'home'>): string {
  return new URL(urls.home(), address).href;
}

/** Makes the addresses of a site below `base`, such as `/` or `/survey`. */
export function createUrls(base: string): Urls {
  const root = ensureSlashes(base);
  const page = (...segments: readonly string[]) =>
    root + segments.map((segment) => `${encodeURIComponent(segment)}/`).join('');
  return {
    home: () => root,
    themes: () => page('themes'),
    theme: (id) => page('themes', id),
    papers: () => page('papers'),
    paper: (slug) => page('papers', slug),
    search: (query = {}) => page('search') + renderQuery(query),
    searchHelp: () => page('search', 'help'),
    map: (theme) => (theme ? page('map', theme) : page('map')),
    about: () => page('about'),
    compare: () => page('compare'),
    list: () => page('list'),
    paths: () => page('paths'),
    path: (id) => page('paths', id),
    terms: () => page('terms'),
    term: (id) => page('terms', id),
    results: () => page('results'),
    offline: () => page('offline'),
    feed: (file, theme) => (theme ? page('themes', theme) : root) + file,
    asset: (path) => root + path.replace(/^\/+/, ''),
  };
}

function ensureSlashes(base: string): string {
  const path = base.replace(/^\/+|\/+$/g, ''); // "/survey/" -> "survey"
  return path === '' ? '/' : `/${path}/`;
}

function renderQuery({ query, theme, year, sort }: SearchQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: query, theme, year, sort })) {
    if (value) parameters.set(name, value);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
